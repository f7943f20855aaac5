package cn.zhengqi.policy;

import cn.zhengqi.events.audit.AuditAction;

/** What is done here and goes on record (操作日志). */
public enum PolicyAction implements AuditAction {
    POLICY_PUBLISHED("发布政策"),
    POLICY_WITHDRAWN("撤下政策"),
    POLICY_DRAFT_STARTED("起草政策"),
    POLICY_DRAFT_WRITTEN("修改政策草稿"),
    POLICY_DRAFT_SUBMITTED("提交政策草稿审核"),
    POLICY_DRAFT_RETURNED("退回政策草稿"),
    POLICY_DRAFT_DELETED("删除政策草稿"),
    POLICIES_EXPORTED("导出政策");

    private final String label;

    PolicyAction(String label) {
        this.label = label;
    }

    @Override
    public String subjectKind() {
        return "政策";
    }

    @Override
    public String label() {
        return label;
    }
}
