package cn.zhengqi.ops.export;

import cn.zhengqi.events.audit.AuditAction;

/** What people do about jobs and goes on record. */
enum ExportAction implements AuditAction {
    EXPORT_ASKED("申请后台导出"),
    EXPORT_CANCELLED("取消导出任务"),
    EXPORT_DOWNLOADED("下载导出文件");

    private final String label;

    ExportAction(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public String subjectKind() {
        return "导出任务";
    }
}
