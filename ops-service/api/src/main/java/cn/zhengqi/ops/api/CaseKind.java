package cn.zhengqi.ops.api;

/** What an enterprise had done for it and evaluates afterwards. */
public enum CaseKind {
    LOAN("融资申请"),
    CLAIM("领码申请"),
    DECLARATION("政策申报"),
    REDEMPTION("政策兑现"),
    DEMAND("融资需求"),
    COORDINATION("融资协调");

    private final String label;

    CaseKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
