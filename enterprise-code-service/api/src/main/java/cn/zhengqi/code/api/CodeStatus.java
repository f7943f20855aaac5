package cn.zhengqi.code.api;

/** Whether an enterprise code may be shown and scanned. */
public enum CodeStatus {
    ACTIVE("正常"),
    FROZEN("冻结"),
    REVOKED("注销");

    private final String label;

    CodeStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
