package cn.zhengqi.finance.coordination;

import cn.zhengqi.finance.FinanceFields;
import cn.zhengqi.web.sheet.Sheet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The lists and figures of 小微融资协调 as files. */
final class CoordinationSheets {

    static final Sheet<VisitView> VISITS = Sheet.<VisitView>titled("走访记录")
            .column("走访编号", VisitView::number)
            .column("企业名称", VisitView::enterpriseName)
            .column("统一社会信用代码", VisitView::uscc)
            .column("镇街", VisitView::townName)
            .column("走访日期", VisitView::visitedOn)
            .column("走访人", VisitView::visitorName)
            .column("走访单位", VisitView::institutionName)
            .column("融资需求（元）", VisitView::amount)
            .column("期限（月）", VisitView::termMonths)
            .column("用途", VisitView::purpose)
            .column("贷款方式", it -> label(it.creditKind()))
            .column("走访情况", VisitView::words)
            .column("已列入申报清单", it -> it.caseId() != null)
            .column("登记时间", VisitView::recordedAt)
            .column("演示数据", VisitView::demo);

    static final Sheet<CaseView> CASES = Sheet.<CaseView>titled("申报清单")
            .column("申报编号", CaseView::number)
            .column("企业名称", CaseView::enterpriseName)
            .column("统一社会信用代码", CaseView::uscc)
            .column("镇街", CaseView::townName)
            .column("来源", it -> it.origin().label())
            .column("走访单位", CaseView::institutionName)
            .column("融资需求（元）", CaseView::amount)
            .column("期限（月）", CaseView::termMonths)
            .column("用途", CaseView::purpose)
            .column("贷款方式", it -> label(it.creditKind()))
            .column("联系人", FinanceFields.COORDINATION_CONTACT_NAME, CaseView::contactName)
            .column("联系电话", FinanceFields.COORDINATION_CONTACT_PHONE, CaseView::contactPhone)
            .column("状态", it -> it.status().label())
            .column("申报时间", CaseView::declaredAt)
            .column("核查时间", CaseView::checkedAt)
            .column("未通过原因", CaseView::rejection)
            .column("关闭原因", CaseView::closing)
            .column(
                    "银行答复",
                    it -> it.answers().stream()
                            .map(one -> one.bankName() + "：" + one.status().label())
                            .collect(Collectors.joining("；")))
            .column("演示数据", CaseView::demo);

    static final Sheet<RecommendationView> RECOMMENDATIONS = Sheet.<RecommendationView>titled("推荐清单")
            .column("申报编号", RecommendationView::number)
            .column("企业名称", RecommendationView::enterpriseName)
            .column("统一社会信用代码", RecommendationView::uscc)
            .column("镇街", RecommendationView::townName)
            .column("融资需求（元）", RecommendationView::amount)
            .column("期限（月）", RecommendationView::termMonths)
            .column("用途", RecommendationView::purpose)
            .column("贷款方式", it -> label(it.creditKind()))
            .column("联系人", FinanceFields.COORDINATION_CONTACT_NAME, RecommendationView::contactName)
            .column("联系电话", FinanceFields.COORDINATION_CONTACT_PHONE, RecommendationView::contactPhone)
            .column("推荐银行", it -> it.answer().bankName())
            .column("推荐时间", it -> it.answer().recommendedAt())
            .column(
                    "承诺答复日期",
                    it -> it.answer().promise() == null
                            ? null
                            : it.answer().promise().dueOn())
            .column("状态", it -> it.answer().status().label())
            .column("授信额度（元）", it -> it.answer().grantedAmount())
            .column("年利率（%）", it -> it.answer().grantedRate())
            .column("授信期限（月）", it -> it.answer().grantedTermMonths())
            .column("银行说明", it -> it.answer().words())
            .column("答复时间", it -> it.answer().decidedAt())
            .column("演示数据", RecommendationView::demo);

    static final Sheet<CoordinationFigures.CoordinationTown> TOWNS = Sheet.<CoordinationFigures.CoordinationTown>titled(
                    "小微融资协调分镇街统计")
            .column("镇街", CoordinationFigures.CoordinationTown::townName)
            .column("走访", CoordinationFigures.CoordinationTown::visited)
            .column("申报", CoordinationFigures.CoordinationTown::declared)
            .column("申报金额（元）", CoordinationFigures.CoordinationTown::declaredAmount)
            .column("已推荐申报", CoordinationFigures.CoordinationTown::recommended)
            .column("获授信申报", CoordinationFigures.CoordinationTown::granted)
            .column("授信金额（元）", CoordinationFigures.CoordinationTown::grantedAmount)
            .column("平均答复工作日", CoordinationFigures.CoordinationTown::averageWorkingDays);

    static final Sheet<CoordinationFigures.CoordinationBank> BANKS = Sheet.<CoordinationFigures.CoordinationBank>titled(
                    "小微融资协调分银行统计")
            .column("金融机构", CoordinationFigures.CoordinationBank::bankName)
            .column("走访", CoordinationFigures.CoordinationBank::visited)
            .column("收到推荐", CoordinationFigures.CoordinationBank::recommended)
            .column("待答复", CoordinationFigures.CoordinationBank::pending)
            .column("授信", CoordinationFigures.CoordinationBank::granted)
            .column("授信金额（元）", CoordinationFigures.CoordinationBank::grantedAmount)
            .column("未授信", CoordinationFigures.CoordinationBank::refused)
            .column("已有服务", CoordinationFigures.CoordinationBank::served)
            .column("未答复", CoordinationFigures.CoordinationBank::unanswered)
            .column("已失效", CoordinationFigures.CoordinationBank::lapsed)
            .column("平均答复工作日", CoordinationFigures.CoordinationBank::averageWorkingDays);

    private CoordinationSheets() {}

    private static @Nullable String label(@Nullable CreditKind kind) {
        return kind == null ? null : kind.label();
    }
}
