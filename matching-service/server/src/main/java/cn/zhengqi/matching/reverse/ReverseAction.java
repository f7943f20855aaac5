package cn.zhengqi.matching.reverse;

import cn.zhengqi.events.audit.AuditAction;

/** What goes on record (操作日志). */
enum ReverseAction implements AuditAction {
    REVERSE_MATCH_EXPORTED;

    @Override
    public String subjectKind() {
        return "反向匹配";
    }

    @Override
    public String label() {
        return "导出反向匹配的企业";
    }
}
