package cn.zhengqi.finance.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.when;

import cn.zhengqi.finance.FinancePermissions;
import cn.zhengqi.finance.FinanceServiceTest;
import cn.zhengqi.finance.product.Bank;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.permission.Territory;
import cn.zhengqi.promise.PromiseSweep;
import cn.zhengqi.promise.WorkCalendar;
import cn.zhengqi.promise.WorkCalendars;
import cn.zhengqi.testing.ExportedFile;
import cn.zhengqi.testing.MovableClock;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.user.api.InstitutionType;
import cn.zhengqi.user.api.InternalInstitutions;
import cn.zhengqi.user.api.InternalPrincipals.StaffMember;
import cn.zhengqi.web.CurrentUser;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

/** A bank answers within ten working days: from submission to decision, seen by everybody, told to those who have to act. */
class PromisedAnswersTest extends FinanceServiceTest {

    private static final String ALL = "/api/finance/applications";

    @Autowired
    private PromiseSweep sweep;

    @Autowired
    private WorkCalendars calendars;

    @Autowired
    private MovableClock clock;

    private final CurrentUser overseer = TestUsers.ofDepartment(
            Ids.next(), FinancePermissions.OVERSEE_ANSWERS, FinancePermissions.READ_ALL_APPLICATIONS);
    private final CurrentUser operator = TestUsers.ofDepartment(Ids.next(), FinancePermissions.KEEP_TERMS);

    /** A Friday morning with enough of the calendar after it. */
    @BeforeEach
    void it_is_a_working_day_in_autumn() {
        clock.forward(Duration.between(
                clock.instant(),
                OffsetDateTime.parse("2026-11-06T10:00:00+08:00").toInstant()));
    }

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    void an_answer_is_promised_with_the_submission_and_kept_with_the_decision() {
        Answer submitted = submit(enterprise, application());

        assertThat(promise(submitted))
                .containsEntry("state", "RUNNING")
                .containsEntry("workingDays", 10)
                .containsEntry("dueOn", "2026-11-20")
                .containsEntry("remainingWorkingDays", 10)
                .containsEntry("broken", false);
        assertThat(jdbc.sql("select (data ->> 'answerAt')::timestamptz from outbox where subject = ? and type = ?")
                        .params(submitted.id(), "finance.LoanApplicationSubmitted")
                        .query(OffsetDateTime.class)
                        .single())
                .as("whoever is told of it is told the hour that its page shows")
                .isAtSameInstantAs(
                        OffsetDateTime.parse((String) promise(submitted).get("dueAt")));

        days(4);
        assertThat(promise(get(enterprise, "/api/finance/my/applications/" + submitted.id())))
                .containsEntry("remainingWorkingDays", 8);
        Answer accepted = act(officer, submitted.id(), "accept", Map.of("version", submitted.version()));
        Answer approved = act(officer, submitted.id(), "approve", approval(accepted.version()));

        assertThat(promise(approved))
                .containsEntry("state", "ANSWERED")
                .containsEntry("dueOn", "2026-11-20")
                .containsEntry("broken", false);
        days(30);
        sweep.run();
        assertThat(signals(submitted.id())).isEmpty();
    }

    @Test
    void more_time_is_asked_for_with_a_reason_approved_by_another_and_shown_to_the_enterprise() {
        Answer it = submit(enterprise, application());
        Map<String, Object> wish = Map.of("workingDays", 3, "reason", "等待抵押物评估");
        assertThat(act(officer, it.id(), "ask-extension", Map.of("workingDays", 0, "reason", " "))
                        .code())
                .isEqualTo("VALIDATION_FAILED");
        assertThat(act(officer, it.id(), "ask-extension", wish).status()).isEqualTo(204);
        assertThat(act(officer, it.id(), "ask-extension", wish).code()).isEqualTo("EXTENSION_WAITS");

        CurrentUser head = headOf(bank);
        Map<String, Object> row = items(get(head, "/api/finance/promises?standing=EXTENSION_ASKED"))
                .getFirst();
        assertThat(row.get("caseId")).isEqualTo(it.id().toString());
        String decide = "/api/finance/promises/" + row.get("id") + "/decide-extension";
        assertThat(post(head, decide, Map.of("approved", false)).code())
                .as("a no has its reason")
                .isEqualTo("VALIDATION_FAILED");
        assertThat(post(officer, decide, Map.of("approved", true)).status()).isEqualTo(403);
        assertThat(post(head, decide, Map.of("approved", true)).status()).isEqualTo(204);
        assertThat(post(head, decide, Map.of("approved", true)).code()).isEqualTo("EXTENSION_DECIDED");

        Map<String, Object> seen = promise(get(enterprise, "/api/finance/my/applications/" + it.id()));
        assertThat(seen).containsEntry("dueOn", "2026-11-25").containsEntry("workingDays", 13);
        assertThat(seen.get("extended").toString()).contains("等待抵押物评估", "2026-11-20");
        assertThat(items(get(head, "/api/finance/promises?standing=EXTENDED"))).hasSize(1);
        assertThat(eventsOf(it.id())).contains("finance.LoanPromiseExtended");
        assertThat(jdbc.sql("""
                        select count(*) from outbox where type = 'audit.ChangeRecorded'
                        and data ->> 'action' in ('EXTENSION_ASKED', 'EXTENSION_DECIDED') and data ->> 'subjectId' = ?""").param(it.id().toString()).query(Long.class).single())
                .isEqualTo(2);
    }

    @Test
    void a_withdrawn_application_is_not_waited_for() {
        Answer submitted = submit(enterprise, application());

        Answer withdrawn = post(
                enterprise,
                "/api/finance/my/applications/" + submitted.id() + "/withdraw",
                Map.of("version", submitted.version()));

        assertThat(promise(withdrawn)).containsEntry("state", "DROPPED");
        days(30);
        sweep.run();
        assertThat(signals(submitted.id())).isEmpty();
    }

    @Test
    void while_the_enterprise_supplements_the_time_of_the_bank_stands_still() {
        Answer it = submit(enterprise, application());
        UUID id = it.id();
        it = act(officer, id, "accept", Map.of("version", it.version()));
        days(4);
        it = act(officer, id, "ask-material", Map.of("version", it.version(), "reason", "请补充近六个月银行流水"));
        assertThat(it.get("status")).isEqualTo("NEED_MATERIAL");
        assertThat(promise(it)).containsEntry("state", "PAUSED").containsEntry("remainingWorkingDays", 9);
        days(20);
        sweep.run();
        assertThat(signals(id)).isEmpty();
        assertThat(act(officer, id, "accept", Map.of("version", it.version())).code())
                .isEqualTo("STATE_CONFLICT");
        assertThat(act(officer, id, "approve", approval(it.version())).code()).isEqualTo("STATE_CONFLICT");
        assertThat(act(officer, id, "ask-material", Map.of("version", it.version(), "reason", " "))
                        .status())
                .isEqualTo(400);

        String supply = "/api/finance/my/applications/" + id + "/supply-material";
        it = post(enterprise, supply, Map.of("version", it.version(), "words", "流水已发至客户经理邮箱"));

        assertThat(it.get("status")).isEqualTo("IN_REVIEW");
        // Monday, November 30: nine working days from the next one on.
        assertThat(promise(it)).containsEntry("state", "RUNNING").containsEntry("dueOn", "2026-12-11");
        assertThat(post(enterprise, supply, Map.of("version", it.version(), "words", "请再补一次"))
                        .code())
                .isEqualTo("STATE_CONFLICT");
        assertThat(act(officer, id, "approve", approval(it.version())).get("status"))
                .isEqualTo("APPROVED");
        assertThat(eventsOf(id)).contains("finance.LoanMaterialAsked", "finance.LoanMaterialSupplied");
    }

    @Test
    void a_bank_that_does_not_answer_is_warned_then_it_is_broken_then_told_on_and_each_once() {
        Answer submitted = submit(enterprise, application());
        UUID id = submitted.id();
        act(officer, id, "accept", Map.of("version", submitted.version()));

        for (int day = 0; day < 24; day++) {
            days(1);
            sweep.run();
            sweep.run();
        }

        assertThat(signals(id))
                .as("its heads, then the finance office, at last the operators")
                .containsExactly(
                        "WARNED 0", "BROKEN 0", "ESCALATED 1 HEADS", "ESCALATED 2 OVERSEERS", "ESCALATED 3 OPERATORS");
        assertThat(jdbc.sql(
                                "select distinct data #>> '{call,handlerId}' from outbox where data #>> '{call,caseId}' = ?")
                        .param(id.toString())
                        .query(String.class)
                        .list())
                .containsExactly(officer.accountId().toString());
    }

    @Test
    void a_bank_that_is_late_stays_on_the_board_and_is_told_on_though_it_asks_for_material() {
        Answer it = submit(enterprise, application());
        UUID id = it.id();
        it = act(officer, id, "accept", Map.of("version", it.version()));
        days(15);
        sweep.run();
        it = act(officer, id, "ask-material", Map.of("version", it.version(), "reason", "请补充近六个月银行流水"));
        assertThat(promise(it)).containsEntry("state", "PAUSED").containsEntry("broken", true);

        days(10);
        sweep.run();

        CurrentUser head = headOf(bank);
        assertThat(signals(id))
                .containsExactly("BROKEN 0", "ESCALATED 1 HEADS", "ESCALATED 2 OVERSEERS", "ESCALATED 3 OPERATORS");
        assertThat(items(get(head, "/api/finance/promises?standing=OVERDUE"))).hasSize(1);
        assertThat(figures(get(head, "/api/finance/promises/summary").get("all")))
                .containsEntry("overdue", 1)
                .containsEntry("paused", 1);
        assertThat(ids(get(officer, ALL + "?overdue=true"))).containsExactly(id);
        String urge = "/api/finance/promises/" + promise(it).get("id") + "/urge";
        assertThat(post(head, urge, Map.of()).status()).isEqualTo(204);
    }

    @Test
    void lists_are_narrowed_to_what_is_overdue_and_ordered_by_the_promised_date() {
        Answer early = submit(enterprise, application());
        days(6);
        Answer late = submit(anEnterprise(), application());
        days(12);

        assertThat(ids(get(officer, ALL + "?sort=dueAt,asc"))).containsExactly(early.id(), late.id());
        assertThat(ids(get(officer, ALL + "?sort=dueAt,desc"))).containsExactly(late.id(), early.id());
        assertThat(ids(get(officer, ALL + "?overdue=true"))).containsExactly(early.id());
        assertThat(promise(items(get(officer, ALL + "?overdue=true")).getFirst()))
                .containsEntry("broken", true);
        act(officer, early.id(), "accept", Map.of("version", early.version()));
        act(officer, early.id(), "approve", approval(early.version() + 1));
        assertThat(ids(get(officer, ALL + "?overdue=true"))).isEmpty();

        assertThat(ids(get(officer, ALL + "?sort=dueAt,asc")))
                .as("what is decided comes last")
                .containsExactly(late.id(), early.id());
        assertThat(ids(get(officer, ALL + "?sort=dueAt,desc"))).containsExactly(late.id(), early.id());
        act(officer, late.id(), "accept", Map.of("version", late.version()));
        act(officer, late.id(), "approve", approval(late.version() + 1));
        assertThat(ids(get(officer, ALL + "?sort=dueAt,asc")))
                .as("by the date that was promised")
                .containsExactly(early.id(), late.id());
        assertThat(ids(get(officer, ALL + "?sort=dueAt,desc"))).containsExactly(late.id(), early.id());
    }

    @Test
    void the_board_shows_a_head_the_own_bank_and_the_overseer_every_bank() {
        submit(enterprise, application());
        days(14);
        submit(anEnterprise(), application());
        CurrentUser head = headOf(bank);

        Answer summary = get(head, "/api/finance/promises/summary");
        assertThat(figures(summary.get("all")))
                .containsEntry("open", 2)
                .containsEntry("dueToday", 1)
                .containsEntry("overdue", 0);
        days(1);
        assertThat(figures(get(head, "/api/finance/promises/summary").get("all")))
                .containsEntry("overdue", 1);
        assertThat(items(get(head, "/api/finance/promises?standing=OVERDUE"))).hasSize(1);
        assertThat(ExportedFile.of(client.as(head), "/api/finance/promises/export?standing=OVERDUE")
                        .rows())
                .hasSize(1);
        assertThat(items(get(overseer, "/api/finance/promises?standing=OVERDUE&institutionId=" + bank.id())))
                .hasSize(1);
        assertThat(figures(get(headOf(aBank()), "/api/finance/promises/summary").get("all")))
                .containsEntry("open", 0);
        assertThat(get(officer, "/api/finance/promises/summary").status()).isEqualTo(403);
    }

    @Test
    void what_waits_in_the_pool_of_a_branch_is_called_for_there_and_seen_by_its_head_and_by_that_of_the_bank() {
        UUID branch = Ids.next();
        Answer it = submittedTo(branch);
        Answer elsewhere = submit(anEnterprise(), application());
        CurrentUser head = headOf(bank);
        CurrentUser headOfBranch = headOf(branch);

        days(15);
        sweep.run();

        assertThat(branchesCalled(it)).containsExactly(branch);
        assertThat(branchesCalled(elsewhere)).hasSize(1).containsOnlyNulls();
        List<Map<String, Object>> overdue = items(get(headOfBranch, "/api/finance/promises?standing=OVERDUE"));
        assertThat(overdue)
                .extracting(row -> row.get("caseId"))
                .containsExactly(it.id().toString());
        assertThat(overdue.getFirst())
                .containsEntry("branchName", "城南支行")
                .containsEntry("institutionId", bank.id().toString());
        assertThat(figures(get(headOfBranch, "/api/finance/promises/summary").get("all")))
                .containsEntry("overdue", 1);
        Answer ofBank = get(head, "/api/finance/promises/summary");
        assertThat(figures(ofBank.get("all"))).containsEntry("overdue", 2);
        assertThat((List<?>) ofBank.get("institutions")).as("by bank").hasSize(1);
        assertThat(ExportedFile.of(client.as(head), "/api/finance/promises/export")
                        .column("办理机构"))
                .containsExactlyInAnyOrder(bank.name() + "（城南支行）", bank.name());
        String toAll = "/api/finance/promises?institutionId=" + bank.id();
        assertThat(items(get(overseer, toAll)))
                .as("how a bank divides its work is its own")
                .hasSize(2)
                .noneMatch(row -> row.containsKey("branchName"));
        assertThat(post(headOf(Ids.next()), urge(it), Map.of()).status())
                .as("another branch")
                .isEqualTo(404);
        assertThat(post(headOfBranch, urge(elsewhere), Map.of()).status()).isEqualTo(404);

        assertThat(post(headOfBranch, urge(it), Map.of()).status()).isEqualTo(204);

        assertThat(branchesCalled(it)).containsExactly(branch, branch);
    }

    @Test
    void whoever_has_an_application_by_now_is_called_where_they_are() {
        UUID branch = Ids.next();
        UUID another = Ids.next();
        CurrentUser there = TestUsers.ofBank(another, "finance.application.handle");
        theBankHas(
                new StaffMember(officer.accountId(), "周客户", bank.id(), bank.name()),
                new StaffMember(Ids.next(), "林客户", branch, "城南支行"),
                new StaffMember(there.accountId(), "郑客户", another, "城北支行"));
        CurrentUser head = TestUsers.ofBank(
                        bank.id(), FinancePermissions.READ_ALL_APPLICATIONS, "finance.application.assign")
                .reaching(Map.of(), Territory.of(bank.id(), Set.of(branch, another), Set.of()));
        Answer it = submittedTo(branch);
        Answer moved = handOver(head, it, Map.of("officerId", there.accountId()), "企业已迁址");
        assertThat(placeOf(it)).isEqualTo("城北支行 " + there.accountId());
        assertThat(items(get(headOf(branch), "/api/finance/promises"))).isEmpty();
        assertThat(items(get(headOf(another), "/api/finance/promises"))).hasSize(1);

        moved = handOver(head, moved, Map.of("branchId", branch), "退回原网点");
        assertThat(placeOf(it)).as("back in its pool").isEqualTo("城南支行 ");
        handOver(head, moved, Map.of("branchId", bank.id()), "由总行办理");
        assertThat(placeOf(it)).as("in that of the head office").isEqualTo(" ");
        act(officer, it.id(), "take", Map.of());
        assertThat(placeOf(it)).isEqualTo(" " + officer.accountId());
        days(15);
        sweep.run();

        assertThat(branchesCalled(it)).hasSize(1).containsOnlyNulls();
    }

    @Test
    void a_case_that_somebody_has_taken_is_not_said_to_be_accepted() {
        Answer submitted = submit(enterprise, application());
        CurrentUser head = headOf(bank);
        assertThat(ExportedFile.of(client.as(head), "/api/finance/promises/export")
                        .column("办理人"))
                .containsExactly("未分派");

        jdbc.sql("update promise set handler_id = ? where case_id = ?")
                .params(officer.accountId(), submitted.id())
                .update();

        assertThat(ExportedFile.of(client.as(head), "/api/finance/promises/export")
                        .column("办理人"))
                .containsExactly("已有办理人");
    }

    @Test
    void a_case_is_urged_with_one_click_and_not_again_at_once() {
        Answer submitted = submit(enterprise, application());
        String urge = "/api/finance/promises/" + promise(submitted).get("id") + "/urge";

        assertThat(post(headOf(bank), urge, Map.of()).status()).isEqualTo(204);
        Answer again = post(overseer, urge, Map.of());

        assertThat(again.status()).isEqualTo(429);
        assertThat(again.code()).isEqualTo("URGED_ALREADY");
        assertThat(signals(submitted.id())).containsExactly("URGED 0");
        assertThat(jdbc.sql(
                                "select count(*) from outbox where type = 'audit.ChangeRecorded' and data ->> 'action' = 'APPLICATION_URGED' and data ->> 'subjectId' = ?")
                        .param(submitted.id().toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void what_was_answered_is_not_urged() {
        Answer approved = approved(enterprise, product, officer);

        Answer refused =
                post(overseer, "/api/finance/promises/" + promise(approved).get("id") + "/urge", Map.of());

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("PROMISE_NOT_RUNNING");
    }

    @Test
    void a_head_urges_nobody_of_another_bank() {
        Answer submitted = submit(enterprise, application());
        String urge = "/api/finance/promises/" + promise(submitted).get("id") + "/urge";

        assertThat(post(headOf(aBank()), urge, Map.of()).status()).isEqualTo(404);
        assertThat(post(officer, urge, Map.of()).status()).isEqualTo(403);
        assertThat(signals(submitted.id())).isEmpty();
    }

    @Test
    void the_operator_changes_a_term_and_later_applications_have_it() {
        Answer before = submit(enterprise, application());
        Map<String, Object> term = term("FIRST");

        Answer changed = put("/api/finance/promise-terms/FIRST", change(5, 0.6, List.of(2), term.get("version")));
        try {
            assertThat(changed.status()).isEqualTo(200);
            assertThat(promise(submit(anEnterprise(), application()))).containsEntry("workingDays", 5);
            assertThat(promise(get(enterprise, "/api/finance/my/applications/" + before.id())))
                    .containsEntry("workingDays", 10);
            assertThat(put("/api/finance/promise-terms/FIRST", change(6, 0.6, List.of(2), term.get("version")))
                            .code())
                    .isEqualTo("VERSION_CONFLICT");
        } finally {
            Map<String, Object> shipped = new HashMap<>(term);
            shipped.put("version", changed.get("version"));
            put("/api/finance/promise-terms/FIRST", shipped);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 201})
    void a_term_that_nobody_can_mean_is_refused(int days) {
        Answer refused = put("/api/finance/promise-terms/FIRST", change(days, 0.8, List.of(1), 0));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("VALIDATION_FAILED");
    }

    @Test
    void a_chain_that_does_not_rise_is_refused() {
        Answer refused = put("/api/finance/promise-terms/FIRST", change(10, 0.8, List.of(3, 3), 0));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().toString()).contains("后一级的升级天数应大于前一级");
    }

    @Test
    void dates_in_a_year_without_calendar_are_not_guessed() {
        WorkCalendar calendar = calendars.now();
        int missing = 2026;
        while (calendar.knows(missing)) {
            missing++;
        }
        clock.forward(Duration.between(
                clock.instant(),
                BusinessTime.startOf(LocalDate.of(missing - 1, 12, 28)).plus(Duration.ofHours(2))));

        Answer submitted = submit(enterprise, application());

        assertThat(promise(submitted).get("dueOn")).isNull();
        assertThat(promise(submitted)).containsEntry("note", missing + " 年放假安排尚未公布，到期日待公布后确定");
        assertThat(get(overseer, "/api/finance/promises/summary").get("missingYear"))
                .isEqualTo(missing);
    }

    private void days(int days) {
        clock.forward(Duration.ofDays(days));
    }

    private static CurrentUser headOf(Bank of) {
        return headOf(of.id());
    }

    private static CurrentUser headOf(UUID institution) {
        return TestUsers.ofBank(
                institution, FinancePermissions.SUPERVISE_ANSWERS, FinancePermissions.READ_ALL_APPLICATIONS);
    }

    /** From a town that this branch looks after. */
    private Answer submittedTo(UUID branch) {
        String town = "T" + Ids.next().toString().substring(24);
        CurrentUser borrower = anEnterprise();
        jdbc.sql("""
                        insert into branch_town (id, bank_id, town_code, branch_id, branch_name, changed_at, version)
                        values (?, ?, ?, ?, '城南支行', now(), 0)""").params(Ids.next(), bank.id(), town, branch).update();
        jdbc.sql("""
                        insert into enterprise (id, uscc, name, town_code, changed_at, register_version, demo)
                        values (?, '91500113MAX5XQ4WX4', '测试企业有限公司', ?, now(), 1, false)""").params(borrower.enterpriseId(), town).update();
        return submit(borrower, application());
    }

    private void theBankHas(StaffMember... people) {
        when(principals.staff(any(), anyString())).thenReturn(List.of(people));
        when(institutions.open(any()))
                .thenAnswer(call -> call.<Collection<UUID>>getArgument(0).stream()
                        .map(id -> new InternalInstitutions.Open(id, nameOf(id, people), InstitutionType.BANK))
                        .toList());
    }

    private String nameOf(UUID institution, StaffMember... people) {
        return Arrays.stream(people)
                .filter(it -> it.institutionId().equals(institution))
                .map(StaffMember::institutionName)
                .findFirst()
                .orElse(bank.name());
    }

    private Answer handOver(CurrentUser who, Answer it, Map<String, Object> to, String reason) {
        return act(who, it.id(), "hand-over", Map.of("version", it.version(), "to", to, "reason", reason));
    }

    /** Where the promise is called for, by the branch and who has it. */
    private String placeOf(Answer application) {
        return jdbc.sql(
                        "select coalesce(branch_name, '') || ' ' || coalesce(handler_id::text, '') from promise where case_id = ?")
                .param(application.id())
                .query(String.class)
                .single();
    }

    private static String urge(Answer application) {
        return "/api/finance/promises/" + promise(application).get("id") + "/urge";
    }

    private List<UUID> branchesCalled(Answer application) {
        return jdbc.sql("""
                        select (data #>> '{call,branchId}')::uuid from outbox
                        where type = 'finance.LoanPromiseCalled' and data #>> '{call,caseId}' = ?""")
                .param(application.id().toString())
                .query(UUID.class)
                .list();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> promise(Answer application) {
        return (Map<String, Object>) application.get("promise");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> promise(Map<String, Object> application) {
        return (Map<String, Object>) application.get("promise");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> figures(Object figures) {
        return (Map<String, Object>) figures;
    }

    private static List<UUID> ids(Answer page) {
        return items(page).stream()
                .map(it -> UUID.fromString((String) it.get("id")))
                .toList();
    }

    private List<String> signals(UUID application) {
        return jdbc.sql("""
                        select concat_ws(' ', data #>> '{call,signal}', data #>> '{call,level}', data #>> '{call,rung}')
                        from outbox where type = 'finance.LoanPromiseCalled' and data #>> '{call,caseId}' = ? order by seq""").param(application.toString()).query(String.class).list();
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> term(String caseClass) {
        List<Map<String, Object>> terms = client.as(operator)
                .get()
                .uri("/api/finance/promise-terms")
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

    private Answer put(String uri, Map<String, Object> body) {
        return answerOf(
                client.as(operator).method(HttpMethod.PUT).uri(uri).body(body).exchange());
    }

    private static Map<String, Object> change(int days, double warnAfter, List<Integer> escalateAfter, Object version) {
        return Map.of(
                "workingDays",
                days,
                "warnAfter",
                warnAfter,
                "escalateAfter",
                escalateAfter,
                "escalateTo",
                Collections.nCopies(escalateAfter.size(), "OVERSEERS"),
                "version",
                version);
    }
}
