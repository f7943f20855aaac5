package cn.zhengqi.policy.redemption.application;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Where an application for redemption stands. What may follow stands beside it. */
public enum RedemptionStatus {
    SUBMITTED("待审核"),
    /** The department waits for the enterprise; the promised time stands still. */
    SENT_BACK("退回补正"),
    /** 免申即享: the enterprise was found and has to confirm. */
    OFFERED("待确认"),
    /** Its amount is reserved. */
    IN_NOTICE("公示中"),
    APPROVED("待支付"),
    /** In a batch. */
    PAYING("支付办理中"),
    PAID("已支付"),
    PAY_FAILED("支付失败"),
    /** It was paid, and the money came back. */
    RETURNED("已退回"),
    REJECTED("已驳回"),
    WITHDRAWN("已撤回"),
    DECLINED("已放弃"),
    /** It was approved, and the department ended it before it was paid. */
    ENDED("已终止");

    /** What may be put into a batch, at once or after it was mended. */
    static final List<RedemptionStatus> PAYABLE = List.of(APPROVED, PAY_FAILED, RETURNED);

    private final String label;

    RedemptionStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    Set<RedemptionStatus> next() {
        return switch (this) {
            case SUBMITTED -> EnumSet.of(SENT_BACK, IN_NOTICE, REJECTED, WITHDRAWN);
            case SENT_BACK -> EnumSet.of(SUBMITTED, REJECTED, WITHDRAWN);
            case OFFERED -> EnumSet.of(IN_NOTICE, DECLINED);
            case IN_NOTICE -> EnumSet.of(APPROVED, REJECTED, WITHDRAWN);
            case APPROVED -> EnumSet.of(PAYING, WITHDRAWN, ENDED);
            case PAYING -> EnumSet.of(PAID, PAY_FAILED, APPROVED);
            case PAY_FAILED, RETURNED -> EnumSet.of(APPROVED, WITHDRAWN, ENDED);
            case PAID -> EnumSet.of(RETURNED);
            case REJECTED, WITHDRAWN, DECLINED, ENDED -> EnumSet.noneOf(RedemptionStatus.class);
        };
    }

    /** Nothing follows any more. */
    public boolean over() {
        return next().isEmpty();
    }

    /** Whether money of the budget is held for it. */
    public boolean holdsMoney() {
        return switch (this) {
            case OFFERED, IN_NOTICE, APPROVED, PAYING, PAY_FAILED, RETURNED -> true;
            case SUBMITTED, SENT_BACK, PAID, REJECTED, WITHDRAWN, DECLINED, ENDED -> false;
        };
    }

    /**
     * @param action Chinese verb for the message
     * @throws ProblemException STATE_CONFLICT when this state does not lead to {@code target}
     */
    RedemptionStatus to(RedemptionStatus target, String action) {
        if (!next().contains(target)) {
            throw refuse(action);
        }
        return target;
    }

    public ProblemException refuse(String action) {
        return new ProblemException(CommonProblem.STATE_CONFLICT, "该申请当前为“" + label + "”，不能" + action);
    }
}
