package cn.zhengqi.matching.dictionary;

import cn.zhengqi.events.audit.AuditAction;

/** What goes on record (操作日志). */
enum FactAction implements AuditAction {
    FACT_CREATED("新增指标"),
    FACT_CHANGED("修改指标"),
    FACT_RETIRED("停用指标"),
    FACT_RESTORED("恢复指标"),
    FACTS_EXPORTED("导出指标字典");

    private final String label;

    FactAction(String label) {
        this.label = label;
    }

    @Override
    public String subjectKind() {
        return "指标字典";
    }

    @Override
    public String label() {
        return label;
    }
}
