package cn.zhengqi.policy.declaration;

/** What can happen to a declaration. */
public enum EventKind {
    SUBMITTED("提交申报"),
    TAKEN_ON("承办"),
    HANDED_OVER("转办"),
    PASSED("通过"),
    SENT_BACK("退回补正"),
    SUPPLEMENTED("企业补正"),
    APPROVED("批准"),
    REJECTED("驳回"),
    WITHDRAWN("企业撤回");

    private final String label;

    EventKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether it was done at the enterprise, not at the department. */
    boolean byEnterprise() {
        return this == SUBMITTED || this == SUPPLEMENTED || this == WITHDRAWN;
    }
}
