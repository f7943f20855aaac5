package cn.zhengqi.matching.tag;

/** What a tag is put on. */
public enum TagSubject {
    ENTERPRISE("企业"),
    POLICY("政策");

    private final String label;

    TagSubject(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
