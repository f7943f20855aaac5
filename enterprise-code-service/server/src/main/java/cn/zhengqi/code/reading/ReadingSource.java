package cn.zhengqi.code.reading;

/** What led to a reading. */
public enum ReadingSource {
    SCAN("扫码"),
    APPLICATION("融资申请"),
    CLAIM("领码申请"),
    DECLARATION("政策申报"),
    REDEMPTION("政策兑现"),
    SYSTEM("开放接口");

    private final String label;

    ReadingSource(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
