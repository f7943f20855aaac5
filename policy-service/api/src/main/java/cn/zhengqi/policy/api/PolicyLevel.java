package cn.zhengqi.policy.api;

/** Which level of government issued a policy. */
public enum PolicyLevel {
    NATIONAL("国家"),
    MUNICIPAL("市"),
    DISTRICT("区县");

    private final String label;

    PolicyLevel(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
