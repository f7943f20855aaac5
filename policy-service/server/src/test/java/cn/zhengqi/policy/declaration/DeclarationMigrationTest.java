package cn.zhengqi.policy.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.testing.TestServers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Declarations that were there before. */
class DeclarationMigrationTest {

    private final UUID policy = Ids.next();
    private final UUID project = Ids.next();
    private final UUID department = Ids.next();

    @Test
    void what_was_declared_before_is_found_by_the_indexes_of_the_lists() throws SQLException {
        TestServers.Database database = TestServers.get().freshDatabase("policy_declared");
        database.migrate("20");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            aProject(statement);
            declaration(statement, null, "甲公司", "500113001");
            declaration(statement, "SB1", "乙公司", "500113001");
            declaration(statement, "SB2", "丙公司", null);

            database.migrate("21");

            statement.execute("set enable_seqscan = off");
            found(
                    statement,
                    "project_id = '%s' order by form_version".formatted(project),
                    "declaration_of_project",
                    "甲公司",
                    "乙公司",
                    "丙公司");
            found(statement, "town_code = '500113001' and status <> 'DRAFT'", "declaration_of_town", "乙公司");
            String words = "(coalesce(number, '') || ' ' || enterprise_name || ' ' || project_title) ilike ";
            found(statement, words + "'%甲公司%'", "declaration_by_words", "甲公司");
            found(statement, words + "'%SB2%'", "declaration_by_words", "丙公司");
        }
    }

    private static void found(Statement statement, String condition, String index, String... enterprises)
            throws SQLException {
        String query = "select enterprise_name from declaration where " + condition;
        assertThat(all(statement, query)).containsExactlyInAnyOrder(enterprises);
        assertThat(all(statement, "explain " + query)).anyMatch(line -> line.contains(index));
    }

    private void aProject(Statement statement) throws SQLException {
        statement.execute("insert into policy (id, code) values ('%s', 'N01')".formatted(policy));
        statement.execute("""
                insert into declaration_project (id, policy_id, policy_title, title, summary, institution_id, institution_name, opens_on, closes_on,
                  barring, status, form_version, demo, created_by, created_at, changed_at, version)
                values ('%s', '%s', '政策', '技改补助', '', '%s', '经信委', '2026-01-01', '2026-12-31', false, 'OPEN', 1, false, '%3$s', now(), now(), 0)""".formatted(project, policy, department));
        statement.execute("""
                insert into declaration_form (project_id, version, form, schema, materials, steps, made_by, made_at)
                values ('%s', 1, '{}', '{}', '[]', '[]', '%s', now())""".formatted(project, department));
    }

    private void declaration(Statement statement, @Nullable String number, String enterprise, @Nullable String town)
            throws SQLException {
        statement.execute("""
                insert into declaration (id, number, project_id, form_version, project_title, policy_id, policy_title, institution_id,
                  institution_name, enterprise_id, enterprise_name, town_code, demo, applicant_id, applicant_name, status, step_index, step_case_id,
                  step_institution_id, step_institution_name, answers, materials, prefilled, marked, file_ids, created_at, saved_at, submitted_at,
                  changed_at, version)
                values ('%1$s', %2$s, '%3$s', 1, '技改补助', '%4$s', '政策', '%5$s', '经信委', '%1$s', '%6$s', %7$s, false, '%1$s', '张三', '%8$s', 0,
                  '%1$s', '%5$s', '经信委', '{}', '{}', '{}', '{}', '{}', now(), now(), %9$s, now(), 0)""".formatted(
                        Ids.next(),
                        number == null ? "null" : "'" + number + "'",
                        project,
                        policy,
                        department,
                        enterprise,
                        town == null ? "null" : "'" + town + "'",
                        number == null ? "DRAFT" : "SUBMITTED",
                        number == null ? "null" : "now()"));
    }

    private static List<String> all(Statement statement, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                rows.add(found.getString(1));
            }
        }
        return rows;
    }
}
