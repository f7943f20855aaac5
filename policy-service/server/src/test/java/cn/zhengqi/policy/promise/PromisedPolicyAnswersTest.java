package cn.zhengqi.policy.promise;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.permission.Reach;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.kernel.permission.Territory;
import cn.zhengqi.policy.PolicyPermissions;
import cn.zhengqi.policy.redemption.RedemptionServiceTest;
import cn.zhengqi.testing.ExportedFile;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.web.CurrentUser;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** By when departments answer declarations and redemption: seen, urged and given more time by their heads and by who oversees them. */
class PromisedPolicyAnswersTest extends RedemptionServiceTest {

    private static final String BOARD = "/api/policy/promises";
    private static final String TERMS = "/api/policy/promise-terms";
    private static final String REDEMPTIONS = "kind=REDEMPTION";
    private static final Map<String, Object> WISH = Map.of("workingDays", 3, "reason", "等待现场核查");

    private final CurrentUser overseer = TestUsers.ofDepartment(Ids.next(), PolicyPermissions.OVERSEE_ANSWERS)
            .reaching(Map.of(ScopedResource.DECLARATION, Reach.ALL), Territory.of(Ids.next(), Set.of(), Set.of()));

    private final CurrentUser operator = TestUsers.operator(PolicyPermissions.KEEP_TERMS);

    private static CurrentUser headOf(UUID department) {
        return TestUsers.ofDepartment(department, PolicyPermissions.SUPERVISE_ANSWERS)
                .reaching(Map.of(), Territory.of(department, Set.of(), Set.of()));
    }

    @Test
    void a_head_sees_the_steps_of_the_own_department_urges_once_and_nobody_else_does() {
        Answer declared = submitted(enterprise, opened(project()).id());
        CurrentUser head = headOf(department);

        Map<String, Object> row = only(head, "");
        assertThat(row)
                .as("the board leads to the declaration, not to its step")
                .containsEntry("caseId", declared.id().toString());
        assertThat(figures(head, "")).containsEntry("open", 1).containsEntry("overdue", 0);
        assertThat(figures(headOf(Ids.next()), "")).containsEntry("open", 0);
        assertThat(get(officer, BOARD).status()).isEqualTo(403);
        String urge = BOARD + "/" + row.get("id") + "/urge";
        assertThat(post(officer, urge, Map.of()).status()).isEqualTo(403);
        assertThat(post(headOf(Ids.next()), urge, Map.of()).status()).isEqualTo(404);
        assertThat(post(head, urge, Map.of()).status()).isEqualTo(204);
        assertThat(post(overseer, urge, Map.of()).code()).isEqualTo("URGED_ALREADY");

        assertThat(calls("policy.DeclarationPromiseCalled", row)).containsExactly("URGED");
        assertThat(recorded("DECLARATION_URGED", declared.id())).isEqualTo(1);

        act(officer, act(officer, declared, "take-on", Map.of()), "pass", Map.of());
        assertThat(calls("policy.DeclarationPromiseCalled", row))
                .as("who was urged hears that the step is over, though the declaration is in the next one")
                .containsExactly("URGED", "ENDED");
    }

    @Test
    void what_is_late_is_told_apart_from_what_is_not_is_searched_ordered_and_taken_out() {
        UUID project = opened(project()).id();
        Answer early = submitted(enterprise, project);
        Answer late = submitted(anEnterprise(), project);
        jdbc.sql("update promise set due_at = now() - interval '3 days' where case_number = ?")
                .param(early.get("number"))
                .update();
        CurrentUser head = headOf(department);

        assertThat(only(head, "standing=OVERDUE"))
                .containsEntry("caseId", early.id().toString());
        assertThat(cases(head, "sort=dueAt,desc"))
                .containsExactly(late.id().toString(), early.id().toString());
        assertThat(cases(head, "q=" + late.get("number")))
                .containsExactly(late.id().toString());
        assertThat(cases(overseer, "institutionId=" + department)).hasSize(2);
        assertThat(get(head, BOARD + "?sort=reason").code()).isEqualTo("VALIDATION_FAILED");
        ExportedFile file = ExportedFile.of(client.as(head), BOARD + "/export?standing=OVERDUE");
        assertThat(file.rows()).hasSize(1);
        assertThat(file.rows().getFirst().toString()).contains(String.valueOf(early.get("number")), "已超期");
        assertThat(recorded("PROMISES_EXPORTED", head.accountId())).isEqualTo(1);
    }

    @Test
    void more_time_for_a_step_is_asked_by_its_department_given_by_another_once_and_the_enterprise_reads_why() {
        Answer declared = submitted(enterprise, opened(project()).id());
        String ask = "/api/policy/declarations/" + declared.id() + "/ask-extension";
        CurrentUser head = headOf(department);
        String former = String.valueOf(promise(get(enterprise, "/api/policy/my/declarations/" + declared.id()))
                .get("dueOn"));

        assertThat(post(officerOf(Ids.next()), ask, WISH).status()).isEqualTo(404);
        assertThat(post(officer, ask, Map.of("workingDays", 4, "reason", "等待现场核查"))
                        .code())
                .as("no more than were promised")
                .isEqualTo("VALIDATION_FAILED");
        assertThat(post(officer, ask, WISH).status()).isEqualTo(204);
        String decide = BOARD + "/" + only(head, "standing=EXTENSION_ASKED").get("id") + "/decide-extension";
        assertThat(post(headOf(Ids.next()), decide, Map.of("approved", true)).status())
                .isEqualTo(404);
        assertThat(post(head, decide, Map.of("approved", true)).status()).isEqualTo(204);
        assertThat(post(officer, ask, WISH).code()).isEqualTo("EXTENDED_ALREADY");

        Map<String, Object> seen = promise(get(enterprise, "/api/policy/my/declarations/" + declared.id()));
        assertThat(seen).containsEntry("workingDays", 6);
        assertThat(seen.get("extended").toString()).contains("等待现场核查", former);
        assertThat(events("policy.DeclarationPromiseExtended", declared.id())).isEqualTo(1);
        assertThat(recorded("EXTENSION_ASKED", declared.id())).isEqualTo(1);
        assertThat(recorded("EXTENSION_DECIDED", declared.id())).isEqualTo(1);
    }

    @Test
    void redemption_is_seen_urged_and_given_more_time_by_the_department_whose_money_it_is_and_by_who_oversees_all() {
        Answer applied = applied(firm, paying(500_000), 100_000);
        String ask = "/api/policy/redemption/applications/" + applied.id() + "/ask-extension";
        CurrentUser head = headOf(department);
        Map<String, Object> row = only(head, REDEMPTIONS);

        assertThat(row).containsEntry("caseId", applied.id().toString());
        assertThat(figures(headOf(Ids.next()), REDEMPTIONS)).containsEntry("open", 0);
        assertThat(cases(overseer, REDEMPTIONS + "&institutionId=" + department))
                .hasSize(1);
        String of = BOARD + "/" + row.get("id");
        assertThat(post(headOf(Ids.next()), of + "/urge?" + REDEMPTIONS, Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(post(head, of + "/urge", Map.of()).status())
                .as("it is none of the declarations")
                .isEqualTo(404);
        assertThat(post(head, of + "/urge?" + REDEMPTIONS, Map.of()).status()).isEqualTo(204);
        assertThat(post(payerOf(Ids.next()), ask, WISH).status()).isEqualTo(404);
        assertThat(post(clerk, ask, WISH).status()).isEqualTo(204);
        String decide = of + "/decide-extension?" + REDEMPTIONS;
        assertThat(post(headOf(Ids.next()), decide, Map.of("approved", true)).status())
                .isEqualTo(404);
        assertThat(post(head, decide, Map.of("approved", false)).code()).isEqualTo("VALIDATION_FAILED");
        assertThat(post(head, decide, Map.of("approved", false, "words", "请抓紧时间办"))
                        .status())
                .isEqualTo(204);
        assertThat(post(clerk, ask, WISH).status()).isEqualTo(204);
        assertThat(post(overseer, decide, Map.of("approved", true)).status()).isEqualTo(204);

        Map<String, Object> seen = promise(get(firm, "/api/policy/my/redemptions/" + applied.id()));
        assertThat(seen).containsEntry("workingDays", 13);
        assertThat(seen.get("extended").toString()).contains("等待现场核查");
        assertThat(calls("policy.RedemptionPromiseCalled", row))
                .containsExactly(
                        "URGED", "EXTENSION_ASKED", "EXTENSION_REFUSED", "EXTENSION_ASKED", "EXTENSION_APPROVED");
        assertThat(events("policy.RedemptionPromiseExtended", applied.id())).isEqualTo(1);
        assertThat(recorded("REDEMPTION_URGED", applied.id())).isEqualTo(1);
    }

    @Test
    void a_review_that_was_asked_for_more_time_in_time_is_given_it_after_the_date() {
        Answer applied = applied(firm, paying(500_000), 100_000);
        post(
                clerk,
                "/api/policy/redemption/applications/" + applied.id() + "/ask-extension",
                Map.of("workingDays", 10, "reason", "等待现场核查"));
        CurrentUser head = headOf(department);
        Map<String, Object> row = only(head, REDEMPTIONS);
        jdbc.sql("update promise set due_at = now() - interval '1 minute' where id = ?::uuid")
                .param(row.get("id"))
                .update();
        assertThat(cases(head, REDEMPTIONS + "&standing=OVERDUE")).hasSize(1);

        assertThat(post(
                                head,
                                BOARD + "/" + row.get("id") + "/decide-extension?" + REDEMPTIONS,
                                Map.of("approved", true))
                        .status())
                .isEqualTo(204);

        assertThat(cases(head, REDEMPTIONS + "&standing=OVERDUE")).isEmpty();
        assertThat(only(head, REDEMPTIONS + "&standing=EXTENDED"))
                .containsEntry("caseId", applied.id().toString());
        assertThat(post(clerk, "/api/policy/redemption/applications/" + applied.id() + "/ask-extension", WISH)
                        .code())
                .isEqualTo("EXTENDED_ALREADY");
    }

    @Test
    void the_operator_changes_days_warning_and_chain_of_a_review_and_what_is_applied_for_later_has_them() {
        Answer before = applied(firm, paying(500_000), 100_000);
        Map<String, Object> term = term("REVIEW");
        assertThat(term)
                .containsEntry("escalateAfter", List.of(1, 3, 5))
                .containsEntry("escalateTo", List.of("HEADS", "OVERSEERS", "OPERATORS"));

        Answer changed = put(operator, TERMS + "/REVIEW", change(5, List.of(2), List.of("OPERATORS"), term));
        try {
            assertThat(changed.status()).isEqualTo(200);
            CurrentUser another = aFirm();
            Answer after = applied(another, paying(500_000), 100_000);
            assertThat(promise(get(another, "/api/policy/my/redemptions/" + after.id())))
                    .containsEntry("workingDays", 5);
            assertThat(chainOf(after)).isEqualTo("{2} {OPERATORS}");
            assertThat(promise(get(firm, "/api/policy/my/redemptions/" + before.id())))
                    .as("what was promised before stays")
                    .containsEntry("workingDays", 10);
            assertThat(chainOf(before)).isEqualTo("{1,3,5} {HEADS,OVERSEERS,OPERATORS}");
            assertThat(put(operator, TERMS + "/REVIEW", change(6, List.of(2), List.of("HEADS"), term))
                            .code())
                    .isEqualTo("VERSION_CONFLICT");
            assertThat(recorded(
                            "ANSWER_TERM_CHANGED",
                            UUID.nameUUIDFromBytes("REDEMPTIONREVIEW".getBytes(StandardCharsets.UTF_8))))
                    .isEqualTo(1);
        } finally {
            restored(term, changed);
        }
    }

    @Test
    void of_a_step_the_project_says_how_many_days_and_the_term_who_is_told_when() {
        Map<String, Object> term = term("STEP");

        Answer changed =
                put(operator, TERMS + "/STEP", change(9, List.of(2, 4), List.of("OVERSEERS", "OPERATORS"), term));
        try {
            Answer declared = submitted(enterprise, opened(project()).id());
            assertThat(promise(get(enterprise, "/api/policy/my/declarations/" + declared.id()))
                            .get("workingDays"))
                    .as("days of the step")
                    .isEqualTo(3);
            assertThat(chainOf(declared)).isEqualTo("{2,4} {OVERSEERS,OPERATORS}");
        } finally {
            restored(term, changed);
        }
    }

    @Test
    void a_chain_that_goes_down_or_does_not_say_of_each_step_how_far_is_refused_and_so_is_who_keeps_no_terms() {
        Map<String, Object> term = term("REVIEW");
        for (List<String> to : List.of(List.of("OPERATORS", "HEADS"), List.of("HEADS"), List.of("HEADS", "NOBODY"))) {
            assertThat(put(operator, TERMS + "/REVIEW", change(10, List.of(1, 3), to, term))
                            .status())
                    .as("%s", to)
                    .isEqualTo(400);
        }
        assertThat(put(overseer, TERMS + "/REVIEW", change(10, List.of(1), List.of("HEADS"), term))
                        .status())
                .isEqualTo(403);
        assertThat(get(overseer, TERMS).status()).isEqualTo(403);
    }

    private static Map<String, Object> change(
            int days, List<Integer> after, List<String> to, Map<String, Object> seen) {
        return Map.of(
                "workingDays",
                days,
                "warnAfter",
                0.8,
                "escalateAfter",
                after,
                "escalateTo",
                to,
                "version",
                seen.get("version"));
    }

    private void restored(Map<String, Object> term, Answer changed) {
        Map<String, Object> before = new HashMap<>(term);
        before.put("version", changed.get("version"));
        put(operator, TERMS + "/" + term.get("caseClass"), before);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> term(String caseClass) {
        List<Map<String, Object>> terms = client.as(operator)
                .get()
                .uri(TERMS)
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(List.class)
                .getResponseBody();
        return terms.stream()
                .filter(it -> it.get("caseClass").equals(caseClass))
                .findFirst()
                .orElseThrow();
    }

    private String chainOf(Answer promised) {
        return jdbc.sql("select escalate_after::text || ' ' || escalate_to::text from promise where case_number = ?")
                .param(promised.get("number"))
                .query(String.class)
                .single();
    }

    private Map<String, Object> only(CurrentUser who, String query) {
        List<Map<String, Object>> rows = items(get(who, BOARD + "?" + query));
        assertThat(rows).hasSize(1);
        return rows.getFirst();
    }

    private List<Object> cases(CurrentUser who, String query) {
        return items(get(who, BOARD + "?" + query)).stream()
                .map(row -> row.get("caseId"))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> figures(CurrentUser who, String query) {
        return (Map<String, Object>) get(who, BOARD + "/summary?" + query).get("all");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> promise(Answer answer) {
        return (Map<String, Object>) answer.get("promise");
    }

    private List<String> calls(String type, Map<String, Object> row) {
        return jdbc.sql("""
                        select data #>> '{call,signal}' from outbox
                        where type = ? and data #>> '{call,promiseId}' = ? order by seq""").params(type, row.get("id")).query(String.class).list();
    }

    private long events(String type, UUID subject) {
        return jdbc.sql("select count(*) from outbox where type = ? and subject = ?")
                .params(type, subject)
                .query(Long.class)
                .single();
    }

    private long recorded(String action, UUID subject) {
        return jdbc.sql("""
                        select count(*) from outbox where type = 'audit.ChangeRecorded'
                        and data ->> 'action' = ? and data ->> 'subjectId' = ?""")
                .params(action, subject.toString())
                .query(Long.class)
                .single();
    }
}
