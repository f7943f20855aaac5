package cn.zhengqi.ops.api;

/** By what a case is finished for who applied, as far as its evaluation is asked for: a loan that is paid out goes on until it is settled. */
public enum CaseOutcome {
    DISBURSED("已放款"),
    REFUSED("审批不通过"),
    EXPIRED("授信已过期"),
    CLOSED("已办结");

    private final String label;

    CaseOutcome(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
