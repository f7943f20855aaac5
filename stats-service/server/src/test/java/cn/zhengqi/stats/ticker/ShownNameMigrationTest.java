package cn.zhengqi.stats.ticker;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.testing.TestServers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines of the ticker that were covered when two letters of every name were shown. */
class ShownNameMigrationTest {

    @Test
    void what_is_there_shows_nothing_of_a_name_but_its_end() throws SQLException {
        TestServers.Database database = TestServers.get().freshDatabase("stats_ticker");
        database.migrate("43");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into ticker (event_id, at, kind, text, enterprise_id) values
                      (gen_random_uuid(), '2026-11-01', 'CODE', '汇拓****公司 领取了企业码', gen_random_uuid()),
                      (gen_random_uuid(), '2026-11-02', 'CODE', '汇拓****公司 领取了企业码', null),
                      (gen_random_uuid(), '2026-11-03', 'CODE', '重庆****公司 领取了企业码', gen_random_uuid()),
                      (gen_random_uuid(), '2026-11-04', 'CODE', '老*** 领取了企业码', gen_random_uuid()),
                      (gen_random_uuid(), '2026-11-05', 'CODE', '某企业 领取了企业码', null)""");

            database.migrate("44");

            List<String> shown = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("select text from ticker order by at")) {
                while (rows.next()) {
                    shown.add(rows.getString(1));
                }
            }
            assertThat(shown)
                    .as("without whose it is a line could be forgotten by the form of its name alone")
                    .containsExactly("****公司 领取了企业码", "****公司 领取了企业码", "*** 领取了企业码", "某企业 领取了企业码");
        }
    }
}
