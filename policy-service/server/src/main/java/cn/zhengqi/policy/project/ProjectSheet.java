package cn.zhengqi.policy.project;

import cn.zhengqi.matching.api.criteria.CriterionView;
import cn.zhengqi.web.sheet.Sheet;

/** Projects as a file. */
final class ProjectSheet {

    static final Sheet<ProjectView> SHEET = Sheet.<ProjectView>titled("申报项目")
            .column("项目名称", ProjectView::title)
            .column("所属政策", ProjectView::policyTitle)
            .column("申报部门", ProjectView::institutionName)
            .column("开始日期", ProjectView::opensOn)
            .column("截止日期", ProjectView::closesOn)
            .column("名额", ProjectView::quota)
            .column("已申报", ProjectView::taken)
            .column("申报对象", ProjectSheet::audience)
            .column("状态", it -> it.status().label(it.window()))
            .column("表单版本", ProjectView::formVersion)
            .column("演示数据", ProjectView::demo);

    private ProjectSheet() {}

    private static String audience(ProjectView it) {
        String whom = it.audience().isEmpty() ? "与政策条件一致" : CriterionView.inOneLine(it.audience());
        return it.barring() ? whom + "（仅限对象申报）" : whom;
    }
}
