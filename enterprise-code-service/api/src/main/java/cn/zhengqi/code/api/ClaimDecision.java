package cn.zhengqi.code.api;

/** How a claim for an enterprise code was answered. */
public enum ClaimDecision {
    APPROVED("通过"),
    REJECTED("不通过"),
    RETURNED("退回补正");

    private final String label;

    ClaimDecision(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
