package cn.zhengqi.finance.coordination;

/** What kind of credit an enterprise looks for. */
public enum CreditKind {
    UNSECURED("信用"),
    MORTGAGE("抵押"),
    PLEDGE("质押"),
    GUARANTEED("保证、担保");

    private final String label;

    CreditKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
