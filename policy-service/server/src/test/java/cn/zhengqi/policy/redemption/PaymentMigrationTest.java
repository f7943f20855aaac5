package cn.zhengqi.policy.redemption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengqi.testing.TestServers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was paid, grouped and filled in before references counted once, groups were written in one way and tax data stayed out of drafts. */
class PaymentMigrationTest {

    @Test
    void payments_groups_and_drafts_from_before_survive_and_what_comes_after_keeps_the_new_rules() throws SQLException {
        TestServers.Database database = TestServers.get().freshDatabase("policy_payments_before");
        database.migrate("58");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into policy (id, code) values (gen_random_uuid(), 'T1')");
            statement.execute("""
                    insert into redemption_project (id, policy_id, policy_title, title, summary, institution_id, institution_name, kind, rule, budget,
                      opens_on, closes_on, notice_days, exclusive_group, exclusive_year, status, demo, created_by, created_at, changed_at, version)
                    select id, id, '政策', '项目', '', id, '部门', 'APPLICATION', '{}', 100000, '2026-01-01', '2026-12-31', 5, ' 技改(Ａ) 补助', 2026,
                      'OPEN', false, id, now(), now(), 1 from policy""");
            for (int i = 1; i <= 3; i++) {
                statement.execute("""
                        insert into redemption_application (id, number, project_id, project_title, kind, policy_id, policy_title, institution_id, institution_name,
                          exclusive_group, exclusive_year, enterprise_id, enterprise_name, demo, status, amount_claimed, amount, explanation, statement, file_ids,
                          account_name, account_bank, account_number, notice_from, submitted_at, changed_at, paid_at, version)
                        select gen_random_uuid(), 'DX%d', id, '项目', 'APPLICATION', policy_id, '政策', institution_id, '部门', ' 技改(Ａ) 补助', 2026,
                          gen_random_uuid(), '企业', false, 'PAID', 1, 1, '', '', '{}', '企业', '银行', 'sm4:x', '2026-01-05', now(), now(), now(), 1
                        from redemption_project""".formatted(i));
            }
            // Rejected once, and paid for what was asked for again.
            statement.execute("""
                    update redemption_application set status = 'REJECTED', reason = '材料不符', paid_at = null, enterprise_id = (select enterprise_id from redemption_application where number = 'DX2')
                    where number = 'DX1'""");
            statement.execute("""
                    insert into redemption_batch (id, number, institution_id, institution_name, state, payments, total, prepared_by, preparer, prepared_at,
                      approved_by, approver, approved_at, exported_by, exporter, exported_at, settled_at, version)
                    select id, 'ZF1', institution_id, '部门', 'SETTLED', 3, 3, id, '甲', now(), gen_random_uuid(), '乙', now(), id, '甲', now(), now(), 1
                    from redemption_project""");
            statement.execute("""
                    insert into redemption_batch_item (batch_id, application_id, amount, outcome, reference)
                    select b.id, a.id, 1, 'PAID', case when a.number = 'DX3' then 'A2' else 'A1' end from redemption_batch b, redemption_application a""");
            statement.execute("""
                    insert into declaration_project (id, policy_id, policy_title, title, summary, institution_id, institution_name, opens_on,
                      closes_on, barring, status, form_version, demo, created_by, created_at, changed_at, version)
                    select id, id, '政策', '项目', '', id, '部门', '2026-01-01', '2026-12-31', false, 'OPEN', 1, false, id, now(), now(), 1 from policy""");
            statement.execute("""
                    insert into declaration_form (project_id, version, form, schema, materials, steps, made_by, made_at)
                    select id, 1, '{}', '{}', '{}', '{}', id, now() from declaration_project""");
            statement.execute("""
                    insert into declaration (id, project_id, form_version, project_title, policy_id, policy_title, institution_id, institution_name, enterprise_id,
                      enterprise_name, demo, applicant_id, applicant_name, status, step_index, step_case_id, step_institution_id, step_institution_name, answers,
                      materials, prefilled, marked, file_ids, created_at, saved_at, changed_at, version)
                    select e, e, 1, '项目', e, '政策', e, '部门', e, '企业', false, e, '甲', 'DRAFT', 0, e, e, '部门',
                      '{"values": {"employees": 86, "tax": 12, "own": 7}}', '{"files": {}}',
                      '{"fields": {"employees": {"value": 86, "label": "职工总数", "source": "SELF"}, "tax": {"value": 12, "label": "纳税", "source": "TAX"},
                        "own": {"label": "纳税", "source": "TAX"}}}', '{"items": []}', '{}', now(), now(), now(), 1
                    from (select id as e from declaration_project) project""");

            database.migrate("66");

            assertThat(told(statement, "select reference || ' ' || told_before from redemption_batch_item order by 1"))
                    .as("what was told stays as it was told")
                    .containsExactly("A1 false", "A1 true", "A2 false");
            assertThatThrownBy(() -> statement.execute("""
                            insert into redemption_batch_item (batch_id, application_id, amount, outcome, reference)
                            select b.id, gen_random_uuid(), 1, 'PAID', 'A1' from redemption_batch b""")).hasMessageContaining("redemption_batch_item_of_reference");
            assertThat(told(statement, "select distinct exclusive_group from redemption_application"))
                    .isEqualTo(told(statement, "select exclusive_group from redemption_project"))
                    .containsExactly("技改(A)补助");
            assertThat(told(statement, "select answers::text from declaration"))
                    .as("what somebody gave themselves stays")
                    .containsExactly("{\"values\": {\"own\": 7, \"employees\": 86}}");
            assertThat(told(statement, "select prefilled::text from declaration")
                            .getFirst())
                    .contains("职工总数")
                    .doesNotContain("\"value\": 12");

            statement.execute("update redemption_project set exclusive_group = '技改(a)补助'");
            statement.execute(
                    "update redemption_application set exclusive_group = '技改(a)补助' where number in ('DX1', 'DX3')");
            database.migrate("69");
            assertThat(told(statement, "select distinct exclusive_group from redemption_application"))
                    .as("the case of letters makes no other group")
                    .isEqualTo(told(statement, "select exclusive_group from redemption_project"))
                    .containsExactly("技改(A)补助");

            database.migrate("89");
            for (String number : List.of("DX2", "DX3")) {
                statement.execute("""
                        insert into redemption_return (id, batch_id, application_id, institution_id, amount, reference, reason, state, told_by, teller, told_at, version)
                        select gen_random_uuid(), b.id, a.id, a.institution_id, 1, 'TH1', '退回', 'OPEN', a.id, '甲', now(), 0
                        from redemption_batch b, redemption_application a where a.number = '%s'""".formatted(number));
            }
            for (String kind : List.of("SUBMITTED", "SENT_BACK", "RESUBMITTED")) {
                statement.execute("""
                        insert into redemption_event (id, application_id, at, kind, actor, file_ids)
                        select gen_random_uuid(), id, clock_timestamp(), '%s', '甲', '{}' from redemption_application where number = 'DX2'""".formatted(kind));
            }
            statement.execute("update redemption_application set statement = '已投产', basis_claimed = 7");

            database.migrate("92");

            assertThat(told(statement, "select reference || ' ' || told_before from redemption_return order by 1"))
                    .as("so does what was told of returns")
                    .containsExactly("TH1 false", "TH1 true");
            assertThatThrownBy(() -> statement.execute("""
                            insert into redemption_return (id, batch_id, application_id, institution_id, amount, reference, reason, state, told_by, teller, told_at, version)
                            select gen_random_uuid(), b.id, a.id, a.institution_id, 1, 'TH1', '退回', 'OPEN', a.id, '甲', now(), 0
                            from redemption_batch b, redemption_application a where a.number = 'DX1'""")).hasMessageContaining("redemption_return_of_reference");
            assertThat(
                            told(
                                    statement,
                                    "select kind || ' ' || coalesce(statement, '') || coalesce(basis::text, '') from redemption_event order by at"))
                    .as("what was stated last is known, what was before it is not")
                    .containsExactly("SUBMITTED ", "SENT_BACK ", "RESUBMITTED 已投产7.00");
            assertThatThrownBy(() -> statement.execute("update redemption_batch_item set amount = 2"))
                    .hasMessageContaining("is not what is held for application");
            assertThat(statement.executeUpdate("update redemption_batch_item set reason = null"))
                    .as("rows from before are as they are")
                    .isEqualTo(3);

            database.migrate("96");

            assertThat(told(statement, "select coalesce(settler, '—') from redemption_batch"))
                    .as("who settled a batch before is not made up")
                    .containsExactly("—");
            assertThatThrownBy(() -> statement.execute("update redemption_batch set settler = '甲'"))
                    .hasMessageContaining("redemption_batch_is_settled_by_somebody");
        }
    }

    private static List<String> told(Statement statement, String query) throws SQLException {
        List<String> told = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                told.add(rows.getString(1));
            }
        }
        return told;
    }
}
