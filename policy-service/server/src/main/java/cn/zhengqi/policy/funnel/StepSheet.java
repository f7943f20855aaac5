package cn.zhengqi.policy.funnel;

import cn.zhengqi.web.sheet.Sheet;

/** The enterprises of a step as a file. */
final class StepSheet {

    static final Sheet<EnterpriseAtStep> SHEET = Sheet.<EnterpriseAtStep>titled("政策漏斗企业")
            .column("企业名称", EnterpriseAtStep::enterpriseName)
            .column("政策", EnterpriseAtStep::policyTitle)
            .column("部门", EnterpriseAtStep::institution)
            .column("时间", EnterpriseAtStep::at)
            .column("申报和兑付申请", EnterpriseAtStep::cases);

    private StepSheet() {}
}
