package cn.zhengqi.ops.evaluation;

/** Whether everybody may read an evaluation. */
public enum Publication {
    UNDECIDED("待定"),
    PUBLISHED("已公开"),
    WITHHELD("不公开");

    private final String label;

    Publication(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
