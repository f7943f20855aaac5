package cn.zhengqi.finance.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.when;

import cn.zhengqi.finance.FinanceServiceTest;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.permission.Territory;
import cn.zhengqi.testing.ExportedFile;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.user.api.InstitutionType;
import cn.zhengqi.user.api.InternalInstitutions;
import cn.zhengqi.user.api.InternalPrincipals.StaffMember;
import cn.zhengqi.web.CurrentUser;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bank with a branch, a head and officers at both, and how an application comes to one of them. */
class AssignmentTest extends FinanceServiceTest {

    private static final String ALL = "/api/finance/applications";

    private final UUID branch = Ids.next();
    private final String town = "T" + Ids.next().toString().substring(24);
    private CurrentUser head;
    private CurrentUser colleague;
    private CurrentUser atBranch;
    private List<StaffMember> staff;

    @BeforeEach
    void a_bank_with_a_branch() {
        CurrentUser above = TestUsers.ofBank(bank.id(), "finance.application.read-all", "finance.application.assign");
        head = above.reaching(Map.of(), Territory.of(bank.id(), Set.of(branch), Set.of()));
        colleague = officerOf(bank);
        atBranch = TestUsers.ofBank(branch, "finance.application.handle");
        staff = new ArrayList<>(List.of(
                new StaffMember(officer.accountId(), "周客户", bank.id(), bank.name()),
                new StaffMember(colleague.accountId(), "吴客户", bank.id(), bank.name()),
                new StaffMember(atBranch.accountId(), "郑客户", branch, "城南支行")));
        when(principals.staff(any(), anyString()))
                .thenAnswer(call -> bank.id().equals(call.getArgument(0))
                        ? staff
                        : staff.stream()
                                .filter(it -> it.institutionId().equals(call.getArgument(0)))
                                .toList());
        when(institutions.open(any()))
                .thenAnswer(call -> call.<Collection<UUID>>getArgument(0).stream()
                        .filter(id -> id.equals(branch) || id.equals(bank.id()))
                        .map(id -> new InternalInstitutions.Open(
                                id, id.equals(branch) ? "城南支行" : bank.name(), InstitutionType.BANK))
                        .toList());
    }

    @Test
    void what_comes_from_a_town_lies_at_the_branch_that_looks_after_it_and_all_else_at_the_head_office() {
        Answer rule = lookedAfter(branch, null);
        assertThat(rule.status()).isEqualTo(200);
        Answer there = submittedFrom(town);
        Answer here = submittedFrom(town + "x");

        assertThat(handling(get(head, ALL + "/" + there.id()))).containsEntry("branchName", "城南支行");
        assertThat(handling(get(head, ALL + "/" + here.id()))).doesNotContainKey("branchId");
        assertThat(numbers(atBranch, "?holding=POOL")).containsExactly(there.get("number"));
        assertThat(numbers(officer, "?branchId=" + bank.id())).containsExactly(here.get("number"));
        assertThat(get(atBranch, ALL + "/" + here.id()).status())
                .as("a branch sees its own")
                .isEqualTo(404);
        assertThat(jdbc.sql("select data ->> 'branchId' from outbox where subject = ?")
                        .param(there.id())
                        .query(String.class)
                        .single())
                .isEqualTo(branch.toString());
    }

    @Test
    void the_rule_is_changed_by_what_was_seen_and_only_to_a_branch_where_somebody_can_take_it() {
        assertThat(lookedAfter(branch, null).status()).isEqualTo(200);
        assertThat(lookedAfter(branch, null).code()).isEqualTo("VERSION_CONFLICT");
        assertThat(lookedAfter(Ids.next(), 0).code()).isEqualTo("BRANCH_UNKNOWN");
        staff.removeIf(it -> it.institutionId().equals(branch));
        assertThat(lookedAfter(branch, 0).code()).isEqualTo("BRANCH_WITHOUT_OFFICER");
        assertThat(lookedAfter(null, 0).status()).isEqualTo(200);
        assertThat(handling(get(head, ALL + "/" + submittedFrom(town).id()))).doesNotContainKey("branchId");
    }

    @Test
    void of_two_officers_who_take_the_same_one_the_second_reads_who_was_first() throws Exception {
        Answer it = submit(enterprise, application());
        List<Callable<Answer>> takers = Stream.of(officer, colleague, officerOf(bank), officerOf(bank))
                .<Callable<Answer>>map(one -> () -> take(one, it.id()))
                .toList();

        List<Answer> answers = atOnce(takers);

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(200);
        assertThat(answers).filteredOn(answer -> answer.status() != 200).allSatisfy(answer -> {
            assertThat(answer.code()).isEqualTo("APPLICATION_ALREADY_TAKEN");
            assertThat((String) answer.get("detail")).contains("测试客户经理");
        });
        assertThat(eventsOf(it.id()))
                .containsExactly("finance.LoanApplicationSubmitted", "finance.LoanApplicationAssigned");
    }

    @Test
    void an_officer_hands_over_what_they_have_for_a_reason_which_the_bank_reads_and_the_enterprise_does_not() {
        Answer it = submit(enterprise, application());
        Answer taken = take(officer, it.id());
        assertThat(numbers(officer, "?holding=MINE")).containsExactly(it.get("number"));

        assertThat(handOver(officer, taken, toOfficer(colleague), null).code()).isEqualTo("HAND_OVER_REASON_REQUIRED");
        Answer handed = handOver(officer, taken, toOfficer(colleague), "休年假不在");

        assertThat(handling(handed)).containsEntry("handlerName", "吴客户");
        assertThat(get(officer, ALL + "/" + it.id()).get("timeline").toString())
                .contains("HANDED_OVER", "由吴客户（" + bank.name() + "）办理，原办理人测试客户经理；原因：休假");
        Answer seen = get(enterprise, "/api/finance/my/applications/" + it.id());
        assertThat(seen.get("handling")).isNull();
        assertThat(seen.get("timeline").toString())
                .contains("SUBMITTED")
                .doesNotContain("TAKEN", "HANDED", "吴客户", "休年假不在");
        assertThat(get(financeOffice, ALL + "/" + it.id()).get("handling")).isNull();
        assertThat(jdbc.sql("select handler_id from promise where case_id = ?")
                        .param(it.id())
                        .query(UUID.class)
                        .single())
                .as("who is warned")
                .isEqualTo(colleague.accountId());
    }

    @Test
    void only_a_head_gives_away_what_others_have_and_what_nobody_has() {
        Answer it = submit(enterprise, application());
        assertThat(handOver(officer, it, toOfficer(colleague), null).code()).isEqualTo("OWN_CASES_ONLY");
        Answer assigned = handOver(head, it, toOfficer(atBranch), null);
        assertThat(handling(assigned)).containsEntry("handlerName", "郑客户").containsEntry("branchName", "城南支行");
        assertThat(assigned.get("timeline").toString()).contains("ASSIGNED");
        assertThat(handOver(colleague, assigned, toOfficer(officer), "他现在有空").code())
                .isEqualTo("OWN_CASES_ONLY");
        assertThat(handOver(head, assigned, toOfficer(atBranch), "请再派一次").code())
                .isEqualTo("ALREADY_HANDLED_SO");
        assertThat(handOver(head, it, toOfficer(colleague), "换一个人办").code()).isEqualTo("VERSION_CONFLICT");
        assertThat(handOver(head, assigned, Map.of("officerId", Ids.next()), "换一个人办")
                        .code())
                .isEqualTo("OFFICER_UNKNOWN");
        assertThat(act(atBranch, it.id(), "accept", Map.of("version", assigned.version()))
                        .status())
                .as("the branch decides what lies there")
                .isEqualTo(200);
    }

    @Test
    void an_officer_reads_what_is_theirs_to_do_apart_from_what_they_have_done() {
        Answer done = take(officer, submit(enterprise, application()).id());
        Answer accepted = act(officer, done.id(), "accept", Map.of("version", done.version()));
        Answer refused = act(
                officer,
                done.id(),
                "refuse",
                Map.of("version", accepted.version(), "reasonCode", "OTHER", "reason", "近三个月没有流水"));
        assertThat(refused.status()).isEqualTo(200);
        Answer todo = take(officer, submit(anEnterprise(), application()).id());
        take(colleague, submit(anEnterprise(), application()).id());

        assertThat(numbers(officer, "?holding=MINE_OPEN")).containsExactly(todo.get("number"));
        assertThat(numbers(officer, "?holding=MINE")).containsExactlyInAnyOrder(todo.get("number"), done.get("number"));
    }

    @Test
    void a_colleague_answers_what_another_has_only_after_taking_it_over_for_a_reason() {
        Answer taken = take(officer, submit(enterprise, application()).id());
        Map<String, Object> material = Map.of("version", taken.version(), "reason", "近三个月的流水");

        assertThat(act(colleague, taken.id(), "accept", Map.of("version", taken.version()))
                        .code())
                .isEqualTo("APPLICATION_OF_COLLEAGUE");
        Answer accepted = act(officer, taken.id(), "accept", Map.of("version", taken.version()));
        for (String step : List.of("ask-material", "refuse", "settle", "disbursements", "approve", "ask-extension")) {
            Map<String, Object> said = new HashMap<>(material);
            said.put("version", accepted.version());
            said.putAll(Map.of(
                    "reasonCode", "OTHER",
                    "amount", 1,
                    "disbursedOn", "2026-01-01",
                    "grantedAmount", 1,
                    "annualRate", 3,
                    "termMonths", 12,
                    "validUntil", "2099-01-01",
                    "workingDays", 3));
            Answer refused = act(colleague, taken.id(), step, said);
            assertThat(refused.code()).as(step).isEqualTo("APPLICATION_OF_COLLEAGUE");
            assertThat((String) refused.get("detail")).contains("该申请由测试客户经理办理");
        }

        assertThat(handOver(colleague, accepted, toOfficer(colleague), null).code())
                .isEqualTo("HAND_OVER_REASON_REQUIRED");
        when(principals.staff(any(), anyString())).thenThrow(new IllegalStateException("user-service is away"));
        Answer over = handOver(colleague, accepted, toOfficer(colleague), "周客户休假");
        assertThat(handling(over))
                .containsEntry("handlerId", colleague.accountId().toString());
        assertThat(over.get("timeline").toString()).contains("HANDED_OVER", "原办理人测试客户经理；原因：周客户休假");
        assertThat(act(officer, taken.id(), "ask-material", with(material, over))
                        .code())
                .as("who had it has it no more")
                .isEqualTo("APPLICATION_OF_COLLEAGUE");
        assertThat(act(colleague, taken.id(), "ask-material", with(material, over))
                        .status())
                .isEqualTo(200);
        assertThat(jdbc.sql(
                                "select data ->> 'former' from outbox where subject = ? and type = 'finance.LoanApplicationAssigned' order by version desc limit 1")
                        .param(taken.id())
                        .query(String.class)
                        .single())
                .as("who hears of it")
                .isEqualTo(officer.accountId().toString());
    }

    private static Map<String, Object> with(Map<String, Object> said, Answer seen) {
        Map<String, Object> now = new HashMap<>(said);
        now.put("version", seen.version());
        return now;
    }

    @Test
    void what_went_back_into_the_pool_is_taken_before_it_is_answered() {
        Answer taken = take(officer, submit(enterprise, application()).id());
        Answer accepted = act(officer, taken.id(), "accept", Map.of("version", taken.version()));
        Answer pooled = handOver(officer, accepted, Map.of("branchId", bank.id()), "暂时停止办理");
        Map<String, Object> material = Map.of("version", pooled.version(), "reason", "近三个月的流水");

        assertThat(act(colleague, taken.id(), "ask-material", material).code()).isEqualTo("APPLICATION_NOT_TAKEN");
        Answer again = take(colleague, taken.id());
        assertThat(act(colleague, taken.id(), "ask-material", with(material, again))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void what_goes_back_into_a_pool_has_nobody_until_somebody_takes_it() {
        Answer taken = take(officer, submit(enterprise, application()).id());

        Answer pooled = handOver(officer, taken, Map.of("branchId", bank.id()), "暂时停止办理");

        assertThat(handling(pooled)).doesNotContainKey("handlerId");
        assertThat(numbers(colleague, "?holding=POOL")).containsExactly(taken.get("number"));
        assertThat(take(colleague, taken.id()).status()).isEqualTo(200);
    }

    @Test
    void all_that_somebody_has_who_leaves_goes_to_another_at_once() {
        take(officer, submit(enterprise, application()).id());
        take(officer, submit(anEnterprise(), application()).id());
        Answer withdrawn = submit(anEnterprise(), application());
        take(colleague, withdrawn.id());
        assertThat(loads()).containsEntry(officer.accountId().toString(), 2);

        Map<String, Object> wish =
                Map.of("handlerId", officer.accountId(), "to", toOfficer(colleague), "reason", "经办人已离职");
        assertThat(post(officer, "/api/finance/hand-overs", wish).status()).isEqualTo(403);
        CurrentUser ofOther = TestUsers.ofBank(aBank().id(), "finance.application.assign");
        when(principals.staff(ofOther.institutionId(), "finance.application.handle"))
                .thenReturn(List.of(new StaffMember(colleague.accountId(), "吴客户", bank.id(), bank.name())));
        assertThat(post(ofOther, "/api/finance/hand-overs", wish).get("handedOver"))
                .isEqualTo(0);
        assertThat(post(head, "/api/finance/hand-overs", wish).get("handedOver"))
                .isEqualTo(2);
        assertThat(jdbc.sql("""
                                select bool_and(a.changed_at > (select max(s.at) from loan_application_step s where s.application_id = a.id))
                                from loan_application a where a.bank_id = ? and a.id in (
                                  select application_id from loan_application_step where kind = 'HANDED_OVER')""").param(bank.id()).query(Boolean.class).single())
                .as("all of them have changed at the end, when they are seen to have")
                .isTrue();

        assertThat(loads())
                .containsEntry(colleague.accountId().toString(), 3)
                .doesNotContainKey(officer.accountId().toString());
        assertThat(numbers(colleague, "?handlerId=" + colleague.accountId())).hasSize(3);
        assertThat(ExportedFile.of(client.as(colleague), ALL + "/export?holding=MINE")
                        .column("办理人"))
                .containsOnly("吴客户", "测试客户经理");
    }

    @Test
    void nobody_takes_or_gives_what_was_made_to_another_bank() {
        Answer it = submit(enterprise, application());
        CurrentUser stranger = TestUsers.ofBank(
                aBank().id(),
                "finance.application.handle",
                "finance.application.assign",
                "finance.application.read-all");

        assertThat(take(stranger, it.id()).status()).isEqualTo(404);
        assertThat(handOver(stranger, it, toOfficer(colleague), "换一个人办").status())
                .isEqualTo(404);
        assertThat(handOver(head, it, Map.of("branchId", stranger.institutionId()), null)
                        .code())
                .isEqualTo("BRANCH_UNKNOWN");
    }

    @Test
    void what_is_over_is_taken_and_given_no_more() {
        Answer it = submit(enterprise, application());
        Answer gone = post(
                enterprise, "/api/finance/my/applications/" + it.id() + "/withdraw", Map.of("version", it.version()));

        assertThat(take(officer, it.id()).code()).isEqualTo("STATE_CONFLICT");
        assertThat(handOver(head, gone, toOfficer(colleague), null).code()).isEqualTo("STATE_CONFLICT");
    }

    private Answer take(CurrentUser who, UUID id) {
        return act(who, id, "take", Map.of());
    }

    private Answer handOver(CurrentUser who, Answer it, Map<String, Object> to, @Nullable String reason) {
        Map<String, Object> body = new HashMap<>(Map.of("version", it.version(), "to", to));
        if (reason != null) {
            body.put("reason", reason);
        }
        return act(who, it.id(), "hand-over", body);
    }

    private static Map<String, Object> toOfficer(CurrentUser who) {
        return Map.of("officerId", who.accountId());
    }

    private Answer lookedAfter(@Nullable UUID by, @Nullable Integer version) {
        Map<String, Object> body = new HashMap<>();
        body.put("branchId", by);
        body.put("version", version);
        var response = client.as(head)
                .put()
                .uri("/api/finance/branch-towns/" + town)
                .body(body)
                .exchange()
                .returnResult(Object.class);
        return new Answer(
                response.getStatus().value(),
                response.getResponseBody() instanceof Map<?, ?> problem
                        ? Map.of("code", String.valueOf(problem.get("code")))
                        : Map.of());
    }

    private Answer submittedFrom(String townCode) {
        CurrentUser borrower = anEnterprise();
        jdbc.sql("""
                        insert into enterprise (id, uscc, name, town_code, changed_at, register_version, demo)
                        values (?, '91500113MAX5XQ4WX4', '测试企业有限公司', ?, now(), 1, false)""").params(borrower.enterpriseId(), townCode).update();
        return submit(borrower, application());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> handling(Answer it) {
        return (Map<String, Object>) it.get("handling");
    }

    private List<Object> numbers(CurrentUser who, String query) {
        return items(get(who, ALL + query)).stream().map(it -> it.get("number")).toList();
    }

    private Map<String, Object> loads() {
        Map<String, Object> loads = new HashMap<>();
        List<?> rows = client.as(head)
                .get()
                .uri("/api/finance/handlers")
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(List.class)
                .getResponseBody();
        rows.forEach(row -> {
            Map<?, ?> load = (Map<?, ?>) row;
            loads.merge(
                    (String) load.get("handlerId"), load.get("open"), (one, other) -> (Integer) one + (Integer) other);
        });
        return loads;
    }
}
