package cn.zhengqi.policy.declaration;

import cn.zhengqi.policy.PolicyFields;
import cn.zhengqi.web.sheet.Sheet;

/** Declarations as a file. */
final class DeclarationSheet {

    static final Sheet<DeclarationView> SHEET = Sheet.<DeclarationView>titled("政策申报")
            .column("申报编号", DeclarationView::number)
            .column("企业名称", DeclarationView::enterpriseName)
            .column("申报项目", DeclarationView::projectTitle)
            .column("所属政策", DeclarationView::policyTitle)
            .column("状态", it -> it.status().label())
            .column("当前环节", it -> it.step().label())
            .column("办理部门", DeclarationView::stepInstitutionName)
            .column("承办人", DeclarationView::handlerName)
            .column("联系人", PolicyFields.CONTACT_NAME, DeclarationView::contactName)
            .column("联系电话", PolicyFields.CONTACT_PHONE, DeclarationView::contactPhone)
            .column("提交时间", DeclarationView::submittedAt)
            .column("承诺办结日期", it -> it.promise() == null ? null : it.promise().dueOn())
            .column("是否超期", it -> it.promise() == null ? null : it.promise().broken() ? "已超期" : "未超期")
            .column("办结时间", DeclarationView::decidedAt)
            .column("驳回原因", DeclarationView::reason)
            .column("演示数据", DeclarationView::demo);

    private DeclarationSheet() {}
}
