package cn.zhengqi.ops.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengqi.kernel.Channel;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemCode;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.ops.OpsProblem;
import cn.zhengqi.ops.api.CallBackAnswer;
import cn.zhengqi.ops.api.CaseKind;
import cn.zhengqi.ops.api.EvaluationGiven;
import cn.zhengqi.ops.api.Grade;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EvaluationTest {

    private static final Instant NOW = Instant.parse("2026-11-06T02:00:00Z");
    private static final LocalDate LAST_DAY = LocalDate.parse("2026-12-06");
    private static final LocalDate AGAIN_UNTIL = LocalDate.parse("2026-11-25");

    private static final Evaluator SPEAKER = new Evaluator(Ids.next(), "彭华雪", Ids.next(), "甲公司");

    private final UUID officer = Ids.next();
    private final UUID reviewer = Ids.next();

    @ParameterizedTest
    @EnumSource(Grade.class)
    void whoever_is_not_satisfied_is_called_back_and_nobody_else(Grade grade) {
        Evaluation it = given(grade, false);

        assertThat(it.state()).isEqualTo(grade.points() < 3 ? EvaluationState.TO_ANSWER : EvaluationState.GIVEN);
        assertThat(it.roundId() != null).isEqualTo(grade.points() < 3);
        assertThat(it.given().again()).isFalse();
    }

    @Test
    void on_the_last_day_it_can_be_given_and_on_the_next_not() {
        Instant lastMoment = Instant.parse("2026-12-06T15:59:59Z");
        assertThat(new Evaluation(aCase(), opinion(Grade.FAIR, false), SPEAKER, LAST_DAY, lastMoment).state())
                .isEqualTo(EvaluationState.GIVEN);
        refused(
                OpsProblem.EVALUATION_OVER,
                () -> new Evaluation(
                        aCase(), opinion(Grade.FAIR, false), SPEAKER, LAST_DAY, lastMoment.plusSeconds(1)));
    }

    @Test
    void nothing_is_answered_before_somebody_spoke_with_the_enterprise() {
        Evaluation it = given(Grade.DISSATISFIED, false);
        refused(OpsProblem.CALL_BACK_FIRST, () -> it.answered(CallBackAnswer.REDONE, "已整改", officer, NOW));

        it.called(false, NOW);
        refused(OpsProblem.CALL_BACK_FIRST, () -> it.answered(CallBackAnswer.REDONE, "已整改", officer, NOW));

        it.called(true, NOW);
        it.answered(CallBackAnswer.REDONE, "已整改", officer, NOW);
        assertThat(it.state()).isEqualTo(EvaluationState.TO_REVIEW);
    }

    @Test
    void an_anonymous_one_is_answered_without_a_call_for_nobody_knows_whom_to_call() {
        Evaluation it = given(Grade.VERY_DISSATISFIED, true);

        it.answered(CallBackAnswer.EXPLAINED, "按规定需现场核验", officer, NOW);

        assertThat(it.state()).isEqualTo(EvaluationState.TO_REVIEW);
    }

    @Test
    void nobody_looks_at_their_own_answer() {
        Evaluation it = answered();

        refused(OpsProblem.OWN_ANSWER, () -> it.passed(officer, AGAIN_UNTIL, NOW));
        refused(OpsProblem.OWN_ANSWER, () -> it.sentBack("不够", officer, NOW));
    }

    @Test
    void what_is_sent_back_begins_a_new_round_with_a_new_call() {
        Evaluation it = answered();
        UUID before = it.roundId();

        it.sentBack("未说明整改措施", reviewer, NOW);

        assertThat(it.state()).isEqualTo(EvaluationState.TO_ANSWER);
        assertThat(it.roundId()).isNotEqualTo(before);
        refused(OpsProblem.CALL_BACK_FIRST, () -> it.answered(CallBackAnswer.REDONE, "又整改", officer, NOW));
    }

    @Test
    void the_enterprise_evaluates_once_more_in_time_and_then_never_again() {
        Evaluation it = answered();
        refused(CommonProblem.STATE_CONFLICT, () -> it.again(Grade.SATISFIED, null, SPEAKER, NOW));
        it.passed(reviewer, AGAIN_UNTIL, NOW);
        refused(
                OpsProblem.EVALUATION_OVER,
                () -> it.again(Grade.SATISFIED, null, SPEAKER, NOW.plus(Duration.ofDays(20))));

        EvaluationGiven second = it.again(Grade.SATISFIED, "已解决", SPEAKER, NOW);

        assertThat(second.again()).isTrue();
        assertThat(it.grade()).isEqualTo(Grade.DISSATISFIED);
        refused(CommonProblem.STATE_CONFLICT, () -> it.again(Grade.FAIR, null, SPEAKER, NOW));
        refused(CommonProblem.STATE_CONFLICT, it::lapse);
    }

    @Test
    void nothing_is_published_while_something_is_still_done_about_it() {
        Evaluation it = answered();
        refused(CommonProblem.STATE_CONFLICT, () -> it.publish(List.of(), NOW));
        it.passed(reviewer, AGAIN_UNTIL, NOW);
        refused(CommonProblem.STATE_CONFLICT, () -> it.publish(List.of(), NOW));
        it.lapse();

        it.publish(List.of(), NOW);
        assertThat(it.publishedAt()).isEqualTo(NOW);
        refused(CommonProblem.STATE_CONFLICT, () -> it.publish(List.of(), NOW));

        it.withhold();
        assertThat(it.publishedAt()).isNull();
    }

    @Test
    void figures_count_first_evaluations_and_of_the_dissatisfied_those_for_whom_something_was_done() {
        EvaluationFigures figures = EvaluationFigures.of(List.of(
                new EvaluationFigures.Counted(officer, "甲银行", 3, 11, 2, 1),
                new EvaluationFigures.Counted(null, null, 1, 5, 1, 0)));

        assertThat(figures.all().average()).isEqualByComparingTo("4.00");
        assertThat(figures.all().satisfiedShare()).isEqualByComparingTo("75.0");
        assertThat(figures.institutions().getFirst().remedied()).isEqualTo(1);
        assertThat(figures.institutions().getFirst().remediedShare()).isEqualByComparingTo("100.0");
        assertThat(figures.institutions().getLast().remediedShare()).isNull();
        assertThat(EvaluationFigures.of(List.of()).all().average()).isNull();
    }

    private Evaluation answered() {
        Evaluation it = given(Grade.DISSATISFIED, false);
        it.called(true, NOW);
        it.answered(CallBackAnswer.REDONE, "已整改", officer, NOW);
        return it;
    }

    private static Evaluation given(Grade grade, boolean anonymous) {
        return new Evaluation(aCase(), opinion(grade, anonymous), SPEAKER, LAST_DAY, NOW);
    }

    private static Opinion opinion(Grade grade, boolean anonymous) {
        return new Opinion(grade, List.of(), null, anonymous, Channel.PC);
    }

    private static FinishedCase aCase() {
        return new FinishedCase(
                CaseKind.LOAN, Ids.next(), "RZ1", "云税贷", Ids.next(), "甲公司", Ids.next(), "甲银行", null, null, NOW);
    }

    private static void refused(ProblemCode code, ThrowingCallable what) {
        assertThatThrownBy(what)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
