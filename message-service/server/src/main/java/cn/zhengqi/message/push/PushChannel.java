package cn.zhengqi.message.push;

/** By which way a message went. */
public enum PushChannel {
    IN_SITE("站内信"),
    SMS("短信"),
    /** By a template message of the official account. */
    WECHAT("公众号");

    private final String label;

    PushChannel(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
