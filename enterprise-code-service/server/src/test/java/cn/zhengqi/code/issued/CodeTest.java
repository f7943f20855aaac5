package cn.zhengqi.code.issued;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.zhengqi.code.Actor;
import cn.zhengqi.code.CodeProblem;
import cn.zhengqi.code.api.CodeLevel;
import cn.zhengqi.code.api.CodeStatus;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemCode;
import cn.zhengqi.kernel.ProblemException;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CodeTest {

    private static final Instant NOW = Instant.parse("2026-03-15T02:00:00Z");
    private static final Actor CLERK = new Actor(Ids.next(), "李四");

    private final Code code = Code.issue(
            "QY50011300000001", Ids.next(), "重庆示例有限公司", "91500113MAX5XQ4WX4", "500113103", false, Ids.next(), NOW);

    @Test
    void a_new_code_may_be_used() {
        assertThatCode(code::mustBeUsable).doesNotThrowAnyException();
        assertThat(code.getLevel()).isEqualTo(CodeLevel.NORMAL);
    }

    @Test
    void a_frozen_code_may_not_be_used_until_it_is_unfrozen() {
        code.freeze(CLERK, "企业申请", NOW);
        refused(CodeProblem.CODE_FROZEN, code::mustBeUsable);

        code.unfreeze(CLERK, "企业申请", NOW);
        assertThatCode(code::mustBeUsable).doesNotThrowAnyException();
        assertThat(code.getStatusReason()).isNull();
    }

    @Test
    void a_revoked_code_stays_revoked() {
        code.revoke(CLERK, "企业注销", NOW);

        refused(CodeProblem.CODE_REVOKED, code::mustBeUsable);
        refused(CommonProblem.STATE_CONFLICT, () -> code.unfreeze(CLERK, "误操作", NOW));
        refused(CommonProblem.STATE_CONFLICT, () -> code.revoke(CLERK, "再次", NOW));
        refused(CommonProblem.STATE_CONFLICT, () -> code.mark(CodeLevel.KEY, CLERK, "重点", NOW));
        refused(CommonProblem.STATE_CONFLICT, () -> code.reissue("QY50011300000002", CLERK, "遗失", NOW));
        assertThat(code.getStatus()).isEqualTo(CodeStatus.REVOKED);
    }

    @Test
    void only_an_active_code_is_frozen_and_only_a_frozen_one_unfrozen() {
        refused(CommonProblem.STATE_CONFLICT, () -> code.unfreeze(CLERK, "误操作", NOW));
        code.freeze(CLERK, "企业申请", NOW);
        refused(CommonProblem.STATE_CONFLICT, () -> code.freeze(CLERK, "再次", NOW));
    }

    @Test
    void a_colour_has_its_reason_and_loses_it_with_the_colour() {
        code.mark(CodeLevel.WARNED, CLERK, "未公示年报", NOW);
        assertThat(code.getLevelReason()).isEqualTo("未公示年报");

        code.mark(CodeLevel.NORMAL, CLERK, "已补报", NOW);
        assertThat(code.getLevelReason()).isNull();
    }

    private static void refused(ProblemCode problemCode, ThrowingCallable call) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(call)
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(problemCode));
    }
}
