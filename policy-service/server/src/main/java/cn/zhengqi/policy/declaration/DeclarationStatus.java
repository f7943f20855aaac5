package cn.zhengqi.policy.declaration;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import java.util.EnumSet;
import java.util.Set;

/** Where a declaration stands. What may follow stands beside it. */
public enum DeclarationStatus {
    DRAFT("草稿"),
    /** Nobody has taken on its first step. */
    SUBMITTED("待受理"),
    IN_REVIEW("办理中"),
    /** The department waits for the enterprise; the time of the step stands still. */
    SENT_BACK("待补正"),
    APPROVED("已批准"),
    REJECTED("已驳回"),
    WITHDRAWN("已撤回");

    private final String label;

    DeclarationStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Nothing follows any more. */
    boolean over() {
        return next().isEmpty();
    }

    Set<DeclarationStatus> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(SUBMITTED);
            case SUBMITTED -> EnumSet.of(IN_REVIEW, WITHDRAWN);
            case IN_REVIEW -> EnumSet.of(SENT_BACK, APPROVED, REJECTED, WITHDRAWN);
            case SENT_BACK -> EnumSet.of(IN_REVIEW, REJECTED, WITHDRAWN);
            case APPROVED, REJECTED, WITHDRAWN -> EnumSet.noneOf(DeclarationStatus.class);
        };
    }

    /**
     * @param action Chinese verb for the message
     * @throws ProblemException STATE_CONFLICT when this state does not lead to {@code target}
     */
    DeclarationStatus to(DeclarationStatus target, String action) {
        mustLeadTo(target, action);
        return target;
    }

    /** @throws ProblemException as {@link #to} */
    void mustLeadTo(DeclarationStatus target, String action) {
        if (!next().contains(target)) {
            throw refuse(action);
        }
    }

    ProblemException refuse(String action) {
        return new ProblemException(CommonProblem.STATE_CONFLICT, "该申报当前为“" + label + "”，不能" + action);
    }
}
