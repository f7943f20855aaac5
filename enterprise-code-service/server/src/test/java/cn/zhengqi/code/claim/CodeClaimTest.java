package cn.zhengqi.code.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.zhengqi.code.Actor;
import cn.zhengqi.code.CodeProblem;
import cn.zhengqi.code.api.ConsentCategory;
import cn.zhengqi.code.consent.ScannerKind;
import cn.zhengqi.kernel.Channel;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemCode;
import cn.zhengqi.kernel.ProblemException;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CodeClaimTest {

    private static final Instant NOW = Instant.parse("2026-03-15T02:00:00Z");
    private static final Instant LATER = Instant.parse("2026-03-16T02:00:00Z");
    private static final Actor APPLICANT = new Actor(Ids.next(), "张三");
    private static final Actor REVIEWER = new Actor(Ids.next(), "李四");

    private final CodeClaim claim = CodeClaim.submit(
            Ids.next(),
            "LM20260315000001",
            new ClaimedEnterprise(Ids.next(), "重庆示例有限公司", "91500113MAX5XQ4WX4", "500113103", "C3484", false),
            APPLICANT,
            authorisation("王五"),
            Channel.WECHAT,
            NOW);

    @Test
    void a_new_claim_waits_for_review() {
        assertThat(claim.getStatus()).isEqualTo(ClaimStatus.SUBMITTED);
        assertThat(claim.consentCategories()).containsExactly(ConsentCategory.BASIC, ConsentCategory.LEGAL);
        assertThat(claim.submitted().action()).isEqualTo(ClaimStep.Action.SUBMITTED);
    }

    @Test
    void an_approved_claim_knows_when_it_was_decided() {
        ClaimStep step = claim.approve(REVIEWER, LATER);

        assertThat(claim.getStatus()).isEqualTo(ClaimStatus.APPROVED);
        assertThat(claim.getDecidedAt()).isEqualTo(LATER);
        assertThat(step.actorName()).isEqualTo("李四");
    }

    @Test
    void a_rejected_claim_keeps_the_reason() {
        claim.reject(REVIEWER, "授权书未盖章", LATER);

        assertThat(claim.getStatus()).isEqualTo(ClaimStatus.REJECTED);
        assertThat(claim.getReason()).isEqualTo("授权书未盖章");
    }

    @Test
    void what_was_sent_back_can_be_handed_in_again_with_other_declarations() {
        claim.sendBack(REVIEWER, "授权书不清晰", LATER);
        claim.resubmit(authorisation("赵六"), LATER);

        assertThat(claim.getStatus()).isEqualTo(ClaimStatus.SUBMITTED);
        assertThat(claim.getLegalRepName()).isEqualTo("赵六");
        assertThat(claim.getReason()).isNull();
        assertThat(claim.getDecidedAt()).isNull();
    }

    @Test
    void nobody_decides_on_their_own_claim() {
        refused(CodeProblem.REVIEWER_IS_APPLICANT, () -> claim.approve(APPLICANT, LATER));

        assertThat(claim.getStatus()).isEqualTo(ClaimStatus.SUBMITTED);
    }

    @Test
    void who_saw_an_older_version_may_not_decide() {
        refused(CommonProblem.VERSION_CONFLICT, () -> claim.mustBeAt(7));
    }

    @Test
    void who_saw_an_older_version_is_told_what_has_become_of_the_claim() {
        claim.sendBack(REVIEWER, "授权书不清晰", LATER);
        refused(CommonProblem.VERSION_CONFLICT, () -> claim.mustBeAt(7, ClaimStatus.SUBMITTED));

        claim.withdraw(LATER);

        refused(CommonProblem.STATE_CONFLICT, () -> claim.mustBeAt(7, ClaimStatus.SUBMITTED));
    }

    @ParameterizedTest
    @MethodSource("stepsAfterTheEnd")
    void nothing_happens_to_a_claim_after_its_end(Consumer<CodeClaim> end, Consumer<CodeClaim> step) {
        end.accept(claim);
        ClaimStatus ended = claim.getStatus();

        refused(CommonProblem.STATE_CONFLICT, () -> step.accept(claim));

        assertThat(claim.getStatus()).isEqualTo(ended);
    }

    static Stream<Arguments> stepsAfterTheEnd() {
        Consumer<CodeClaim> approve = claim -> claim.approve(REVIEWER, LATER);
        Consumer<CodeClaim> reject = claim -> claim.reject(REVIEWER, "原因", LATER);
        Consumer<CodeClaim> withdraw = claim -> claim.withdraw(LATER);
        Consumer<CodeClaim> sendBack = claim -> claim.sendBack(REVIEWER, "原因", LATER);
        Consumer<CodeClaim> resubmit = claim -> claim.resubmit(authorisation("王五"), LATER);
        return Stream.of(approve, reject, withdraw)
                .flatMap(end ->
                        Stream.of(approve, reject, withdraw, sendBack, resubmit).map(step -> Arguments.of(end, step)));
    }

    @Test
    void what_waits_for_its_applicant_cannot_be_approved() {
        claim.sendBack(REVIEWER, "授权书不清晰", LATER);

        refused(CommonProblem.STATE_CONFLICT, () -> claim.approve(REVIEWER, LATER));
    }

    private static Authorisation authorisation(String legalRep) {
        return new Authorisation(
                legalRep,
                new IdNumber("11010519491231002X"),
                "张三",
                new AgentPhone("13800000000"),
                Ids.next(),
                Set.of(ConsentCategory.LEGAL, ConsentCategory.BASIC),
                Set.of(ScannerKind.BANK));
    }

    private static void refused(ProblemCode code, ThrowingCallable call) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(call)
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
