package cn.zhengqi.policy.redemption.notice;

/** Where an objection stands. */
public enum ObjectionState {
    OPEN("待处理"),
    /** The application is rejected for it. */
    UPHELD("已采纳"),
    DISMISSED("未予采纳");

    private final String label;

    ObjectionState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
