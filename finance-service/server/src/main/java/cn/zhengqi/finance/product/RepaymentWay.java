package cn.zhengqi.finance.product;

/** How a loan is paid back. */
public enum RepaymentWay {
    EQUAL_INSTALLMENT("等额本息"),
    EQUAL_PRINCIPAL("等额本金"),
    INTEREST_FIRST("先息后本"),
    ON_DEMAND("随借随还"),
    AT_THE_END("到期一次还本付息");

    private final String label;

    RepaymentWay(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
