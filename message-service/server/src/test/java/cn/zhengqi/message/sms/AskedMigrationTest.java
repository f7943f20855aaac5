package cn.zhengqi.message.sms;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.testing.TestServers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Attempts from before it was known of each whether it can be asked about. */
class AskedMigrationTest {

    private static final String NOBODY = "null";
    private static final String SOMEBODY = "gen_random_uuid()";

    @Test
    void what_can_be_asked_about_no_more_waits_for_no_inquiry_and_has_no_mark_of_its_phone() throws SQLException {
        TestServers.Database database = TestServers.get().freshDatabase("message_asked");
        database.migrate("256");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            attempt(statement, "asked", "ALIYUN", SOMEBODY, "UNKNOWN", "28 days");
            attempt(statement, "its copy died", "TENCENT", SOMEBODY, "HANDED_OVER", "6 days");
            attempt(statement, "over at aliyun", "ALIYUN", SOMEBODY, "UNKNOWN", "30 days");
            attempt(statement, "over at tencent", "TENCENT", SOMEBODY, "UNKNOWN", "8 days");
            attempt(statement, "never asked", "SUBMAIL", SOMEBODY, "UNKNOWN", "1 hour");
            attempt(statement, "nobody's", "ALIYUN", NOBODY, "UNKNOWN", "1 hour");
            attempt(statement, "taken", "ALIYUN", SOMEBODY, "ACCEPTED", "1 hour");

            database.migrate("257");

            assertThat(those(statement, "inquire_at is not null")).containsExactly("asked", "its copy died");

            database.migrate("258");

            assertThat(those(statement, "phone_mark is not null")).containsExactly("asked", "its copy died");
        }
    }

    private static void attempt(
            Statement statement, String words, String provider, String account, String state, String ago)
            throws SQLException {
        statement.execute("""
                insert into sms_attempt (id, push_id, account_id, purpose, number, provider, state, parts, words, sent_at, inquire_at, phone_mark)
                values (gen_random_uuid(), gen_random_uuid(), %s, 'NOTIFICATION', 1, '%s', '%s', 1, '%s', now() - interval '%s', now(), '\\x01')""".formatted(account, provider, state, words.replace("'", "''"), ago));
    }

    private static List<String> those(Statement statement, String which) throws SQLException {
        List<String> words = new ArrayList<>();
        try (ResultSet rows =
                statement.executeQuery("select words from sms_attempt where " + which + " order by words")) {
            while (rows.next()) {
                words.add(rows.getString(1));
            }
        }
        return words;
    }
}
