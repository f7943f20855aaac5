package cn.zhengqi.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.kernel.promise.PromiseCall;
import cn.zhengqi.kernel.promise.PromiseSignal;
import cn.zhengqi.message.audience.MessageServiceTest;
import cn.zhengqi.message.audience.Notices;
import cn.zhengqi.message.audience.UserService;
import cn.zhengqi.ops.api.CallBackAnswer;
import cn.zhengqi.ops.api.CaseKind;
import cn.zhengqi.ops.api.CaseOutcome;
import cn.zhengqi.ops.api.EvaluatedCase;
import cn.zhengqi.ops.api.EvaluationAnswerPassed;
import cn.zhengqi.ops.api.EvaluationGiven;
import cn.zhengqi.ops.api.EvaluationInvited;
import cn.zhengqi.ops.api.EvaluationPromiseCalled;
import cn.zhengqi.ops.api.EvaluationSentBack;
import cn.zhengqi.ops.api.Grade;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.user.api.MemberJoined;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@MessageServiceTest
class EvaluationNoticesTest {

    private final UUID bank = Ids.next();
    private final UUID officer = Ids.next();
    private final UUID applicant = Ids.next();
    private final UUID caseId = Ids.next();
    private final UUID evaluation = Ids.next();

    @Autowired
    private Notices notices;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ServiceClient client;

    @BeforeEach
    void the_bank_has_its_people() {
        UserService.lets(bank, "ops.evaluation.handle", officer);
    }

    @Test
    void the_applicant_is_asked_to_evaluate_and_led_to_the_case() {
        notices.tell(
                new EvaluationInvited(
                        CaseKind.LOAN,
                        caseId,
                        "RZ1",
                        "云税贷",
                        Ids.next(),
                        "甲银行",
                        applicant,
                        LocalDate.of(2026, 12, 28),
                        Instant.now(),
                        CaseOutcome.DISBURSED,
                        null),
                0);

        await().untilAsserted(
                        () -> assertThat(notices.told(applicant)).containsExactly("请评价办理情况 /my/evaluations/" + caseId));
        assertThat(notices.body(applicant)).startsWith("融资申请“云税贷”（RZ1）已放款，由甲银行办理。请于 2026年12月28日前（含当日）评价办理情况");
    }

    @Test
    void whoever_acts_for_several_enterprises_is_told_of_which_one_it_is_and_led_to_its_page() {
        UUID enterprise = Ids.next();
        jdbc.sql("insert into enterprise (id, name, uscc, version) values (?, '重庆岭硕包装有限公司', ?, 1)")
                .params(enterprise, "U" + enterprise.toString().substring(19))
                .update();
        notices.tell(
                new EvaluationInvited(
                        CaseKind.CLAIM,
                        caseId,
                        "LM1",
                        "领取企业码",
                        enterprise,
                        null,
                        applicant,
                        LocalDate.of(2026, 12, 28),
                        Instant.now(),
                        CaseOutcome.CLOSED,
                        null),
                0);
        await().untilAsserted(() -> assertThat(notices.told(applicant)).hasSize(1));

        client.as(new CurrentUser(
                        applicant,
                        "张三",
                        UserType.ENTERPRISE,
                        Ids.next(),
                        "另一家公司",
                        null,
                        null,
                        Set.of(),
                        Set.of(Permission.SIGNED_IN)))
                .get()
                .uri("/api/message/my/messages")
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].enterpriseName")
                .isEqualTo("重庆岭硕包装有限公司")
                .jsonPath("$.items[0].link")
                .isEqualTo("/my/evaluations/" + caseId + "?of=" + enterprise);
    }

    @Test
    void who_was_rejected_is_asked_alone_until_they_evaluated_and_none_of_the_enterprise_that_they_wanted_to_act_for() {
        UUID enterprise = Ids.next();
        UUID ofEnterprise = Ids.next();
        notices.tell(new MemberJoined(ofEnterprise, "李四", enterprise, null, "ENTERPRISE_ADMIN", Instant.now()), 1);
        await().untilAsserted(() -> assertThat(jdbc.sql("select count(*) from member where account_id = ?")
                        .param(ofEnterprise)
                        .query(Integer.class)
                        .single())
                .isOne());
        notices.tell(
                new EvaluationInvited(
                        CaseKind.CLAIM,
                        caseId,
                        "LM1",
                        "领取企业码",
                        enterprise,
                        null,
                        applicant,
                        LocalDate.of(2026, 12, 28),
                        Instant.now(),
                        CaseOutcome.CLOSED,
                        applicant),
                0);
        await().untilAsserted(() -> assertThat(notices.told(applicant)).hasSize(1));

        EvaluatedCase theirs = new EvaluatedCase(
                evaluation,
                CaseKind.CLAIM,
                caseId,
                "LM1",
                "领取企业码",
                enterprise,
                null,
                null,
                null,
                false,
                null,
                applicant);
        notices.tell(new EvaluationGiven(theirs, Grade.DISSATISFIED, List.of(), false, Instant.now()), 0);
        await().untilAsserted(() -> assertThat(waiting()).isEmpty());

        notices.tell(
                new EvaluationAnswerPassed(
                        theirs, CallBackAnswer.EXPLAINED, "材料与登记不符", LocalDate.of(2027, 1, 15), Instant.now()),
                3);
        await().untilAsserted(() -> assertThat(waiting()).containsExactly("您的评价已处理，请再次评价"));

        notices.tell(new EvaluationGiven(theirs, Grade.SATISFIED, List.of(), true, Instant.now()), 4);
        await().untilAsserted(() -> assertThat(waiting()).isEmpty());
        assertThat(notices.told(applicant)).hasSize(2);
        assertThat(notices.told(ofEnterprise)).isEmpty();
    }

    @Test
    void what_was_evaluated_is_asked_for_no_more_and_asked_for_anew_after_a_call_back() {
        EvaluatedCase answered = about(false);
        notices.tell(
                new EvaluationInvited(
                        CaseKind.LOAN,
                        caseId,
                        "RZ1",
                        "云税贷",
                        answered.enterpriseId(),
                        "甲银行",
                        applicant,
                        LocalDate.of(2026, 12, 28),
                        Instant.now(),
                        CaseOutcome.DISBURSED,
                        null),
                0);
        await().untilAsserted(() -> assertThat(waiting()).containsExactly("请评价办理情况"));

        notices.tell(new EvaluationGiven(answered, Grade.DISSATISFIED, List.of(), false, Instant.now()), 0);
        await().untilAsserted(() -> assertThat(waiting()).isEmpty());

        notices.tell(
                new MemberJoined(applicant, "李四", answered.enterpriseId(), null, "ENTERPRISE_ADMIN", Instant.now()), 1);
        await().untilAsserted(() -> assertThat(jdbc.sql("select count(*) from member where account_id = ?")
                        .param(applicant)
                        .query(Integer.class)
                        .single())
                .isOne());
        notices.tell(
                new EvaluationAnswerPassed(
                        answered, CallBackAnswer.REDONE, "已简化材料", LocalDate.of(2027, 1, 15), Instant.now()),
                3);
        await().untilAsserted(() -> assertThat(waiting()).containsExactly("您的评价已处理，请再次评价"));

        notices.tell(new EvaluationGiven(answered, Grade.SATISFIED, List.of(), true, Instant.now()), 4);
        await().untilAsserted(() -> assertThat(waiting()).isEmpty());
    }

    @Test
    void who_handled_the_case_is_asked_to_call_back_and_not_told_whose_an_anonymous_one_is() {
        notices.tell(new EvaluationGiven(about(true), Grade.SATISFIED, List.of(), false, Instant.now()), 0);
        notices.tell(new EvaluationGiven(about(true), Grade.DISSATISFIED, List.of(), false, Instant.now()), 0);

        await().untilAsserted(() ->
                assertThat(notices.told(officer)).containsExactly("收到差评，请核查处理 /evaluations/" + evaluation));
        assertThat(notices.body(officer))
                .contains("云税贷", "不满意")
                .doesNotContain("RZ1")
                .endsWith("请在承诺时限内核查，整改或说明情况。");
    }

    @Test
    void a_branch_that_handled_the_case_is_asked_beside_its_head_office_and_nobody_twice() {
        UUID branch = Ids.next();
        UUID ofBranch = Ids.next();
        UserService.lets(branch, "ops.evaluation.handle", ofBranch, officer);

        notices.tell(new EvaluationGiven(about(false, branch), Grade.DISSATISFIED, List.of(), false, Instant.now()), 0);

        await().untilAsserted(() ->
                assertThat(notices.told(ofBranch)).containsExactly("收到差评，请回访处理 /evaluations/" + evaluation));
        await().untilAsserted(
                        () -> assertThat(jdbc.sql("select count(*) from waiting_notice where institution_id in (?, ?)")
                                        .params(branch, bank)
                                        .query(Integer.class)
                                        .single())
                                .isZero());
        assertThat(notices.told(officer)).hasSize(1);
    }

    @Test
    void what_is_sent_back_is_told_with_its_reason_and_a_broken_promise_to_those_who_have_to_answer() {
        notices.tell(new EvaluationSentBack(about(false), "未说明整改措施", Instant.now()), 3);
        await().untilAsserted(() -> assertThat(notices.told(officer)).hasSize(1));
        assertThat(notices.body(officer)).contains("RZ1", "未说明整改措施");

        notices.tell(
                new EvaluationPromiseCalled(evaluation, called(PromiseSignal.BROKEN, "RZ1", "甲公司　云税贷　不满意"), null), 2);

        await().untilAsserted(() ->
                assertThat(notices.told(officer)).last().isEqualTo("差评处理已超过承诺时限 /evaluations/" + evaluation));
    }

    @ParameterizedTest
    @EnumSource(names = {"WARNED", "BROKEN", "ESCALATED", "MOVED", "URGED"})
    void of_the_promise_for_an_anonymous_one_nobody_hears_that_they_should_call(PromiseSignal signal) {
        UserService.letsAnywhere("ops.evaluation.review", officer);

        notices.tell(new EvaluationPromiseCalled(evaluation, called(signal, "匿名评价", "云税贷　不满意"), null), 2);

        await().untilAsserted(() -> assertThat(notices.told(officer)).isNotEmpty());
        assertThat(notices.told(officer)).noneMatch(it -> it.contains("回访"));
        assertThat(notices.body(officer)).contains("匿名评价", "处理").doesNotContain("回访");
    }

    private PromiseCall called(PromiseSignal signal, String number, String about) {
        return new PromiseCall(
                Ids.next(),
                Ids.next(),
                number,
                about,
                bank,
                "甲银行",
                null,
                null,
                null,
                signal,
                0,
                null,
                5,
                Instant.parse("2026-12-02T09:30:00Z"),
                null,
                null,
                Instant.now());
    }

    @Test
    void who_evaluated_hears_what_was_done_about_it_and_to_which_day_they_may_evaluate_again() {
        EvaluatedCase answered = about(false);
        notices.tell(
                new MemberJoined(applicant, "李四", answered.enterpriseId(), null, "ENTERPRISE_ADMIN", Instant.now()), 1);
        await().untilAsserted(() -> assertThat(jdbc.sql("select count(*) from member where account_id = ?")
                        .param(applicant)
                        .query(Integer.class)
                        .single())
                .isOne());

        notices.tell(
                new EvaluationAnswerPassed(
                        answered, CallBackAnswer.REDONE, "已简化材料", LocalDate.of(2027, 1, 15), Instant.now()),
                3);

        await().untilAsserted(() ->
                assertThat(notices.told(applicant)).containsExactly("您的评价已处理，请再次评价 /my/evaluations/" + caseId));
        assertThat(notices.body(applicant)).endsWith("已整改：已简化材料。请于 2027年1月15日前（含当日）再次评价。");
    }

    private List<String> waiting() {
        return jdbc.sql("select title from message where account_id = ? and done_at is null order by id")
                .param(applicant)
                .query(String.class)
                .list();
    }

    private EvaluatedCase about(boolean anonymous) {
        return about(anonymous, null);
    }

    private EvaluatedCase about(boolean anonymous, @Nullable UUID branch) {
        return new EvaluatedCase(
                evaluation,
                CaseKind.LOAN,
                caseId,
                "RZ1",
                "云税贷",
                Ids.next(),
                bank,
                "甲银行",
                null,
                anonymous,
                branch,
                null);
    }
}
