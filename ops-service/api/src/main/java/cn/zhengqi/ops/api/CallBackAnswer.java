package cn.zhengqi.ops.api;

/** How a 差评 is answered. */
public enum CallBackAnswer {
    REDONE("已整改"),
    EXPLAINED("情况说明");

    private final String label;

    CallBackAnswer(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
