package cn.zhengqi.message.api;

/** What a message is about; people filter by it. */
public enum MessageKind {
    CODE,
    FINANCE,
    POLICY,
    SYSTEM
}
