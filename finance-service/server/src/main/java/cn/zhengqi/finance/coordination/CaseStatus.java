package cn.zhengqi.finance.coordination;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import java.util.EnumSet;
import java.util.Set;

/** Where a case stands. What may follow stands beside it. */
public enum CaseStatus {
    DECLARED("待核查"),
    RECOMMENDED("已推荐，待银行答复"),
    REJECTED("核查未通过"),
    /** Every bank that it was recommended to has answered. */
    ANSWERED("银行已答复"),
    /** The finance office did not wait any longer for banks that were silent beyond their promise. */
    CLOSED("已关闭，有银行未答复"),
    WITHDRAWN("已撤回");

    private final String label;

    CaseStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    Set<CaseStatus> next() {
        return switch (this) {
            case DECLARED -> EnumSet.of(RECOMMENDED, REJECTED, WITHDRAWN);
            case RECOMMENDED -> EnumSet.of(ANSWERED, CLOSED, WITHDRAWN);
            // To one more bank; or the enterprise ends its consent.
            case ANSWERED, CLOSED -> EnumSet.of(RECOMMENDED, WITHDRAWN);
            case REJECTED, WITHDRAWN -> EnumSet.noneOf(CaseStatus.class);
        };
    }

    /**
     * @param action Chinese verb for the message
     * @throws ProblemException STATE_CONFLICT when this state does not lead to {@code target}
     */
    CaseStatus to(CaseStatus target, String action) {
        if (!next().contains(target)) {
            throw refuse(action);
        }
        return target;
    }

    ProblemException refuse(String action) {
        return new ProblemException(CommonProblem.STATE_CONFLICT, "该申报当前为“" + label + "”，不能" + action);
    }
}
