package cn.zhengqi.kernel.permission;

/** What somebody sees of a sensitive field, and whether they may change it; from the strictest to the most permissive. */
public enum FieldRule {
    /** Nothing, not even that there is something; it cannot be searched or sorted by either. */
    HIDDEN("隐藏"),
    /** Covered by the field's mask. */
    MASKED("遮盖"),
    /** As it is, to read. */
    PLAIN("明文"),
    /** As it is, and it may be changed where the record may be edited. */
    EDITABLE("可编辑");

    private final String label;

    FieldRule(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public boolean allowsNoMoreThan(FieldRule other) {
        return compareTo(other) <= 0;
    }
}
