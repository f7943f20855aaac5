package cn.zhengqi.code.api;

/** The colour of an enterprise code. */
public enum CodeLevel {
    NORMAL("正常"),
    KEY("重点"),
    WARNED("预警");

    private final String label;

    CodeLevel(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
