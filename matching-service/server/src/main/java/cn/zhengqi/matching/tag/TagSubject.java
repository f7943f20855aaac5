package cn.zhengqi.matching.tag;

/** What a tag is put on. */
public enum TagSubject {
    ENTERPRISE("企业", "统一社会信用代码"),
    POLICY("政策", "政策编号");

    private final String label;
    private final String codeName;

    TagSubject(String label, String codeName) {
        this.label = label;
        this.codeName = codeName;
    }

    String label() {
        return label;
    }

    /** What the code is called by which one is named, as the heading of a column too. */
    String codeName() {
        return codeName;
    }
}
