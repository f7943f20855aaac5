package cn.zhengqi.finance.application;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import java.util.EnumSet;
import java.util.Set;

/** Where an application stands. What may follow stands beside it. */
public enum ApplicationStatus {
    SUBMITTED("待银行受理"),
    IN_REVIEW("银行审批中"),
    /** The bank waits for the enterprise; the time of its answer stands still. */
    NEED_MATERIAL("待企业补充材料"),
    APPROVED("审批通过"),
    REFUSED("审批不通过"),
    WITHDRAWN("已撤回"),
    SETTLED("已结清"),
    /** Granted, and nothing drawn until the last day; what was paid in time but told late brings it back. */
    EXPIRED("授信已过期");

    private final String label;

    ApplicationStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    Set<ApplicationStatus> next() {
        return switch (this) {
            case SUBMITTED -> EnumSet.of(IN_REVIEW, WITHDRAWN);
            case IN_REVIEW -> EnumSet.of(NEED_MATERIAL, APPROVED, REFUSED, WITHDRAWN);
            case NEED_MATERIAL -> EnumSet.of(IN_REVIEW, REFUSED, WITHDRAWN);
            case APPROVED -> EnumSet.of(SETTLED, EXPIRED);
            case REFUSED, WITHDRAWN, SETTLED, EXPIRED -> EnumSet.noneOf(ApplicationStatus.class);
        };
    }

    /** Nothing follows; but for an expired grant that a late payment brings back. */
    boolean isOver() {
        return next().isEmpty();
    }

    /**
     * @param action Chinese verb for the message
     * @throws ProblemException STATE_CONFLICT when this state does not lead to {@code target}
     */
    ApplicationStatus to(ApplicationStatus target, String action) {
        if (!next().contains(target)) {
            throw refuse(action);
        }
        return target;
    }

    ProblemException refuse(String action) {
        return new ProblemException(CommonProblem.STATE_CONFLICT, "该申请当前为“" + label + "”，不能" + action);
    }
}
