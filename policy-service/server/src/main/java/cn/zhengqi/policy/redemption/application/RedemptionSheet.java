package cn.zhengqi.policy.redemption.application;

import cn.zhengqi.policy.PolicyFields;
import cn.zhengqi.web.sheet.Sheet;
import java.time.LocalDate;

/** Applications for redemption as a file. */
final class RedemptionSheet {

    /** @param today by which a notice is over, before its application is approved */
    static Sheet<RedemptionView> on(LocalDate today) {
        return Sheet.<RedemptionView>titled("兑付申请")
                .column("申请编号", RedemptionView::number)
                .column("企业名称", RedemptionView::enterpriseName)
                .column("申请人", PolicyFields.REDEMPTION_APPLICANT, RedemptionView::applicantName)
                .column("兑付项目", RedemptionView::projectTitle)
                .column("所属政策", RedemptionView::policyTitle)
                .column("兑付方式", it -> it.kind().label())
                .column("状态", it -> it.noticeOver(today) ? "公示期满" : it.status().label())
                .column("申报数额", RedemptionView::basisClaimed)
                .column("核定数额", RedemptionView::basisRecognised)
                .column("申请金额（元）", RedemptionView::amountClaimed)
                .column("核定金额（元）", RedemptionView::amount)
                .column("计算过程", RedemptionView::explanation)
                .column("公示开始", RedemptionView::noticeFrom)
                .column("公示截止", RedemptionView::noticeUntil)
                .column("提交时间", RedemptionView::submittedAt)
                .column("支付时间", RedemptionView::paidAt)
                .column("原因", RedemptionView::reason)
                .column("支付前核对", it -> it.check() == null ? null : it.check().inWords())
                .column("演示数据", RedemptionView::demo);
    }

    private RedemptionSheet() {}
}
