package cn.zhengqi.policy.redemption.application;

/** What can happen to an application for redemption. Stable, in the timeline. */
public enum RedemptionEventKind {
    SUBMITTED("提交申请"),
    OFFERED("符合条件，等待企业确认"),
    CONFIRMED("企业确认并公示"),
    DECLINED("放弃"),
    SENT_BACK("退回补正"),
    RESUBMITTED("企业补正"),
    IN_NOTICE("核定金额并公示"),
    APPROVED("公示期满，待支付"),
    ACCOUNT_CHANGED("更正收款账户"),
    BATCHED("列入支付批次"),
    UNBATCHED("移出支付批次"),
    PAID("支付成功"),
    PAY_FAILED("支付失败"),
    RETURNED("支付退回"),
    PAID_AGAIN("重新支付"),
    REJECTED("驳回"),
    WITHDRAWN("企业撤回"),
    ENDED("终止兑付");

    private final String label;

    RedemptionEventKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether it is done at the enterprise, not at the department. */
    boolean byEnterprise() {
        return switch (this) {
            case SUBMITTED, CONFIRMED, DECLINED, RESUBMITTED, ACCOUNT_CHANGED, WITHDRAWN -> true;
            case OFFERED,
                    SENT_BACK,
                    IN_NOTICE,
                    APPROVED,
                    BATCHED,
                    UNBATCHED,
                    PAID,
                    PAY_FAILED,
                    RETURNED,
                    PAID_AGAIN,
                    REJECTED,
                    ENDED -> false;
        };
    }
}
