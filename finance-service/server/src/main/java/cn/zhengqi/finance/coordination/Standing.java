package cn.zhengqi.finance.coordination;

/** How an enterprise stands with a criterion. */
public enum Standing {
    MET("满足"),
    NOT_MET("不满足"),
    UNKNOWN("待核查");

    private final String label;

    Standing(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
