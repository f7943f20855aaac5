package cn.zhengqi.finance.application;

import cn.zhengqi.web.sheet.Sheet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The file in which a bank writes its answers: it is taken out with what waits, and comes back with the columns from the answer on filled in. */
final class AnswerSheet {

    static final String NUMBER = "申请编号";
    static final String ANSWER = "答复";
    static final String GRANTED = "授信额度（元）";
    static final String RATE = "年利率（%）";
    static final String TERM = "授信期限（月）";
    static final String UNTIL = "授信有效期至";
    static final String BORROWED = "此前已有贷款";
    static final String REASON = "不通过原因";
    static final String WORDS = "说明";
    static final String PAID = "放款金额（元）";
    static final String PAID_ON = "放款日期";
    static final String PAID_NUMBER = "放款流水号";

    private static final List<String> YES_OR_NO = List.of("是", "否");

    private AnswerSheet() {}

    /** @param reasons of the catalogue: the words have to be its own */
    static Sheet<LoanApplicationView> with(List<RefusalReason> reasons) {
        return Sheet.<LoanApplicationView>titled("融资申请答复")
                .column(NUMBER, LoanApplicationView::number)
                .column("企业名称", LoanApplicationView::enterpriseName)
                .column("贷款产品", LoanApplicationView::productTitle)
                .column("申请金额（元）", LoanApplicationView::amount)
                .column("期限（月）", LoanApplicationView::termMonths)
                .column("贷款类型", it -> it.kind().label())
                .column("状态", it -> it.status().label())
                .columnToChoose(ANSWER, AnswerKind.all())
                .column(GRANTED, AnswerSheet::empty)
                .column(RATE, AnswerSheet::empty)
                .column(TERM, AnswerSheet::empty)
                .column(UNTIL, AnswerSheet::empty)
                .columnToChoose(BORROWED, YES_OR_NO)
                .columnToChoose(
                        REASON, reasons.stream().map(RefusalReason::label).toList())
                .column(WORDS, AnswerSheet::empty)
                .column(PAID, AnswerSheet::empty)
                .column(PAID_ON, AnswerSheet::empty)
                .column(PAID_NUMBER, AnswerSheet::empty);
    }

    private static @Nullable String empty(LoanApplicationView toBeFilledIn) {
        return null;
    }
}
