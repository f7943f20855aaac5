package cn.zhengqi.message.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.testing.TestServers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Messages from before they knew whether they were told to a desk. */
class DeskMigrationTest {

    private static final String CASE = "019a1ddb-e288-71d9-a787-0e0fd583d581";

    @Test
    void what_was_told_to_a_desk_is_known_by_where_it_leads_so_that_it_is_not_told_again() throws SQLException {
        TestServers.Database database = TestServers.get().freshDatabase("message_desk");
        database.migrate("25");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String link : List.of(
                    "'/claims/" + CASE + "'",
                    "'/applications/" + CASE + "'",
                    "'/admissions?id=" + CASE + "'",
                    "'/my/claims/" + CASE + "'",
                    "'/my/applications/" + CASE + "'",
                    "'/my/admission'",
                    "null")) {
                statement.execute("""
                        insert into message (id, account_id, event_id, kind, title, body, link, created_at)
                        values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'CODE', '标题', '正文', %s, now())""".formatted(link));
            }

            database.migrate("40");

            List<String> atDesk = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("select link from message where at_desk order by link")) {
                while (rows.next()) {
                    atDesk.add(rows.getString(1));
                }
            }
            assertThat(atDesk).containsExactly("/admissions?id=" + CASE, "/applications/" + CASE, "/claims/" + CASE);
        }
    }
}
