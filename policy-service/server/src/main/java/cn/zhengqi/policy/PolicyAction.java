package cn.zhengqi.policy;

import cn.zhengqi.events.audit.AuditAction;

/** What is done here and goes on record (操作日志). */
public enum PolicyAction implements AuditAction {
    POLICY_PUBLISHED("发布政策"),
    POLICY_WITHDRAWN("撤下政策"),
    POLICY_DRAFT_STARTED("起草政策"),
    POLICY_DRAFT_WRITTEN("修改政策草稿"),
    POLICY_ATTACHMENT_ADDED("上传政策附件"),
    POLICY_ATTACHMENT_REMOVED("删除政策附件"),
    POLICY_DRAFT_SUBMITTED("提交政策草稿审核"),
    POLICY_DRAFT_SCHEDULED("审核政策草稿，待生效"),
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
    DECLARATION_FIELD_REVEALED("政策申报", "查看明文"),
    DECLARATION_FILE_STORED("政策申报", "上传申报材料"),
    DECLARATION_FILE_VIEWED("政策申报", "查看申报材料"),
    DECLARATION_SUBMITTED("政策申报", "提交政策申报"),
    RECEIPT_ISSUED("政策申报", "出具提交回执"),
    RECEIPT_TAKEN_OUT("政策申报", "下载提交回执"),
    DECLARATION_WITHDRAWN("政策申报", "撤回政策申报"),
    DECLARATION_SUPPLEMENTED("政策申报", "补正政策申报"),
    DECLARATION_TAKEN_ON("政策申报", "承办政策申报"),
    DECLARATION_HANDED_OVER("政策申报", "转办政策申报"),
    DECLARATION_PASSED("政策申报", "通过申报环节"),
    DECLARATION_SENT_BACK("政策申报", "退回补正政策申报"),
    DECLARATION_REJECTED("政策申报", "驳回政策申报"),
    DECLARATIONS_EXPORTED("政策申报", "导出政策申报"),
    REDEMPTION_PROJECT_CREATED("兑付项目", "新建兑付项目"),
    REDEMPTION_PROJECT_CHANGED("兑付项目", "修改兑付项目"),
    REDEMPTION_PROJECT_OPENED("兑付项目", "开放兑付项目"),
    REDEMPTION_PROJECT_CLOSED("兑付项目", "关闭兑付项目"),
    REDEMPTION_BUDGET_RAISED("兑付项目", "追加兑付预算"),
    REDEMPTION_BUDGET_RETURNED("兑付项目", "交回兑付预算"),
    REDEMPTION_PROJECTS_EXPORTED("兑付项目", "导出兑付项目预算"),
    REDEMPTION_SUBMITTED("政策兑现", "提交兑付申请"),
    REDEMPTION_RESUBMITTED("政策兑现", "补正兑付申请"),
    REDEMPTION_WITHDRAWN("政策兑现", "撤回兑付申请"),
    REDEMPTION_ACCOUNT_CHANGED("政策兑现", "更正收款账户"),
    REDEMPTION_VIEWED("政策兑现", "查看兑付申请"),
    REDEMPTION_FILE_VIEWED("政策兑现", "查看兑现材料"),
    REDEMPTION_RECOGNISED("政策兑现", "核定兑付金额并公示"),
    REDEMPTION_SENT_BACK("政策兑现", "退回补正兑付申请"),
    REDEMPTION_REJECTED("政策兑现", "驳回兑付申请"),
    REDEMPTION_OFFERED("政策兑现", "免申即享名单确认"),
    REDEMPTION_CONFIRMED("政策兑现", "企业确认免申即享"),
    REDEMPTION_DECLINED("政策兑现", "放弃免申即享"),
    REDEMPTION_APPROVED("政策兑现", "公示期满核准兑现"),
    REDEMPTION_RETURNED("政策兑现", "兑付资金退回"),
    RETURN_TOLD("支付退回", "登记支付退回"),
    RETURN_CONFIRMED("支付退回", "确认支付退回"),
    RETURN_REFUSED("支付退回", "不予确认支付退回"),
    REDEMPTION_PAID_AGAIN("政策兑现", "重新支付兑付申请"),
    REDEMPTION_ENDED("政策兑现", "终止兑付申请"),
    REDEMPTION_CHECKED("政策兑现", "支付前核对条件"),
    REDEMPTION_KEPT("政策兑现", "不再符合仍予支付"),
    REDEMPTIONS_EXPORTED("政策兑现", "导出兑付申请"),
    STEPS_EXPORTED("导出政策漏斗企业"),
    DECLARATION_URGED("政策申报", "催办政策申报"),
    REDEMPTION_URGED("政策兑现", "催办兑付申请"),
    EXTENSION_ASKED("承诺时限", "申请延期办理"),
    EXTENSION_DECIDED("承诺时限", "审批延期申请"),
    PROMISES_EXPORTED("承诺时限", "导出时限看板"),
    ANSWER_TERM_CHANGED("承诺时限", "修改部门办理的承诺时限"),
    OBJECTION_MADE("公示异议", "提出公示异议"),
    OBJECTION_UPHELD("公示异议", "采纳公示异议"),
    OBJECTION_DISMISSED("公示异议", "不予采纳公示异议"),
    BATCH_PREPARED("支付批次", "编制支付批次"),
    BATCH_APPROVED("支付批次", "复核支付批次"),
    BATCH_REDUCED("支付批次", "移出已终止的申请"),
    BATCH_CANCELLED("支付批次", "作废支付批次"),
    BATCH_HANDED_OVER("支付批次", "支付批次送国库"),
    BATCH_EXPORTED("支付批次", "导出支付批次"),
    BATCH_SETTLED("支付批次", "登记支付结果");

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
