package cn.zhengqi.user.api;

/** Where an enterprise stands in the register of the market authority. */
public enum EnterpriseStatus {
    ACTIVE("存续"),
    REVOKED("吊销"),
    CANCELLED("注销");

    private final String label;

    EnterpriseStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
