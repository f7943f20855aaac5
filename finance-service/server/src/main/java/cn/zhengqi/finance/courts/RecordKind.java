package cn.zhengqi.finance.courts;

/** What may be on record. Each is a directory of its own at the platforms, granted for itself. */
public enum RecordKind {
    DISHONEST("失信被执行人"),
    ENFORCEMENT("被执行人"),
    /** Counted by type of case: the documents themselves name people. */
    JUDGMENTS("裁判文书"),
    PENALTY("行政处罚"),
    ABNORMAL("经营异常名录");

    private final String label;

    RecordKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
