package cn.zhengqi.finance.demand;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import java.util.EnumSet;
import java.util.Set;

/** Where one bank's claim of a demand stands. What may follow stands beside it. */
public enum ClaimStatus {
    CLAIMED("已认领，待报价"),
    OFFERED("已报价"),
    GIVEN_BACK("已退回"),
    CHOSEN("已被选定"),
    NOT_CHOSEN("未被选定"),
    /** The offer's last day or the demand's is over, or its enterprise took the demand back. */
    LAPSED("已失效");

    private final String label;

    ClaimStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    boolean isOpen() {
        return this == CLAIMED || this == OFFERED;
    }

    Set<ClaimStatus> next() {
        return switch (this) {
            case CLAIMED -> EnumSet.of(OFFERED, GIVEN_BACK, NOT_CHOSEN, LAPSED);
            case OFFERED -> EnumSet.of(CHOSEN, NOT_CHOSEN, LAPSED);
            case GIVEN_BACK, CHOSEN, NOT_CHOSEN, LAPSED -> EnumSet.noneOf(ClaimStatus.class);
        };
    }

    /**
     * @param action Chinese verb for the message
     * @throws ProblemException STATE_CONFLICT when this state does not lead to {@code target}
     */
    ClaimStatus to(ClaimStatus target, String action) {
        if (!next().contains(target)) {
            throw refuse(action);
        }
        return target;
    }

    ProblemException refuse(String action) {
        return new ProblemException(CommonProblem.STATE_CONFLICT, "该认领当前为“" + label + "”，不能" + action);
    }
}
