package cn.zhengqi.message.template;

import cn.zhengqi.events.audit.AuditAction;

/** What is done with the words of notices and goes on record (操作日志). */
enum TemplateAction implements AuditAction {
    NOTICE_TEMPLATE_CHANGED("修改系统消息"),
    NOTICE_TEMPLATE_RESTORED("恢复系统消息的旧版本"),
    NOTICE_TEMPLATE_ENABLED("启用系统消息"),
    NOTICE_TEMPLATE_DISABLED("停用系统消息"),
    NOTICE_TEMPLATES_EXPORTED("导出系统消息");

    private final String label;

    TemplateAction(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public String subjectKind() {
        return "系统消息";
    }
}
