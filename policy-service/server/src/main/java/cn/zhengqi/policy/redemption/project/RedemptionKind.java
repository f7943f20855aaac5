package cn.zhengqi.policy.redemption.project;

/** How an enterprise comes to its money. */
public enum RedemptionKind {
    /** It applies. */
    APPLICATION("申请兑付"),
    /** 免申即享: the system finds who qualifies, the enterprise only confirms. */
    EXEMPT("免申即享");

    private final String label;

    RedemptionKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
