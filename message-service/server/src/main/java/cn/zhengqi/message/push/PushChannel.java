package cn.zhengqi.message.push;

/** By which way a message went. */
public enum PushChannel {
    IN_SITE("站内信"),
    SMS("短信"),
    /** By a template message of the official account. */
    WECHAT("公众号"),
    /** By a subscription message of the official account, to one of which its receiver has agreed. */
    SUBSCRIPTION("订阅消息");

    private final String label;

    PushChannel(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
