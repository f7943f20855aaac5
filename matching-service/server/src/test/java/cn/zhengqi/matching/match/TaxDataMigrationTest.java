package cn.zhengqi.matching.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengqi.testing.TestServers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** Results from before it was kept which of their facts came from the tax authority. */
class TaxDataMigrationTest {

    private static final String REMOVAL =
            "update match_result set facts = facts - tax_facts, result = without_figures(result), tax_facts = '{}'";

    @Test
    void tax_data_can_be_taken_out_of_results_from_before_and_nothing_else() throws SQLException {
        TestServers.Database database = TestServers.get().freshDatabase("matching_tax_before");
        database.migrate("10");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into enterprise (id, uscc, name, version) values"
                    + " ('019a1ddb-e288-71d9-a787-0e0fd583d581', '91500113MAX5XQ4WX4', '企业', 1)");
            statement.execute("insert into tax_withdrawal (enterprise_id, at) select id, now() from enterprise");
            statement.execute("""
                    insert into match_result (id, enterprise_id, created_at, created_by, as_of, facts, result)
                    select gen_random_uuid(), id, now(), id, '2026-11-26', '{"taxPaid12m": 8127.36, "employees": 7}',
                      '{"policies": [{"outcome": "ELIGIBLE", "conditions": [{"label": "纳税", "outcome": "MET", "actual": "8127.36万元",
                        "gap": {"amount": 1, "unit": "万元"}, "children": [{"gapText": "8127.36", "clause": "≥ 10"}]}], "missing": []}]}'
                    from enterprise""");

            database.migrate("15");

            assertThat(told(statement, "select tax_facts::text from match_result"))
                    .isEqualTo("{taxPaid12m}");
            assertThatThrownBy(() -> statement.execute("update match_result set facts = '{}', tax_facts = '{}'"))
                    .hasMessageContaining("An answer stays as it was given");
            statement.execute(REMOVAL);
            assertThat(told(statement, "select match_result::text from match_result"))
                    .doesNotContain("8127")
                    .contains("employees", "ELIGIBLE", "MET", "≥ 10", "missing");
            assertThatThrownBy(() -> statement.execute(REMOVAL))
                    .hasMessageContaining("An answer stays as it was given");
        }
    }

    @Test
    void what_a_choice_was_estimated_by_leaves_a_result_with_the_other_figures() throws SQLException {
        TestServers.Database database = TestServers.get().freshDatabase("matching_tax_choices");
        database.migrate("190");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            String stripped = told(statement, """
                    select without_figures('{"policies": [
                      {"choice": {"proposed": true, "insteadOf": ["A"], "reason": "《B》预计 0—812.7 万元，高于《A》的 1 万元"}},
                      {"choice": {"proposed": false, "insteadOf": [], "inFavourOf": "B", "reason": "《B》的匹配度更高：100%，《A》为 98%"}},
                      {"choice": null}]}')::text""");
            assertThat(stripped)
                    .doesNotContain("812")
                    .contains("按当时预计的优惠建议", "\"insteadOf\": [\"A\"]", "匹配度更高", "\"choice\": null");
        }
    }

    @Test
    void the_latest_result_that_was_stripped_before_is_told_from_one_that_never_had_tax_data() throws SQLException {
        TestServers.Database database = TestServers.get().freshDatabase("matching_tax_stripped");
        database.migrate("187");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into enterprise (id, uscc, name, version) values"
                    + " ('019a1ddb-e288-71d9-a787-0e0fd583d581', '91500113MAX5XQ4WX4', '取走', 1),"
                    + " ('019a1ddb-e288-71d9-a787-0e0fd583d582', '91500113MAX5XQ4WX5', '没有', 1)");
            statement.execute("""
                    insert into match_result (id, enterprise_id, created_at, created_by, as_of, facts, result)
                    select gen_random_uuid(), id, now() - n * interval '1 day', id, '2026-11-26', '{"employees": 7}',
                      case when name = '取走' then '{"policies": [{"conditions": [{"label": "人数", "outcome": "MET"}]}]}'::jsonb
                        else '{"policies": [{"conditions": [{"label": "人数", "outcome": "MET", "actual": "7 人"}]}]}' end
                    from enterprise, generate_series(1, 2) n""");
            statement.execute("insert into cited_result (result_id, application_id) select id, id from match_result");

            database.migrate("188");

            assertThat(told(statement, """
                    select string_agg(e.name || ' ' || (r.created_at > now() - interval '36 hours'), ', ')
                    from ended_result join match_result r using (id) join enterprise e on e.id = r.enterprise_id""")).isEqualTo("取走 true");
        }
    }

    @Test
    void of_results_that_went_before_it_is_kept_when_they_were_made_where_they_are_there_still() throws SQLException {
        TestServers.Database database = TestServers.get().freshDatabase("matching_tax_made");
        database.migrate("188");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into enterprise (id, uscc, name, version) values"
                    + " ('019a1ddb-e288-71d9-a787-0e0fd583d581', '91500113MAX5XQ4WX4', '企业', 1)");
            statement.execute("""
                    insert into match_result (id, enterprise_id, created_at, created_by, as_of, facts, result)
                    select gen_random_uuid(), id, '2026-11-20T08:00:00Z', id, '2026-11-20', '{}', '{}' from enterprise""");
            statement.execute("""
                    insert into ended_result (id, enterprise_id, ended_at)
                    select id, enterprise_id, timestamptz '2026-11-26T08:00:00Z' from match_result
                    union all select gen_random_uuid(), id, timestamptz '2026-11-25T08:00:00Z' from enterprise""");

            database.migrate("189");

            assertThat(
                            told(
                                    statement,
                                    "select string_agg((made_at at time zone 'UTC')::date::text, ', ' order by made_at) from ended_result"))
                    .isEqualTo("2026-11-20, 2026-11-25");
        }
    }

    private static String told(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
