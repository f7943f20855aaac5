package cn.zhengqi.finance.courts;

/** What came of asking. That nothing is on record and that nobody could say are two things. */
public enum RecordStanding {
    FOUND("查到记录"),
    NONE("没有查到"),
    FAILED("查询失败"),
    /** Nobody is there to be asked. */
    NOT_CONNECTED("未接入");

    private final String label;

    RecordStanding(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
