package cn.zhengqi.finance.api;

/** Whether an enterprise borrows for the first time on the platform or renews a named earlier loan. */
public enum LoanKind {
    FIRST("首贷"),
    RENEWAL("续贷");

    private final String label;

    LoanKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
