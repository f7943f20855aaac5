package cn.zhengqi.policy.redemption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.matching.api.match.MatchOutcome;
import cn.zhengqi.policy.redemption.application.RedemptionMoves;
import cn.zhengqi.policy.redemption.check.PaymentChecks;
import cn.zhengqi.policy.standing.Evidence;
import cn.zhengqi.testing.ExportedFile;
import cn.zhengqi.web.CurrentUser;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 免申即享 that was confirmed and does not fit any more before it is paid: found when a batch is made or approved, paid all the same for a reason, or ended. */
class EndingTest extends PaymentServiceTest {

    @Autowired
    private PaymentChecks checks;

    @Autowired
    private RedemptionMoves moves;

    private Answer project;
    private CurrentUser other;
    private Answer lapsing;
    private Answer fitting;

    @BeforeEach
    void two_that_confirmed_and_wait_to_be_paid() {
        project = exempt();
        other = aFirm();
        offered(project, firm, other);
        lapsing = confirmed(firm);
        fitting = confirmed(other);
        afterTheNotice();
        assertThat(money(project)).isEqualTo(yuan(60_000, 0, 40_000, 0, 0));
    }

    private Answer confirmed(CurrentUser who) {
        return mine(who, mineOf(who), "confirm", Map.of("account", account(who)));
    }

    @Test
    void what_does_not_fit_any_more_is_in_no_batch_before_somebody_decided_and_both_see_why() {
        stands(firm, MatchOutcome.INELIGIBLE);

        Answer refused = prepared(clerk, lapsing, fitting);

        assertThat(refused.code()).isEqualTo("NOT_PAYABLE");
        assertThat(refused.errors()).containsOnlyKeys("applications[0]");
        assertThat(refused.get("errors").toString())
                .contains("code=LAPSED", "测试企业" + firm.enterpriseId(), "不符合政策条件，未达到：职工总数（要求 ≥ 10 人）");
        assertThat(row(lapsing).get("status")).isEqualTo("APPROVED");
        assertThat(items(get(clerk, APPLICATIONS + "?lapsed=true&projectId=" + project.id())))
                .as("what waits for a decision")
                .extracting(it -> it.get("id"))
                .containsExactly(lapsing.id().toString());
        Map<?, ?> check = check(lapsing);
        assertThat(check.get("open")).isEqualTo(true);
        assertThat(check.get("asOf")).isEqualTo("2026-11-27");
        assertThat(row(lapsing).get("checked").toString()).contains("NOT_MET", "职工总数");
        assertThat(mineOf(firm).get("check"))
                .as("what is found is the department's")
                .isNull();
        assertThat(mineOf(firm).get("checked")).isNull();

        Answer kept = kept(clerk, lapsing, "公示时符合，按规定兑付");
        assertThat(kept.get("keptReason")).isEqualTo("公示时符合，按规定兑付");
        assertThat(kept(clerk, lapsing, "再一次决定").code()).isEqualTo("STATE_CONFLICT");
        Answer batch = prepared(clerk, lapsing, fitting);
        assertThat(batch.status()).isEqualTo(201);
        assertThat(batch.get("items").toString()).contains("公示时符合，按规定兑付", "不符合政策条件");
        assertThat(ExportedFile.of(client.as(clerk), APPLICATIONS + "/export?projectId=" + project.id())
                        .column("支付前核对"))
                .anyMatch(it -> it.contains("仍予支付：公示时符合，按规定兑付"))
                .contains("符合");
        assertThat(step(chief, batch, "approve").get("state"))
                .as("the same findings are decided over once")
                .isEqualTo("APPROVED");
        assertThat(resultsOf(lapsing)).as("each result stays as it was found").isEqualTo(3);
        assertThat(differences()).isEmpty();
    }

    @Test
    void it_is_looked_at_once_more_at_the_approval_and_who_decides_then_does_not_approve() {
        Answer batch = prepared(clerk, lapsing, fitting);
        stands(firm, MatchOutcome.INELIGIBLE);

        Answer refused = step(chief, batch, "approve");
        assertThat(refused.code()).isEqualTo("NOT_PAYABLE");
        assertThat(refused.get("errors").toString()).contains("LAPSED", String.valueOf(lapsing.get("number")));
        assertThat(reread(batch).get("state")).isEqualTo("DRAFT");

        kept(chief, lapsing, "经集体研究仍予支付");
        assertThat(step(chief, batch, "approve").code())
                .as("it is another than was seen")
                .isEqualTo("VERSION_CONFLICT");
        assertThat(step(chief, reread(batch), "approve").code()).isEqualTo("KEPT_BY_YOURSELF");
        assertThat(items(get(chief, WAITING))).as("what they cannot approve").isEmpty();
        CurrentUser third = payerOf(department);
        assertThat(items(get(third, WAITING)))
                .extracting(it -> it.get("number"))
                .containsExactly(batch.get("number"));
        assertThat(step(third, reread(batch), "approve").get("state")).isEqualTo("APPROVED");
    }

    @Test
    void other_findings_than_those_that_were_decided_over_are_decided_over_anew() {
        stands(firm, MatchOutcome.INELIGIBLE);
        prepared(clerk, lapsing);
        kept(clerk, lapsing, "公示时符合");
        Answer seen = new Answer(200, Map.of("id", check(lapsing).get("id")));
        stands(firm, MatchOutcome.UNKNOWN);

        Answer refused = prepared(clerk, lapsing);

        assertThat(refused.code()).isEqualTo("NOT_PAYABLE");
        assertThat(refused.get("errors").toString()).contains("不能判定是否符合政策条件，缺少：职工总数");
        assertThat(keptOver(clerk, lapsing, seen.id(), "公示时符合").code())
                .as("a result that is not the last")
                .isEqualTo("VERSION_CONFLICT");
        stands(firm, MatchOutcome.ELIGIBLE);
        assertThat(prepared(clerk, lapsing).status()).isEqualTo(201);
    }

    @Test
    void those_of_one_project_are_asked_after_in_one_question() {
        clearInvocations(standings);

        assertThat(prepared(clerk, lapsing, fitting).status()).isEqualTo(201);

        verify(standings)
                .evidenceOfMany(argThat(it -> it.enterprises().equals(Set.of(firm.enterpriseId(), other.enterpriseId()))
                        && it.policyId().equals(policy)));
    }

    @Test
    void while_nobody_can_say_nothing_is_paid() {
        when(standings.evidence(any(), any())).thenThrow(new ProblemException(CommonProblem.SERVICE_UNAVAILABLE));

        assertThat(prepared(clerk, lapsing).status()).isEqualTo(503);
        assertThat(row(lapsing).get("status")).isEqualTo("APPROVED");
        assertThat(check(lapsing)).isNull();
    }

    @Test
    void who_applied_was_judged_by_people_and_is_not_held_against_the_conditions_again() {
        Answer paying = paying(500_000);
        Answer reviewed = approved(aFirm(), paying, 100_000);
        when(standings.evidence(any(), any())).thenThrow(new AssertionError("nobody is to be asked"));

        assertThat(prepared(clerk, reviewed).status()).isEqualTo(201);
        assertThat(post(clerk, APPLICATIONS + "/" + reviewed.id() + "/check", Map.of())
                        .code())
                .isEqualTo("STATE_CONFLICT");
    }

    @Test
    void where_only_the_day_is_against_it_nobody_is_asked_to_decide_and_after_the_day_nothing_is_said_of_it() {
        toCome(first -> {
            Answer found = checkedAgain(lapsing);
            assertThat(found.get("open")).isEqualTo(false);
            assertThat(found.get("against")).isNull();
            assertThat(found.get("beginsOn")).isEqualTo(first.toString());
            assertThat(items(get(clerk, LAPSED))).as("it waits for no decision").isEmpty();
            assertThat(kept(clerk, lapsing, "按规定兑付").code()).isEqualTo("STATE_CONFLICT");
            assertThat(prepared(clerk, lapsing).get("errors").toString())
                    .contains("code=NOT_BEGUN")
                    .doesNotContain("LAPSED");
            assertThat(ExportedFile.of(client.as(clerk), APPLICATIONS + "/export?projectId=" + project.id())
                            .column("支付前核对"))
                    .contains("符合；政策自 " + BusinessTime.inWords(first) + " 起施行");
        });
        clock.forward(Duration.ofDays(60));
        assertThat(check(lapsing).get("beginsOn")).isNull();
        clock.reset();
    }

    @Test
    void a_department_with_doubts_has_it_checked_and_ends_what_is_not_due() {
        stands(firm, MatchOutcome.NEARLY);
        assertThat(post(clerk, APPLICATIONS + "/" + lapsing.id() + "/check", Map.of())
                        .get("open"))
                .isEqualTo(true);

        Answer ended = ended(clerk, row(lapsing), "企业已迁出本区");

        assertThat(ended.get("status")).isEqualTo("ENDED");
        assertThat(money(project)).as("it is free again").isEqualTo(yuan(80_000, 0, 20_000, 0, 0));
        assertThat(eventsOf(lapsing.id())).endsWith("policy.RedemptionEnded");
        Answer own = get(firm, "/api/policy/my/redemptions/" + lapsing.id());
        assertThat(own.get("reason")).isEqualTo("企业已迁出本区");
        assertThat(own.get("timeline").toString()).contains("终止兑付", "企业已迁出本区");
        assertThat(recorded(lapsing.id())).contains("REDEMPTION_CHECKED", "REDEMPTION_ENDED");
        assertThat(ended(clerk, row(lapsing), "再一次终止").code()).isEqualTo("STATE_CONFLICT");
        assertThat(prepared(clerk, lapsing).code()).isEqualTo("NOT_PAYABLE");
        stands(firm, MatchOutcome.ELIGIBLE);
        assertThat(offered(project, firm).status())
                .as("what ended stands in nothing's way")
                .isEqualTo(201);
        assertThat(differences()).isEmpty();
    }

    @Test
    void out_of_a_batch_that_nobody_has_approved_it_is_taken_and_with_the_last_the_batch_ends() {
        Answer batch = prepared(clerk, lapsing, fitting);

        assertThat(ended(chief, row(lapsing), "不符合条件").get("status")).isEqualTo("ENDED");

        Answer reduced = reread(batch);
        assertThat(reduced.get("payments")).isEqualTo(1);
        assertThat(sum(reduced, "total")).isEqualByComparingTo("20000");
        assertThat(reduced.get("items").toString()).contains("REMOVED", "不符合条件");
        assertThat(row(lapsing).get("timeline").toString()).contains("移出支付批次", "终止兑付");
        assertThat(step(chief, batch, "approve").code())
                .as("it is another than was seen")
                .isEqualTo("VERSION_CONFLICT");
        assertThat(differences()).isEmpty();

        ended(clerk, row(fitting), "不符合条件");
        assertThat(reread(batch).get("state")).isEqualTo("CANCELLED");
        assertThat(reread(batch).get("reason")).isEqualTo("其中的申请均已终止");
        assertThat(money(project)).isEqualTo(yuan(100_000, 0, 0, 0, 0));
        assertThat(differences()).isEmpty();
    }

    @Test
    void what_was_taken_out_is_neither_in_the_treasurys_file_nor_in_its_answer() {
        Answer batch = prepared(clerk, lapsing, fitting);
        ended(chief, row(lapsing), "不符合条件");
        Answer approved = step(chief, reread(batch), "approve");
        assertThat(handOver(clerk, approved).status()).isEqualTo(200);

        assertThat(exported(clerk, approved))
                .contains(String.valueOf(fitting.get("number")))
                .doesNotContain(String.valueOf(lapsing.get("number")));
        assertThat(settled(clerk, batch, paid(row(fitting), "A1")).get("state")).isEqualTo("SETTLED");
        assertThat(money(project)).isEqualTo(yuan(80_000, 0, 0, 20_000, 0));
        assertThat(differences()).isEmpty();
    }

    @Test
    void what_somebody_approved_for_payment_or_the_treasury_has_does_not_end() {
        Answer batch = step(chief, prepared(clerk, lapsing), "approve");
        Answer refused = ended(clerk, row(lapsing), "不符合条件");
        assertThat(refused.code()).isEqualTo("STATE_CONFLICT");
        assertThat(refused.get("detail").toString()).contains(String.valueOf(batch.get("number")), "先作废");

        handOver(clerk, batch);
        assertThat(ended(clerk, row(lapsing), "不符合条件").get("detail").toString()).contains("已送国库");
        settled(clerk, batch, failed(row(lapsing), "账号不存在"));
        assertThat(ended(clerk, row(lapsing), "不符合条件").get("status"))
                .as("the treasury did not pay it")
                .isEqualTo("ENDED");
        assertThat(money(project)).isEqualTo(yuan(80_000, 0, 20_000, 0, 0));
        assertThat(ended(clerk, reread(fitting.id()), "不符合条件").get("status")).isEqualTo("ENDED");
        assertThat(differences()).isEmpty();
    }

    @Test
    void what_is_found_in_an_approved_batch_is_not_handed_over_before_somebody_decided() {
        Answer batch = step(chief, prepared(clerk, lapsing, fitting), "approve");
        stands(firm, MatchOutcome.INELIGIBLE);
        assertThat(checkedAgain(lapsing).get("open")).isEqualTo(true);

        Answer refused = step(clerk, batch, "hand-over");

        assertThat(refused.code()).isEqualTo("NOT_PAYABLE");
        assertThat(refused.errors()).containsOnlyKeys("payments." + lapsing.get("number"));
        assertThat(refused.get("detail").toString()).startsWith("有申请不能支付").contains("不符合政策条件", "先作废该批次");
        assertThat(reread(batch).get("state")).isEqualTo("APPROVED");
        assertThat(items(get(clerk, LAPSED)))
                .extracting(it -> it.get("id"))
                .containsExactly(lapsing.id().toString());

        step(clerk, batch, "cancel", Map.of("reason", "有申请不再符合"));
        kept(clerk, lapsing, "公示时符合，按规定兑付");
        Answer anew = step(chief, prepared(clerk, lapsing, fitting), "approve");
        assertThat(handOver(clerk, anew).status()).isEqualTo(200);
        assertThat(differences()).isEmpty();
    }

    @Test
    void what_is_being_found_while_a_batch_is_handed_over_keeps_it_here() throws Exception {
        Answer batch = step(chief, prepared(clerk, lapsing), "approve");

        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<Answer> handing = transaction.execute(status -> {
                foundLapsed();
                Future<Answer> running = threads.submit(() -> handOver(clerk, batch));
                await().until(() -> running.isDone() || waitsForALock("select * from redemption_application%"));
                return running;
            });
            assertThat(handing.get().status()).isEqualTo(422);
        }

        assertThat(reread(batch).get("state")).isEqualTo("APPROVED");
    }

    @Test
    void what_the_treasury_has_is_neither_checked_nor_waits_for_a_decision() {
        Answer batch = step(chief, prepared(clerk, lapsing), "approve");
        assertThat(checkedAgain(lapsing).status())
                .as("the batch can be cancelled still")
                .isEqualTo(200);
        assertThat(row(lapsing).get("atTreasury"))
                .as("it is offered to be checked")
                .isEqualTo(false);
        assertThat(handOver(clerk, batch).status()).isEqualTo(200);
        assertThat(row(lapsing).get("atTreasury"))
                .as("no more, while the treasury has it")
                .isEqualTo(true);

        Answer refused = checkedAgain(lapsing);

        assertThat(refused.code()).isEqualTo("STATE_CONFLICT");
        assertThat(refused.get("detail").toString()).contains("已送国库", "不能核对");
        // Asked for before it was handed over, and answered after.
        foundLapsed();
        assertThat(items(get(clerk, LAPSED))).isEmpty();

        settled(clerk, batch, failed(row(lapsing), "账号不存在"));
        assertThat(row(lapsing).get("atTreasury")).isEqualTo(false);
        Answer failed = checkedAgain(lapsing);
        assertThat(failed.code()).isEqualTo("STATE_CONFLICT");
        assertThat(failed.get("detail").toString()).contains("支付失败", "不能核对");
        mine(firm, mineOf(firm), "account", Map.of("account", account(firm)));
        assertThat(items(get(clerk, LAPSED)))
                .as("it waits to be paid again")
                .extracting(it -> it.get("id"))
                .containsExactly(lapsing.id().toString());
    }

    @Test
    void what_is_paid_or_ended_is_not_checked() {
        settled(clerk, handedOver(lapsing), paid(row(lapsing), "A1"));
        ended(clerk, row(fitting), "企业已迁出");

        assertThat(checkedAgain(lapsing).code()).isEqualTo("STATE_CONFLICT");
        assertThat(checkedAgain(lapsing).get("detail").toString()).contains("已支付", "不能核对");
        assertThat(checkedAgain(fitting).code()).isEqualTo("STATE_CONFLICT");
        assertThat(checkedAgain(fitting).get("detail").toString()).contains("已终止", "不能核对");
    }

    @Test
    void a_decision_that_is_being_made_while_it_is_checked_again_is_not_lost() throws Exception {
        stands(firm, MatchOutcome.INELIGIBLE);
        prepared(clerk, lapsing);
        UUID seen = UUID.fromString(
                String.valueOf(Objects.requireNonNull(check(lapsing)).get("id")));

        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<Answer> again = transaction.execute(status -> {
                moves.lock(lapsing.id());
                checks.keep(lapsing.id(), "", seen, "公示时符合", clerk);
                Future<Answer> running = threads.submit(() -> checkedAgain(lapsing));
                await().until(() -> running.isDone() || waitsForALock("%"));
                return running;
            });
            assertThat(again.get().get("open")).isEqualTo(false);
        }

        assertThat(check(lapsing).get("keptReason")).isEqualTo("公示时符合");
        assertThat(prepared(clerk, lapsing).status()).isEqualTo(201);
    }

    @Test
    void what_is_being_found_while_a_batch_is_approved_is_decided_over_first() throws Exception {
        Answer batch = prepared(clerk, lapsing);
        CountDownLatch found = new CountDownLatch(1);

        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            Future<Answer> approval = transaction.execute(status -> {
                jdbc.sql("select from redemption_batch where id = ? for update")
                        .param(batch.id())
                        .query()
                        .listOfRows();
                Future<Answer> approving = threads.submit(() -> step(chief, batch, "approve"));
                await().until(() -> approving.isDone() || waitsForALock("select * from redemption_batch%"));
                // From here on the approval has its own look behind it.
                threads.execute(() -> transaction.executeWithoutResult(finding -> {
                    foundLapsed();
                    found.countDown();
                    await().until(() -> approving.isDone() || waitsForALock("select * from redemption_application%"));
                }));
                await().until(() -> found.getCount() == 0);
                return approving;
            });
            assertThat(approval.get().code()).isEqualTo("NOT_PAYABLE");
        }

        assertThat(reread(batch).get("state")).isEqualTo("DRAFT");
    }

    private void foundLapsed() {
        Evidence evidence = new Evidence(standing(MatchOutcome.INELIGIBLE), null);
        checks.store(Map.of(lapsing.id(), new PaymentChecks.Found(evidence, clock.instant())));
    }

    @Test
    void what_was_asked_for_before_another_result_was_found_does_not_stand_over_it() {
        Answer batch = prepared(clerk, lapsing);
        when(standings.evidence(eq(firm.enterpriseId()), any())).thenAnswer(asked -> {
            stands(firm, MatchOutcome.INELIGIBLE);
            assertThat(checkedAgain(lapsing).get("open")).isEqualTo(true);
            return standing(MatchOutcome.ELIGIBLE);
        });

        Answer refused = step(chief, batch, "approve");

        assertThat(refused.code()).isEqualTo("NOT_PAYABLE");
        assertThat(check(lapsing).get("open")).isEqualTo(true);
        assertThat(reread(batch).get("state")).isEqualTo("DRAFT");
    }

    private boolean waitsForALock(String statement) {
        return jdbc.sql("select exists (select 1 from pg_stat_activity where wait_event_type = 'Lock'"
                        + " and datname = current_database() and query like ?)")
                .param(statement)
                .query(Boolean.class)
                .single();
    }

    @Test
    void of_two_who_end_and_approve_at_once_one_does() throws Exception {
        Answer batch = prepared(clerk, lapsing, fitting);
        Answer seen = row(lapsing);

        List<Answer> answers = atOnce(List.of(() -> ended(clerk, seen, "不符合条件"), () -> step(chief, batch, "approve")));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
        assertThat(differences()).isEmpty();
    }

    @Test
    void what_is_in_review_or_paid_is_not_ended() {
        Answer paying = paying(500_000);
        Answer noticed = noticed(aFirm(), paying, 100_000);
        assertThat(ended(clerk, noticed, "不符合条件").code()).isEqualTo("STATE_CONFLICT");
        settled(clerk, handedOver(lapsing), paid(row(lapsing), "A1"));
        assertThat(ended(clerk, row(lapsing), "不符合条件").code()).isEqualTo("STATE_CONFLICT");
        assertThat(post(
                                clerk,
                                APPLICATIONS + "/" + fitting.id() + "/end",
                                Map.of("version", row(fitting).version(), "reason", " "))
                        .errors())
                .containsOnlyKeys("reason");
    }

    @Test
    void to_be_paid_is_what_waits_for_it_and_what_the_bank_did_not_take() {
        noticed(aFirm(), paying(500_000), 100_000);
        assertThat(get(clerk, PAYABLE).body()).containsEntry("total", 2);
        settled(clerk, handedOver(lapsing, fitting), paid(row(lapsing), "A1"), failed(row(fitting), "账号不存在"));
        assertThat(get(clerk, PAYABLE).body()).containsEntry("total", 1);
        assertThat(get(clerk, PAYABLE + "&status=PAY_FAILED").body()).containsEntry("total", 1);
        assertThat(get(clerk, PAYABLE + "&status=PAID").body()).containsEntry("total", 0);
    }

    @Test
    void what_waits_for_a_decision_is_found_in_its_batch_too_where_one_looks_for_what_to_pay() {
        prepared(clerk, lapsing, fitting);
        stands(firm, MatchOutcome.INELIGIBLE);
        post(clerk, APPLICATIONS + "/" + lapsing.id() + "/check", Map.of());
        assertThat(get(clerk, PAYABLE).body()).containsEntry("total", 0);
        assertThat(get(clerk, PAYABLE + "&lapsed=true").body()).containsEntry("total", 1);
    }

    private static final String APPLICATIONS = "/api/policy/redemption/applications";
    private static final String PAYABLE = APPLICATIONS + "?payable=true";
    private static final String LAPSED = APPLICATIONS + "?lapsed=true";
    private static final String WAITING = "/api/policy/redemption/batches?waiting=true";

    private Answer row(Answer application) {
        return reread(application.id());
    }

    private Answer reread(UUID application) {
        return get(clerk, APPLICATIONS + "/" + application);
    }

    private Answer reread(Answer batch) {
        return get(clerk, "/api/policy/redemption/batches/" + batch.id());
    }

    private Map<?, ?> check(Answer application) {
        return (Map<?, ?>) row(application).get("check");
    }

    private Answer checkedAgain(Answer application) {
        return post(clerk, APPLICATIONS + "/" + application.id() + "/check", Map.of());
    }

    private Answer kept(CurrentUser who, Answer application, String reason) {
        return keptOver(
                who,
                application,
                UUID.fromString(String.valueOf(
                        Objects.requireNonNull(check(application)).get("id"))),
                reason);
    }

    private Answer keptOver(CurrentUser who, Answer application, UUID check, String reason) {
        return post(who, APPLICATIONS + "/" + application.id() + "/keep", Map.of("checkId", check, "reason", reason));
    }

    private Answer ended(CurrentUser who, Answer seen, String reason) {
        return decide(who, seen, "end", Map.of("reason", reason));
    }

    private int resultsOf(Answer application) {
        return jdbc.sql("select count(*) from redemption_check where application_id = ?")
                .param(application.id())
                .query(Integer.class)
                .single();
    }

    private List<String> recorded(UUID subject) {
        return jdbc.sql(
                        "select data ->> 'action' from outbox where type = 'audit.ChangeRecorded' and data ->> 'subjectId' = ?")
                .param(subject.toString())
                .query(String.class)
                .list();
    }

    private void stands(CurrentUser who, MatchOutcome outcome) {
        when(standings.evidence(eq(who.enterpriseId()), any())).thenReturn(standing(outcome));
    }
}
