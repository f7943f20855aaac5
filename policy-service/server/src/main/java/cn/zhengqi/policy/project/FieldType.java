package cn.zhengqi.policy.project;

/** What is filled in. Stable, in stored forms. */
public enum FieldType {
    TEXT("文字"),
    NUMBER("数字"),
    MONEY("金额"),
    DATE("日期"),
    CHOICE("单选"),
    MULTI_CHOICE("多选"),
    YES_NO("是否"),
    FILE("附件"),
    TABLE("表格");

    private final String label;

    FieldType(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    boolean hasOptions() {
        return this == CHOICE || this == MULTI_CHOICE;
    }

    boolean isNumber() {
        return this == NUMBER || this == MONEY;
    }

    /** Whether a field can be shown by what was chosen here. */
    boolean decides() {
        return this == CHOICE || this == YES_NO;
    }

    /** Whether it can stand in a table. */
    boolean isCell() {
        return this != TABLE && this != FILE && this != MULTI_CHOICE;
    }
}
