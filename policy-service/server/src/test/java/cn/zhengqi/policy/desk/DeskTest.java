package cn.zhengqi.policy.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.matching.api.match.MatchOutcome;
import cn.zhengqi.policy.redemption.PaymentServiceTest;
import cn.zhengqi.testing.ExportedFile;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.web.CurrentUser;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 政策工作台: each figure counts what the list that it opens shows. */
class DeskTest extends PaymentServiceTest {

    @Autowired
    private DueDays days;

    @Test
    void a_declaration_waits_for_those_at_whose_institution_its_step_is_until_somebody_takes_it_on() {
        CurrentUser colleague = officerOf(department);
        Answer declared = submitted(enterprise, opened(project()).id());
        assertThat(waiting(officer, "DECLARATIONS")).isEqualTo(1);
        assertThat(waiting(colleague, "DECLARATIONS")).isEqualTo(1);
        assertThat(waiting(officerOf(UUID.randomUUID()), "DECLARATIONS")).isZero();

        Answer taken = act(officer, declared, "take-on", Map.of());
        assertThat(waiting(officer, "DECLARATIONS")).isEqualTo(1);
        assertThat(waiting(colleague, "DECLARATIONS")).isZero();
        assertThat(total(officer, "/api/policy/declarations?waiting=true")).isEqualTo(1);
        assertThat(total(colleague, "/api/policy/declarations?waiting=true")).isZero();

        act(officer, taken, "send-back", Map.of("reason", "请补充完整", "marked", List.of(Map.of("key", "product"))));
        assertThat(waiting(officer, "DECLARATIONS"))
                .as("the enterprise has to supplement")
                .isZero();
    }

    @Test
    void what_is_promised_is_in_one_of_three_by_its_date() {
        Answer declared = submitted(enterprise, opened(project()).id());
        Answer applied = applied(firm, paying(500_000), 100_000);
        UUID step = jdbc.sql("select step_case_id from declaration where id = ?")
                .param(declared.id())
                .query(UUID.class)
                .single();
        Instant tonight = BusinessTime.endOf(LocalDate.now(BusinessTime.ZONE));
        Instant soon = BusinessTime.endOf(days.soonUntil());
        Map<String, Instant> moments = Map.of(
                "OVERDUE",
                Instant.now().minusSeconds(60),
                "TODAY",
                tonight,
                "SOON",
                soon,
                "later",
                soon.plusSeconds(1));
        Map<String, String> figures = Map.of("OVERDUE", "OVERDUE", "TODAY", "DUE_TODAY", "SOON", "DUE_SOON");

        moments.forEach((which, moment) -> {
            jdbc.sql("update promise set due_at = ? where case_id in (?, ?)")
                    .params(BusinessTime.at(moment), step, applied.id())
                    .update();
            figures.forEach((due, figure) -> {
                long expected = due.equals(which) ? 1 : 0;
                assertThat(figure(officer, "DECLARATIONS", figure)).as(due).isEqualTo(expected);
                assertThat(total(officer, "/api/policy/declarations?due=" + due))
                        .isEqualTo(expected);
                assertThat(figure(clerk, "REDEMPTIONS", figure)).as(due).isEqualTo(expected);
                assertThat(total(clerk, "/api/policy/redemption/applications?due=" + due))
                        .isEqualTo(expected);
            });
        });
    }

    @Test
    void a_batch_waits_for_the_second_pair_of_eyes_and_not_for_the_first() {
        Answer payable = approved(firm, paying(500_000), 100_000);
        assertThat(waiting(clerk, "REDEMPTIONS")).isZero();
        post(clerk, "/api/policy/redemption/batches", Map.of("applications", List.of(payable.id())));

        assertThat(waiting(chief, "BATCHES")).isEqualTo(1);
        assertThat(total(chief, "/api/policy/redemption/batches?waiting=true")).isEqualTo(1);
        assertThat(waiting(clerk, "BATCHES")).isZero();
        assertThat(total(clerk, "/api/policy/redemption/batches?waiting=true")).isZero();
    }

    @Test
    void who_prepares_payments_sees_what_waits_for_them_step_by_step() {
        CurrentUser preparer =
                TestUsers.ofDepartment(Objects.requireNonNull(clerk.institutionId()), "policy.payment.prepare");
        Answer payment = approved(firm, paying(500_000), 800_000);
        assertThat(figure(preparer, "REDEMPTIONS", "TO_PAY")).isEqualTo(1);
        assertThat(total(preparer, "/api/policy/redemption/applications?status=APPROVED"))
                .isEqualTo(1);

        Answer batch = post(clerk, "/api/policy/redemption/batches", Map.of("applications", List.of(payment.id())));
        assertThat(figure(preparer, "REDEMPTIONS", "TO_PAY")).isZero();
        post(chief, "/api/policy/redemption/batches/" + batch.id() + "/approve", Map.of("version", batch.version()));
        assertThat(figure(preparer, "BATCHES", "TO_SEND")).isEqualTo(1);
        assertThat(total(preparer, "/api/policy/redemption/batches?state=APPROVED"))
                .isEqualTo(1);
        assertThat(figure(preparer, "BATCHES", "TO_SETTLE")).isZero();
    }

    @Test
    void money_that_came_back_waits_for_who_can_confirm_it_and_is_seen_by_who_prepared_it() {
        Answer payment = approved(firm, paying(500_000), 800_000);
        Answer batch = handedOver(payment);
        assertThat(figure(clerk, "BATCHES", "TO_SETTLE")).isEqualTo(1);
        settled(clerk, batch, paid(payment, "A1"));
        post(
                clerk,
                "/api/policy/redemption/applications/" + payment.id() + "/returns",
                Map.of("reference", "TH1", "reason", "账号已销户"));

        assertThat(waiting(chief, "RETURNS")).isEqualTo(1);
        assertThat(total(chief, "/api/policy/redemption/returns?waiting=true")).isEqualTo(1);
        assertThat(figure(clerk, "RETURNS", "TOLD")).isEqualTo(1);
        assertThat(total(clerk, "/api/policy/redemption/returns?state=OPEN")).isEqualTo(1);
        assertThat(total(clerk, "/api/policy/redemption/returns?waiting=true"))
                .as("who told of it does not confirm it")
                .isZero();
    }

    @Test
    void what_does_not_fit_any_more_waits_for_a_decision() {
        Answer project = exempt();
        offered(project, firm);
        Answer mine = mineOf(firm);
        mine(firm, mine, "confirm", Map.of("account", account(firm)));
        afterTheNotice();
        assertThat(figure(clerk, "REDEMPTIONS", "TO_DECIDE")).isZero();
        when(standings.evidence(any(), any())).thenReturn(standing(MatchOutcome.INELIGIBLE));
        post(clerk, "/api/policy/redemption/applications/" + mine.id() + "/check", Map.of());

        assertThat(figure(clerk, "REDEMPTIONS", "TO_DECIDE")).isEqualTo(1);
        assertThat(total(clerk, "/api/policy/redemption/applications?lapsed=true"))
                .isEqualTo(1);
    }

    @Test
    void what_the_bank_did_not_take_waits_for_another_account_and_so_does_what_it_gave_back() {
        Answer refused = approved(firm, paying(500_000), 800_000);
        Answer returned = approved(aFirm(), paying(500_000), 100_000);
        settled(clerk, handedOver(refused, returned), failed(refused, "账号不存在"), paid(returned, "A1"));
        assertThat(figure(clerk, "REDEMPTIONS", "ACCOUNT_WANTED")).isEqualTo(1);
        confirmed(chief, cameBack(clerk, returned.id()));

        assertThat(figure(clerk, "REDEMPTIONS", "ACCOUNT_WANTED")).isEqualTo(2);
        assertThat(total(clerk, "/api/policy/redemption/applications?accountWanted=true"))
                .isEqualTo(2);
        assertThat(figure(clerk, "REDEMPTIONS", "TO_PAY")).isZero();

        Answer own = get(firm, "/api/policy/my/redemptions/" + refused.id());
        mine(firm, own, "account", Map.of("account", account(firm)));
        assertThat(figure(clerk, "REDEMPTIONS", "ACCOUNT_WANTED")).isEqualTo(1);
        assertThat(figure(clerk, "REDEMPTIONS", "TO_PAY")).isEqualTo(1);
    }

    @Test
    void an_objection_waits_until_it_is_answered() {
        Answer shown = noticed(firm, paying(500_000), 100_000);
        Map<String, Object> objection = Map.of("noticeId", shown.id(), "words", "不实", "contactPhone", "13800001111");
        post(enterprise, "/api/policy/my/objections", objection);

        assertThat(waiting(clerk, "OBJECTIONS")).isEqualTo(1);
        assertThat(total(clerk, "/api/policy/redemption/objections?state=OPEN")).isEqualTo(1);
    }

    @Test
    void a_draft_waits_for_those_who_wrote_nothing_in_it() {
        CurrentUser author = TestUsers.operator("policy.manage", "policy.review");
        CurrentUser reviewer = TestUsers.operator("policy.review");
        long before = waiting(reviewer, "DRAFTS");
        long own = waiting(author, "DRAFTS");
        UUID id = post(author, "/api/policy/manage/drafts", Map.of("code", "W" + System.nanoTime() % 1_000_000_000))
                .id();
        jdbc.sql("update policy_draft set state = 'REVIEW' where id = ?")
                .param(id)
                .update();

        assertThat(waiting(reviewer, "DRAFTS")).isEqualTo(before + 1);
        assertThat(total(reviewer, "/api/policy/manage/drafts?waiting=true")).isEqualTo(before + 1);
        assertThat(waiting(author, "DRAFTS")).isEqualTo(own);
        jdbc.sql("delete from policy_draft where id = ?").param(id).update();
    }

    @Test
    void a_window_that_is_open_and_soon_over_is_closing() {
        LocalDate today = LocalDate.now(BusinessTime.ZONE);
        Map<String, Object> closing = payout(A_TENTH, 500_000);
        closing.put("closesOn", today.plusDays(DueDays.CLOSING).toString());
        paying(closing);
        drafted(closing);
        paying(500_000);
        Map<String, Object> declarable = project();
        declarable.put("closesOn", today.toString());
        opened(declarable);

        assertThat(figure(clerk, "REDEMPTION_PROJECTS", "CLOSING")).isEqualTo(1);
        assertThat(total(clerk, "/api/policy/manage/redemption-projects?closing=true"))
                .isEqualTo(1);
        assertThat(figure(officer, "PROJECTS", "CLOSING")).isEqualTo(1);
        assertThat(total(officer, "/api/policy/manage/projects?closing=true")).isEqualTo(1);
    }

    @Test
    void where_the_money_of_each_project_is_leaves_as_a_file() {
        Answer project = paying(500_000);
        noticed(firm, project, 100_000);

        ExportedFile file = ExportedFile.of(client.as(clerk), "/api/policy/manage/redemption-projects/export");

        assertThat(file.rows()).hasSize(1);
        assertThat(file.rows().getFirst().toString()).contains("设备更新补助", "500000", "10000", "490000");
    }

    @Test
    void who_may_not_open_a_list_is_told_no_figure_of_it() {
        submitted(enterprise, opened(project()).id());

        assertThat(figures(TestUsers.ofDepartment(department, "policy.payment.prepare")))
                .extracting(it -> it.get("list") + " " + it.get("which"))
                .containsExactlyInAnyOrder(
                        "REDEMPTIONS TO_PAY",
                        "REDEMPTIONS TO_DECIDE",
                        "REDEMPTIONS ACCOUNT_WANTED",
                        "BATCHES TO_SEND",
                        "BATCHES TO_SETTLE",
                        "RETURNS TOLD");
        assertThat(figures(officer))
                .allSatisfy(it -> assertThat(it.get("list")).isIn("DECLARATIONS", "PROJECTS", "OBJECTIONS"));
    }

    private long waiting(CurrentUser user, String list) {
        return figure(user, list, "WAITING");
    }

    private long figure(CurrentUser user, String list, String which) {
        return figures(user).stream()
                .filter(it -> list.equals(it.get("list")) && which.equals(it.get("which")))
                .mapToLong(it -> ((Number) it.get("count")).longValue())
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> figures(CurrentUser user) {
        return (List<Map<String, Object>>) get(user, "/api/policy/desk").body().get("figures");
    }

    private long total(CurrentUser user, String path) {
        return ((Number) get(user, path).body().get("total")).longValue();
    }
}
