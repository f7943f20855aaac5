package cn.zhengqi.stats.orders;

/**
 * How an order stands in the sense of 订单状态 (STATS-01). Disbursed and settled orders stay APPROVED; a withdrawn one was
 * applied for and is counted so, but is in none of the three states of the chart.
 */
public enum Standing {
    IN_REVIEW("银行审批中"),
    APPROVED("审批通过"),
    REFUSED("审批不通过"),
    WITHDRAWN("已撤回");

    private final String label;

    Standing(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
