package cn.zhengqi.finance.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengqi.finance.FinanceProblem;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssignmentRulesTest {

    private static final UUID BANK = Ids.next();
    private static final Branch BRANCH = new Branch(Ids.next(), "甲银行东支行");
    private static final Actor LI = new Actor(Ids.next(), "李经理");
    private static final Actor WANG = new Actor(Ids.next(), "王经理");
    private final Assignment pooled = Assignment.ofPool(BANK, BRANCH);
    private final Assignment withLi = pooled.take(atBranch(LI), LI).to();

    @Test
    void it_lies_at_the_branch_or_else_at_the_head_office() {
        assertThat(pooled.deskId()).isEqualTo(BRANCH.id());
        assertThat(Assignment.ofPool(BANK, null).deskId()).isEqualTo(BANK);
    }

    @Test
    void what_lies_in_the_pool_is_taken_by_one_officer() {
        Assignment.Change taken = pooled.take(atBranch(LI), LI);

        assertThat(taken.how()).isEqualTo(StepKind.TAKEN);
        assertThat(taken.to().handlerId()).isEqualTo(LI.accountId());
        assertThat(taken.to().deskId()).isEqualTo(BRANCH.id());
    }

    @Test
    void who_comes_second_hears_who_has_it() {
        assertThatThrownBy(() -> withLi.take(atBranch(WANG), WANG)).hasMessageContaining("该申请已由李经理办理");
        assertThatThrownBy(() -> withLi.take(atBranch(LI), LI)).hasMessageContaining("您已认领该申请");
    }

    @Test
    void only_who_has_it_answers_it() {
        assertThatCode(() -> withLi.mustBeWith(LI)).doesNotThrowAnyException();
        refused(FinanceProblem.APPLICATION_NOT_TAKEN, () -> pooled.mustBeWith(LI));
        refused(FinanceProblem.APPLICATION_OF_COLLEAGUE, () -> withLi.mustBeWith(WANG));
        assertThatThrownBy(() -> withLi.mustBeWith(WANG)).hasMessageContaining("该申请由李经理办理；需由您办理的，请先接手");
    }

    @Test
    void what_came_of_an_offer_is_with_who_made_it_from_the_beginning() {
        Assignment offered = Assignment.ofHolder(BANK, atBranch(LI));

        assertThat(offered).isEqualTo(withLi);
        assertThat(Assignment.ofHolder(BANK, new Holder(BANK, "甲银行", LI)).branchId())
                .isNull();
    }

    @Test
    void what_nobody_has_is_assigned_without_a_reason() {
        Assignment.Change given = pooled.handOver(atBranch(WANG), " ");

        assertThat(given.how()).isEqualTo(StepKind.ASSIGNED);
        assertThat(given.note()).isEqualTo("由王经理（甲银行东支行）办理");
        assertThat(given.reason()).isNull();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void nothing_is_taken_from_somebody_without_a_reason(String reason) {
        refused(FinanceProblem.HAND_OVER_REASON_REQUIRED, () -> withLi.handOver(atBranch(WANG), reason));
    }

    @Test
    void what_is_handed_over_says_who_had_it_and_why() {
        Assignment.Change given = withLi.handOver(atBranch(WANG), " 休假 ");

        assertThat(given.how()).isEqualTo(StepKind.HANDED_OVER);
        assertThat(given.note()).isEqualTo("由王经理（甲银行东支行）办理，原办理人李经理；原因：休假");
        assertThat(given.reason()).isEqualTo("休假");
    }

    @Test
    void what_goes_back_into_the_pool_of_the_head_office_is_at_no_branch() {
        Assignment.Change given = withLi.handOver(new Holder(BANK, "甲银行", null), "不属本支行");

        assertThat(given.how()).isEqualTo(StepKind.POOLED);
        assertThat(given.to()).isEqualTo(Assignment.ofPool(BANK, null));
        assertThat(given.note()).isEqualTo("转入甲银行待认领，原办理人李经理；原因：不属本支行");
    }

    @Test
    void who_has_it_there_already_is_not_given_it_again() {
        refused(FinanceProblem.ALREADY_HANDLED_SO, () -> withLi.handOver(atBranch(LI), "再次"));
        refused(
                FinanceProblem.ALREADY_HANDLED_SO,
                () -> pooled.handOver(new Holder(BRANCH.id(), BRANCH.name(), null), null));
    }

    @Test
    void who_accepts_from_the_pool_handles_it_and_nobody_is_displaced() {
        assertThat(pooled.acceptedBy(WANG))
                .isEqualTo(pooled.take(atBranch(WANG), WANG).to());
        assertThat(withLi.acceptedBy(WANG)).isEqualTo(withLi);
    }

    private static Holder atBranch(Actor officer) {
        return new Holder(BRANCH.id(), BRANCH.name(), officer);
    }

    private static void refused(FinanceProblem code, ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
