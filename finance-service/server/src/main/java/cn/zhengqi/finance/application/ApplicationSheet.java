package cn.zhengqi.finance.application;

import cn.zhengqi.finance.FinanceFields;
import cn.zhengqi.web.sheet.Sheet;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Applications as a file. */
final class ApplicationSheet {

    /** @param reasons the catalogue, of which an application has the code */
    static Sheet<LoanApplicationView> with(List<RefusalReason> reasons) {
        Map<String, RefusalReason> known =
                reasons.stream().collect(Collectors.toMap(RefusalReason::code, Function.identity()));
        return Sheet.<LoanApplicationView>titled("融资申请")
                .column("申请编号", LoanApplicationView::number)
                .column("企业名称", LoanApplicationView::enterpriseName)
                .column("贷款产品", LoanApplicationView::productTitle)
                .column("金融机构", LoanApplicationView::bankName)
                .column("申请金额（元）", LoanApplicationView::amount)
                .column("期限（月）", LoanApplicationView::termMonths)
                .column("贷款类型", it -> it.kind().label())
                .column("来源", it -> it.channel().label())
                .column("状态", it -> it.status().label())
                .column("申请时间", LoanApplicationView::submittedAt)
                .column(
                        "承诺答复日期",
                        it -> it.promise() == null ? null : it.promise().dueOn())
                .column("是否超期", it -> it.promise() == null ? null : it.promise().broken() ? "已超期" : "未超期")
                .column("授信额度（元）", LoanApplicationView::grantedAmount)
                .column("年利率（%）", it -> plain(it.grantedRate()))
                .column("授信期限（月）", LoanApplicationView::grantedTermMonths)
                .column("授信有效期至", LoanApplicationView::validUntil)
                .column("不通过原因", it -> refusal(it, known))
                .column("累计放款（元）", LoanApplicationView::disbursedAmount)
                .column("联系人", FinanceFields.CONTACT_NAME, LoanApplicationView::contactName)
                .column("联系电话", FinanceFields.CONTACT_PHONE, LoanApplicationView::contactPhone)
                .column("办理网点", ApplicationSheet::branch)
                .column(
                        "办理人",
                        it -> it.handling() == null ? null : it.handling().handlerName())
                .column("演示数据", LoanApplicationView::demo);
    }

    private ApplicationSheet() {}

    private static @Nullable String refusal(LoanApplicationView it, Map<String, RefusalReason> known) {
        String words = it.refusalReason();
        RefusalReason reason = it.refusalReasonCode() == null ? null : known.get(it.refusalReasonCode());
        return words == null || reason == null ? words : reason.inWords(words);
    }

    private static @Nullable String branch(LoanApplicationView it) {
        LoanApplicationView.Handling handling = it.handling();
        if (handling == null) {
            return null;
        }
        return handling.branchName() == null ? it.bankName() : handling.branchName();
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal rate) {
        return rate == null ? null : rate.stripTrailingZeros();
    }
}
