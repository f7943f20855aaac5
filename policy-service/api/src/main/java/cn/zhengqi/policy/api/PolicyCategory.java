package cn.zhengqi.policy.api;

/** What a policy is about, in the four classes by which the statistics count. */
public enum PolicyCategory {
    TAX("税收政策"),
    INDUSTRY("产业发展政策"),
    INNOVATION("创新政策"),
    FUNDING("资金补助政策");

    private final String label;

    PolicyCategory(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
