package cn.zhengqi.message.push;

/** What became of a message that was sent. */
public enum PushResult {
    /** It lies where its receiver finds it, or its provider reported that it arrived. */
    DELIVERED("已送达"),
    /** The provider, or WeChat, took it; whether it reached the phone, it has not said. */
    ACCEPTED("已提交"),
    /** It was not taken, or its provider reported that it did not arrive. */
    FAILED("发送失败");

    private final String label;

    PushResult(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
