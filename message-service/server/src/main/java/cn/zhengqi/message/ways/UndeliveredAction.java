package cn.zhengqi.message.ways;

import cn.zhengqi.events.audit.AuditAction;

/** What is done with messages that did not arrive and goes on record (操作日志). */
enum UndeliveredAction implements AuditAction {
    UNDELIVERED_RESENT("重发未送达通知"),
    UNDELIVERED_EXPORTED("导出未送达通知");

    private final String label;

    UndeliveredAction(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public String subjectKind() {
        return "未送达通知";
    }
}
