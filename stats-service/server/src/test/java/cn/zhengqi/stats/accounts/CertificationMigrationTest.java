package cn.zhengqi.stats.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.testing.TestServers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** 认证企业量 that was counted before codes were told apart. */
class CertificationMigrationTest {

    @Test
    void what_was_counted_before_is_counted_on() throws SQLException {
        TestServers.Database database = TestServers.get().freshDatabase("stats_before");
        database.migrate("1");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "insert into certified_enterprise select gen_random_uuid(), '2026-11-01' from generate_series(1, 3)");
            statement.execute("insert into certification_roll_up values ('2026-11-01', 3)");

            database.migrate("15");

            try (ResultSet rows = statement.executeQuery(
                    "select count(distinct enterprise_id) from code_standing where in_force and version < 0")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getLong(1)).isEqualTo(3);
            }
        }
    }

    @Test
    void the_counter_begins_with_the_codes_that_are_there() throws SQLException {
        TestServers.Database database = TestServers.get().freshDatabase("stats_counted");
        database.migrate("15");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into code_standing (code_id, enterprise_id, in_force, version) values
                      (gen_random_uuid(), '019a1ddc-6758-730d-8a55-413738e1be11', true, 0),
                      (gen_random_uuid(), '019a1ddc-6758-730d-8a55-413738e1be11', true, 3),
                      (gen_random_uuid(), '019a1ddc-6758-730d-8a55-413738e1be12', false, 1),
                      (gen_random_uuid(), '019a1ddc-6758-730d-8a55-413738e1be12', true, 0),
                      (gen_random_uuid(), '019a1ddc-6758-730d-8a55-413738e1be13', false, 1)""");

            database.migrate("35");

            try (ResultSet rows = statement.executeQuery("""
                    select (select string_agg(codes_in_force::text, ',' order by enterprise_id) from certification),
                      (select enterprises from certification_roll_up)""")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("2,1,0");
                assertThat(rows.getLong(2)).isEqualTo(2);
            }
        }
    }
}
