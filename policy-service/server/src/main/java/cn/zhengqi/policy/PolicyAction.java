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
    POLICIES_EXPORTED("导出政策"),
    FAVOURITES_EXPORTED("导出收藏的政策"),
    PROJECT_CREATED("申报项目", "新建申报项目"),
    PROJECT_CHANGED("申报项目", "修改申报项目"),
    PROJECT_OPENED("申报项目", "开放申报项目"),
    PROJECT_CLOSED("申报项目", "关闭申报项目"),
    PROJECTS_EXPORTED("申报项目", "导出申报项目"),
    DECLARATION_BEGUN("政策申报", "填写政策申报"),
    DECLARATION_DISCARDED("政策申报", "删除申报草稿"),
    DECLARATION_VIEWED("政策申报", "查看政策申报"),
    DECLARATION_FILE_STORED("政策申报", "上传申报材料"),
    DECLARATION_FILE_VIEWED("政策申报", "查看申报材料"),
    DECLARATION_SUBMITTED("政策申报", "提交政策申报"),
    DECLARATION_WITHDRAWN("政策申报", "撤回政策申报"),
    DECLARATION_SUPPLEMENTED("政策申报", "补正政策申报"),
    DECLARATION_TAKEN_ON("政策申报", "承办政策申报"),
    DECLARATION_PASSED("政策申报", "通过申报环节"),
    DECLARATION_SENT_BACK("政策申报", "退回补正政策申报"),
    DECLARATION_REJECTED("政策申报", "驳回政策申报"),
    DECLARATIONS_EXPORTED("政策申报", "导出政策申报");

    private final String subjectKind;
    private final String label;

    PolicyAction(String label) {
        this("政策", label);
    }

    PolicyAction(String subjectKind, String label) {
        this.subjectKind = subjectKind;
        this.label = label;
    }

    @Override
    public String subjectKind() {
        return subjectKind;
    }

    @Override
    public String label() {
        return label;
    }
}
