package cn.zhengqi.message.notification;

import cn.zhengqi.events.audit.AuditAction;

/** What is done with notifications and goes on record (操作日志). */
enum NotificationAction implements AuditAction {
    NOTIFICATION_WRITTEN("新建通知"),
    NOTIFICATION_CHANGED("修改通知"),
    NOTIFICATION_SUBMITTED("提交通知"),
    NOTIFICATION_APPROVED("审批通过通知"),
    NOTIFICATION_REJECTED("驳回通知"),
    NOTIFICATION_CANCELLED("取消通知"),
    NOTIFICATIONS_EXPORTED("导出通知"),
    NOTIFICATION_RECEIVERS_EXPORTED("导出通知接收结果");

    private final String label;

    NotificationAction(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public String subjectKind() {
        return "通知";
    }
}
