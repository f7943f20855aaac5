package cn.zhengqi.matching.tag;

/** 基础标签 are set by hand or say what one fact says; 进阶标签 follow from a rule over several. */
public enum TagKind {
    BASIC("基础标签"),
    ADVANCED("进阶标签");

    private final String label;

    TagKind(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
