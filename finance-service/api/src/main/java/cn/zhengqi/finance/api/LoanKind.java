package cn.zhengqi.finance.api;

/**
 * What a loan is to its enterprise: the first it ever got, on the platform as its applicant says and anywhere as its bank confirms; the renewal of a named earlier
 * one of the same bank; or neither, which is one more beside those that it had, here or elsewhere.
 */
public enum LoanKind {
    FIRST("首贷"),
    RENEWAL("续贷"),
    ADDITIONAL("新增贷款");

    private final String label;

    LoanKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
