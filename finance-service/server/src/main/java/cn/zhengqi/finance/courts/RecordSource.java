package cn.zhengqi.finance.courts;

/** Who said what is on record. */
public enum RecordSource {
    PLATFORM("政务数据平台"),
    /** Invented, and said to be so. */
    SIMULATED("模拟数据");

    private final String label;

    RecordSource(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
