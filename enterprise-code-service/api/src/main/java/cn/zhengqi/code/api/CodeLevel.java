package cn.zhengqi.code.api;

/** The colour of an enterprise code. */
public enum CodeLevel {
    NORMAL("普通"),
    KEY("重点企业"),
    WARNED("风险提示");

    private final String label;

    CodeLevel(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
