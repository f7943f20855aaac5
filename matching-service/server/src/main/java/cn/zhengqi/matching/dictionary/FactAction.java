package cn.zhengqi.matching.dictionary;

import cn.zhengqi.events.audit.AuditAction;

/** What goes on record (操作日志). */
enum FactAction implements AuditAction {
    FACTS_EXPORTED;

    @Override
    public String subjectKind() {
        return "指标字典";
    }

    @Override
    public String label() {
        return "导出指标字典";
    }
}
