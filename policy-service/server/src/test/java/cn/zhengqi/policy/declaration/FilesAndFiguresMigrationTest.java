package cn.zhengqi.policy.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.testing.TestServers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** Declarations from before files had moments and standings had no figures. */
class FilesAndFiguresMigrationTest {

    private static final String FIRST = "019a1ddb-e288-71d9-a787-0e0fd583d581";
    private static final String CHART = "019a1ddb-e288-71d9-a787-0e0fd583d582";
    private static final String FOREIGN = "019a1ddb-e288-71d9-a787-0e0fd583d583";

    @Test
    void what_was_declared_before_names_its_files_at_each_moment_and_keeps_no_figure_beside_its_answers()
            throws SQLException {
        TestServers.Database database = TestServers.get().freshDatabase("policy_declarations_before");
        database.migrate("20");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into policy (id, code) values ('" + FIRST + "', 'T1')");
            statement.execute("""
                    insert into declaration_project (id, policy_id, policy_title, title, summary, institution_id, institution_name, opens_on,
                      closes_on, barring, status, form_version, demo, created_by, created_at, changed_at, version)
                    select id, id, '政策', '项目', '', id, '部门', '2026-01-01', '2026-12-31', false, 'OPEN', 1, false, id, now(), now(), 1 from policy""");
            statement.execute("""
                    insert into declaration_form (project_id, version, form, schema, materials, steps, made_by, made_at)
                    select id, 1, '{}', '{}', '{}', '{}', id, now() from declaration_project""");
            statement.execute("""
                    insert into declaration (id, number, project_id, form_version, project_title, policy_id, policy_title, institution_id,
                      institution_name, enterprise_id, enterprise_name, demo, applicant_id, applicant_name, status, step_index, step_case_id,
                      step_institution_id, step_institution_name, answers, materials, prefilled, marked, standing, file_ids, created_at, saved_at,
                      submitted_at, changed_at, version)
                    select e, 'SB1', e, 1, '项目', e, '政策', e, '部门', e, '企业', false, e, '甲', 'SUBMITTED', 0, e, e, '部门',
                      '{"values": {"employees": 86.0, "assets": 9}}', '{"files": {}}',
                      '{"fields": {"employees": {"value": 86, "label": "职工总数"}, "assets": {"value": 12345000, "label": "资产总额", "source": "TAX"},
                        "taxPaid": {"value": 8127, "label": "纳税", "source": "TAX"}}}',
                      '{"items": []}',
                      '{"outcome": "NEARLY", "conditions": [{"label": "纳税", "outcome": "NOT_MET", "required": "≥ 10000", "actual": "8127万元",
                        "gap": {"amount": 1873}, "gapText": "还差1873万元", "score": {"low": 71}, "children": [{"actual": "8127万元", "label": "其中"}]}]}',
                      '{}', now(), now(), now(), now(), 1
                    from (select id as e from declaration_project) project""");
            statement.execute("""
                    insert into declaration_file (id, enterprise_id, account_id, name, content_type, size, sha256, object_key, created_at)
                    select f.id::uuid, coalesce(f.owner, d.enterprise_id), d.enterprise_id, 'a.pdf', 'application/pdf', 1, 'x', f.id, now()
                    from declaration d, (values ('%s', null::uuid), ('%s', null), ('%s', gen_random_uuid())) f (id, owner)""".formatted(FIRST, CHART, FOREIGN));
            statement.execute("""
                    insert into declaration_event (id, declaration_id, at, kind, actor_id, actor, answers, materials)
                    select gen_random_uuid(), id, now(), 'SUBMITTED', enterprise_id, '甲',
                      '{"values": {"chart": "%s", "product": "%s"}}', '{"files": {"licence": ["%s"]}}' from declaration""".formatted(CHART, FOREIGN, FIRST));
            statement.execute("""
                    insert into declaration_event (id, declaration_id, at, kind, actor_id, actor)
                    select gen_random_uuid(), id, now(), 'TAKEN_ON', enterprise_id, '乙' from declaration""");

            database.migrate("23");

            assertThat(told(statement, "select file_ids::text from declaration_event where kind = 'SUBMITTED'"))
                    .isEqualTo("{" + FIRST + "," + CHART + "}");
            assertThat(told(statement, "select file_ids::text from declaration_event where kind = 'TAKEN_ON'"))
                    .isEqualTo("{}");
            assertThat(told(statement, "select standing::text from declaration"))
                    .doesNotContain("8127", "1873", "71")
                    .contains("NEARLY", "NOT_MET", "≥ 10000", "其中");
            assertThat(told(statement, "select prefilled::text from declaration"))
                    .contains("\"value\": 86", "资产总额")
                    .doesNotContain("12345000", "8127", "taxPaid");
        }
    }

    @Test
    void a_draft_loses_what_was_reckoned_from_tax_data_and_says_where_and_what_its_author_wrote_stays()
            throws SQLException {
        TestServers.Database database = TestServers.get().freshDatabase("policy_drafts_of_tax");
        database.migrate("68");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into policy (id, code) values ('" + FIRST + "', 'T1')");
            statement.execute("""
                    insert into declaration_project (id, policy_id, policy_title, title, summary, institution_id, institution_name, opens_on,
                      closes_on, barring, status, form_version, demo, created_by, created_at, changed_at, version)
                    select id, id, '政策', '项目', '', id, '部门', '2026-01-01', '2026-12-31', false, 'OPEN', 1, false, id, now(), now(), 1 from policy""");
            statement.execute("""
                    insert into declaration_form (project_id, version, form, schema, materials, steps, made_by, made_at)
                    select id, 1, '{"groups": [{"title": "一组", "fields": [{"key": "small", "fact": "smallLowProfit"}, {"key": "again", "fact": "smallLowProfit"},
                      {"key": "staff", "fact": "employees"}]}]}', '{}', '{}', '{}', id, now() from declaration_project""");
            statement.execute("""
                    insert into declaration (id, project_id, form_version, project_title, policy_id, policy_title, institution_id,
                      institution_name, enterprise_id, enterprise_name, demo, applicant_id, applicant_name, status, step_index, step_case_id,
                      step_institution_id, step_institution_name, answers, materials, prefilled, marked, file_ids, created_at, saved_at,
                      changed_at, version)
                    select e, e, 1, '项目', e, '政策', e, '部门', e, '企业', false, e, '甲', 'DRAFT', 0, e, e, '部门',
                      '{"values": {"small": true, "again": false, "staff": 86}}', '{"files": {}}',
                      '{"fields": {"small": {"value": true, "label": "小型微利企业", "source": "DERIVED"},
                        "again": {"label": "小型微利企业", "source": "DERIVED"}, "staff": {"value": 86, "label": "职工总数", "source": "SELF"}}}',
                      '{"items": []}', '{}', now(), now(), now(), 1
                    from (select id as e from declaration_project) project""");

            database.migrate("72");

            assertThat(told(statement, "select answers::text from declaration"))
                    .doesNotContain("small")
                    .contains("\"again\": false", "\"staff\": 86");
            assertThat(told(statement, "select prefilled::text from declaration"))
                    .doesNotContain("\"small\"")
                    .contains("\"staff\"");
            assertThat(told(statement, "select tax_emptied::text from declaration"))
                    .isEqualTo("{small}");
        }
    }

    private static String told(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
