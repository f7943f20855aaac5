package cn.zhengqi.matching.profile;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.testing.TestServers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Facts from before invented ones said that they are. */
class DemoFactsMigrationTest {

    private static final String YOUNG = "019a1ddb-e288-71d9-a787-0e0fd583d581";
    private static final String OLD = "019a1ddb-e288-71d9-a787-0e0fd583d582";

    @Test
    void invented_facts_say_so_and_those_of_years_before_the_foundation_are_gone() throws SQLException {
        TestServers.Database database = TestServers.get().freshDatabase("matching_demo_facts");
        database.migrate("9");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            enterprise(statement, YOUNG, "91500113MAX5XQ4WX4", "2026-05-27");
            enterprise(statement, OLD, "91500113MAXMYEN15W", "2020-05-10");
            for (String id : List.of(YOUNG, OLD)) {
                fact(statement, id, "revenue", "[45287]", "null");
                fact(statement, id, "taxYears", "0", "null");
                fact(statement, id, "employees", "433", "null");
            }
            fact(statement, YOUNG, "netProfit", "[5]", "gen_random_uuid()");

            database.migrate("10");

            assertThat(facts(statement, YOUNG))
                    .containsExactly("employees DEMO", "established REGISTER", "netProfit SELF");
            assertThat(facts(statement, OLD))
                    .containsExactly("employees DEMO", "established REGISTER", "revenue DEMO", "taxYears DEMO");
        }
    }

    @Test
    void invented_figures_are_of_the_day_on_which_they_were_invented_not_of_the_registration() throws SQLException {
        TestServers.Database database = TestServers.get().freshDatabase("matching_invented_day");
        database.migrate("152");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            enterprise(statement, OLD, "91500113MAXMYEN15W", "2020-05-10");
            statement.execute("""
                    insert into fact (enterprise_id, name, source, value, as_of, recorded_at)
                    values ('%1$s', 'revenue', 'DEMO', '[45287]', '2025-05-28', '2026-03-31 17:00+00'),
                           ('%1$s', 'netProfit', 'SELF', '[5]', '2025-05-28', '2026-03-31 17:00+00')""".formatted(OLD));

            database.migrate("153");

            try (ResultSet rows = statement.executeQuery(
                    "select string_agg(name || ' ' || as_of, ', ' order by name) from fact where source <> 'REGISTER'")) {
                rows.next();
                assertThat(rows.getString(1)).isEqualTo("netProfit 2025-05-28, revenue 2026-04-01");
            }
        }
    }

    private static void enterprise(Statement statement, String id, String uscc, String founded) throws SQLException {
        statement.execute(
                "insert into enterprise (id, uscc, name, version) values ('%s', '%s', '企业', 1)".formatted(id, uscc));
        statement.execute("""
                insert into fact (enterprise_id, name, source, value, as_of)
                values ('%s', 'established', 'REGISTER', '"%s"', '2026-05-28')""".formatted(id, founded));
    }

    private static void fact(Statement statement, String id, String name, String value, String by) throws SQLException {
        statement.execute("""
                insert into fact (enterprise_id, name, source, value, as_of, recorded_by)
                values ('%s', '%s', 'SELF', '%s', '2026-05-28', %s)""".formatted(id, name, value, by));
    }

    private static List<String> facts(Statement statement, String id) throws SQLException {
        List<String> facts = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(
                "select name || ' ' || source from fact where enterprise_id = '%s' order by 1".formatted(id))) {
            while (rows.next()) {
                facts.add(rows.getString(1));
            }
        }
        return facts;
    }
}
