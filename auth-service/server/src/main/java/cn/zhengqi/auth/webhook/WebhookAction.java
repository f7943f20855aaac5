package cn.zhengqi.auth.webhook;

import cn.zhengqi.events.audit.AuditAction;

/** What is done to webhooks and goes on record (操作日志). */
enum WebhookAction implements AuditAction {
    WEBHOOK_SET("设置事件回调"),
    WEBHOOK_SECRET_ROTATED("更换事件回调密钥"),
    WEBHOOK_TESTED("发送测试事件"),
    WEBHOOK_RESENT("重新发送事件"),
    WEBHOOK_PAUSED("停用事件回调"),
    WEBHOOK_RESUMED("启用事件回调"),
    WEBHOOK_REMOVED("删除事件回调"),
    /** By the receiver, which answered 410. */
    WEBHOOK_GONE("接收方停用事件回调");

    private final String label;

    WebhookAction(String label) {
        this.label = label;
    }

    @Override
    public String subjectKind() {
        return "接口密钥";
    }

    @Override
    public String label() {
        return label;
    }
}
