package cn.zhengqi.message.push;

/** Who brings text messages to phones. */
public enum SmsProvider {
    ALIYUN("阿里云短信"),
    TENCENT("腾讯云短信"),
    SUBMAIL("赛邮短信"),
    /** Brings none, and says so. */
    SIMULATOR("模拟短信"),
    /** As the simulator, to which messages move when that one takes none. */
    SIMULATOR_SPARE("模拟短信（备用）");

    private final String label;

    SmsProvider(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
