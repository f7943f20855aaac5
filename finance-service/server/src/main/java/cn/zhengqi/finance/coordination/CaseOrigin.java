package cn.zhengqi.finance.coordination;

/** How an enterprise came on the list. */
public enum CaseOrigin {
    VISIT("走访"),
    SELF("企业申报");

    private final String label;

    CaseOrigin(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
