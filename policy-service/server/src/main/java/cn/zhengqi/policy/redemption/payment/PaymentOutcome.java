package cn.zhengqi.policy.redemption.payment;

/** What became of a payment in a batch. */
public enum PaymentOutcome {
    PENDING("支付中"),
    PAID("成功"),
    FAILED("失败"),
    /** It was paid, and came back. */
    RETURNED("已退回"),
    /** The batch was cancelled. */
    CANCELLED("已作废"),
    /** Taken out before anybody approved the batch: its application ended. */
    REMOVED("已移出");

    private final String label;

    PaymentOutcome(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
