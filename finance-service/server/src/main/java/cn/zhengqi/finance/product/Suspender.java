package cn.zhengqi.finance.product;

/** Whose suspension of a product it is: what the finance office takes off sale its bank does not put back, whoever was first. */
public enum Suspender {
    BANK("金融机构"),
    FINANCE_OFFICE("金融办");

    private final String label;

    Suspender(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
