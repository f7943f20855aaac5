package cn.zhengqi.policy.redemption.payment;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import java.util.EnumSet;
import java.util.Set;

/** Where a batch stands. What may follow stands beside it. */
public enum BatchState {
    DRAFT("待复核"),
    APPROVED("已复核"),
    /** The treasury has it: from now on only its results end it. */
    EXPORTED("已送国库"),
    SETTLED("已登记结果"),
    CANCELLED("已作废");

    private final String label;

    BatchState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    private Set<BatchState> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(APPROVED, CANCELLED);
            case APPROVED -> EnumSet.of(EXPORTED, CANCELLED);
            case EXPORTED -> EnumSet.of(SETTLED);
            case SETTLED, CANCELLED -> EnumSet.noneOf(BatchState.class);
        };
    }

    /** @throws ProblemException STATE_CONFLICT when this state does not lead to {@code target} */
    BatchState to(BatchState target, String action) {
        if (!next().contains(target)) {
            throw refuse(action);
        }
        return target;
    }

    ProblemException refuse(String action) {
        return new ProblemException(CommonProblem.STATE_CONFLICT, "该批次当前为“" + label + "”，不能" + action);
    }
}
