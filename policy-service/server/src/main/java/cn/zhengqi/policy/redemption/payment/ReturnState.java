package cn.zhengqi.policy.redemption.payment;

/** Where the report stands that a payment came back. */
public enum ReturnState {
    /** Somebody else has to confirm it. */
    OPEN("待确认"),
    CONFIRMED("已确认"),
    /** The money is where it was paid to. */
    REFUSED("不予确认");

    private final String label;

    ReturnState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
