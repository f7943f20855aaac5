package cn.zhengqi.matching.push;

import cn.zhengqi.events.audit.AuditAction;

/** What is chosen or asked for and goes on record (操作日志). */
enum PushAction implements AuditAction {
    PUSH_SWITCHED("开启或关闭政策推送"),
    POLICY_PUSHED("向符合条件的企业推送政策");

    private final String label;

    PushAction(String label) {
        this.label = label;
    }

    @Override
    public String subjectKind() {
        return "政策推送";
    }

    @Override
    public String label() {
        return label;
    }
}
