package cn.zhengqi.stats.funnel;

import cn.zhengqi.events.audit.AuditAction;

/** What is done with figures and goes on record (操作日志). */
public enum StatsAction implements AuditAction {
    POLICY_FUNNEL_EXPORTED("导出政策漏斗");

    private final String label;

    StatsAction(String label) {
        this.label = label;
    }

    @Override
    public String subjectKind() {
        return "统计";
    }

    @Override
    public String label() {
        return label;
    }
}
