package cn.zhengqi.matching.report;

import cn.zhengqi.events.audit.AuditAction;

/** What is done with reports and goes on record (操作日志). */
enum ReportAction implements AuditAction {
    REPORT_ISSUED("出具规划报告"),
    REPORT_TAKEN_OUT("下载规划报告");

    private final String label;

    ReportAction(String label) {
        this.label = label;
    }

    @Override
    public String subjectKind() {
        return "规划报告";
    }

    @Override
    public String label() {
        return label;
    }
}
