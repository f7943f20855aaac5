package cn.zhengqi.message.push;

/** By which way a message went. */
public enum PushChannel {
    /** 站内信. */
    IN_SITE,
    /** 短信. */
    SMS
}
