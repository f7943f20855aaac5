package cn.zhengqi.policy.redemption.project;

import cn.zhengqi.matching.api.criteria.CriterionView;
import cn.zhengqi.web.sheet.Sheet;

/** The file of the console's list of projects, with where the money of each is. */
final class RedemptionProjectSheet {

    static final Sheet<RedemptionProjectView> SHEET = Sheet.<RedemptionProjectView>titled("兑付项目预算")
            .column("兑付项目", RedemptionProjectView::title)
            .column("政策", RedemptionProjectView::policyTitle)
            .column("部门", RedemptionProjectView::institutionName)
            .column("兑付对象", RedemptionProjectSheet::audience)
            .column("状态", project -> project.status().label(project.window()))
            .column("开始日期", RedemptionProjectView::opensOn)
            .column("截止日期", RedemptionProjectView::closesOn)
            .column("预算安排（元）", project -> project.money().allocated())
            .column("已预留（元）", project -> project.money().reserved())
            .column("待支付（元）", project -> project.money().approved())
            .column("已支付（元）", project -> project.money().paid())
            .column("已交回（元）", project -> project.money().returned())
            .column("可用（元）", project -> project.money().free());

    private RedemptionProjectSheet() {}

    private static String audience(RedemptionProjectView it) {
        String whom = it.audience().isEmpty() ? "与政策条件一致" : CriterionView.inOneLine(it.audience());
        return it.barring() ? whom + "（仅限对象申请）" : whom;
    }
}
