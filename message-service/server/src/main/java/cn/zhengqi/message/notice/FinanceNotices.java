package cn.zhengqi.message.notice;

import static cn.zhengqi.events.EventHandler.on;

import cn.zhengqi.events.EventHandler;
import cn.zhengqi.finance.api.LoanApplicationAccepted;
import cn.zhengqi.finance.api.LoanApplicationApproved;
import cn.zhengqi.finance.api.LoanApplicationRefused;
import cn.zhengqi.finance.api.LoanApplicationSubmitted;
import cn.zhengqi.finance.api.LoanApplicationWithdrawn;
import cn.zhengqi.finance.api.LoanDisbursed;
import cn.zhengqi.finance.api.LoanFact;
import cn.zhengqi.finance.api.LoanGrantExpired;
import cn.zhengqi.finance.api.LoanMaterialAsked;
import cn.zhengqi.finance.api.LoanMaterialSupplied;
import cn.zhengqi.finance.api.LoanParties;
import cn.zhengqi.finance.api.LoanPromiseExtended;
import cn.zhengqi.finance.api.LoanSettled;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Term;
import cn.zhengqi.kernel.Yuan;
import cn.zhengqi.message.api.MessageKind;
import cn.zhengqi.message.audience.Audience;
import cn.zhengqi.message.inbox.Notice;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is told of loan applications: to the enterprise, and to those of the bank who handle them, for whom the link is open. */
@Configuration(proxyBeanMethods = false)
class FinanceNotices {

    private static final String NAME = "notices";

    /** Of finance-service. */
    private static final String HANDLE_APPLICATIONS = "finance.application.handle";

    private final Noticeboard board;
    private final Audience audience;

    FinanceNotices(Noticeboard board, Audience audience) {
        this.board = board;
        this.audience = audience;
    }

    /** Both sides hear of it; a person on both sides reads of the task as well. */
    @Bean
    EventHandler<LoanApplicationSubmitted> loanSubmittedNotice() {
        return on(LoanApplicationSubmitted.class, NAME, (loan, meta) -> {
            board.ask(
                    Desk.of(loan.bankId(), HANDLE_APPLICATIONS),
                    meta,
                    bank(
                            loan,
                            "新的融资申请待受理",
                            loan.enterpriseName() + "申请“" + loan.productTitle() + "”" + Yuan.format(loan.amount()) + "（"
                                    + loan.number() + "），请及时受理"
                                    + Promised.by(loan.answerBy(), "，并于 %s前答复") + "。"));
            board.tell(
                    audience.enterprise(loan.enterpriseId(), loan.applicantId()),
                    meta,
                    mine(
                            loan,
                            "融资申请已提交",
                            "“" + loan.productTitle() + "”的申请（" + loan.number() + "）已送达" + loan.bankName() + "，申请金额 "
                                    + Yuan.format(loan.amount()) + "。"
                                    + Promised.by(loan.answerBy(), "银行将于 %s前答复。")));
        });
    }

    @Bean
    EventHandler<LoanApplicationAccepted> loanAcceptedNotice() {
        return toEnterprise(
                LoanApplicationAccepted.class,
                "银行已受理融资申请",
                loan -> loan.bankName() + "已受理贵企业的“" + loan.productTitle() + "”申请（" + loan.number() + "），正在审批。");
    }

    @Bean
    EventHandler<LoanMaterialAsked> loanMaterialAskedNotice() {
        return toEnterprise(
                LoanMaterialAsked.class,
                "银行要求补充材料",
                loan -> loan.bankName() + "审批“" + loan.productTitle() + "”（" + loan.number() + "）需要补充：" + loan.what()
                        + "。补充前银行的答复时限暂停计算。");
    }

    /** The bank takes longer than it promised; no fact of the application, so it is told by itself. */
    @Bean
    EventHandler<LoanPromiseExtended> loanPromiseExtendedNotice() {
        return on(LoanPromiseExtended.class, NAME, (event, meta) -> {
            LoanParties loan = event.parties();
            board.tell(
                    audience.enterprise(loan.enterpriseId(), loan.applicantId()),
                    meta,
                    new Notice(
                            MessageKind.FINANCE,
                            "银行延长了答复时限",
                            loan.bankName() + "审批“" + loan.productTitle() + "”（" + loan.number() + "）"
                                    + PromiseNotices.moved(event.extended(), "答复"),
                            "/my/applications/" + loan.applicationId()));
        });
    }

    /** The bank has it before it again. */
    @Bean
    EventHandler<LoanMaterialSupplied> loanMaterialSuppliedNotice() {
        return on(
                LoanMaterialSupplied.class,
                NAME,
                (loan, meta) -> board.ask(
                        Desk.of(loan.bankId(), HANDLE_APPLICATIONS),
                        meta,
                        bank(
                                loan,
                                "企业已补充材料",
                                loan.enterpriseName() + "已补充“" + loan.productTitle() + "”申请（" + loan.number()
                                        + "）的材料，请继续审批。")));
    }

    @Bean
    EventHandler<LoanApplicationApproved> loanApprovedNotice() {
        return toEnterprise(
                LoanApplicationApproved.class,
                "融资申请审批通过",
                loan -> loan.bankName() + "已批准“" + loan.productTitle() + "”（" + loan.number() + "）：授信额度 "
                        + Yuan.format(loan.grantedAmount()) + "，年利率 "
                        + loan.annualRate().stripTrailingZeros().toPlainString() + "%，期限 "
                        + Term.format(loan.termMonths()) + "。");
    }

    @Bean
    EventHandler<LoanApplicationRefused> loanRefusedNotice() {
        return toEnterprise(
                LoanApplicationRefused.class,
                "融资申请审批不通过",
                loan -> loan.bankName() + "未批准“" + loan.productTitle() + "”（" + loan.number() + "）。原因："
                        + loan.reason());
    }

    @Bean
    EventHandler<LoanApplicationWithdrawn> loanWithdrawnNotice() {
        return on(LoanApplicationWithdrawn.class, NAME, (loan, meta) -> {
            board.done(meta);
            board.tell(
                    Desk.of(loan.bankId(), HANDLE_APPLICATIONS),
                    meta,
                    bank(
                            loan,
                            "企业撤回了融资申请",
                            loan.enterpriseName() + "撤回了“" + loan.productTitle() + "”申请（" + loan.number() + "）。"));
        });
    }

    @Bean
    EventHandler<LoanDisbursed> loanDisbursedNotice() {
        return toEnterprise(
                LoanDisbursed.class,
                "贷款已放款",
                loan -> loan.bankName() + "于 " + BusinessTime.inWords(loan.disbursedOn()) + "发放“" + loan.productTitle()
                        + "”" + Yuan.format(loan.amount()) + "，累计放款 " + Yuan.format(loan.total()) + "。");
    }

    @Bean
    EventHandler<LoanGrantExpired> loanGrantExpiredNotice() {
        return toEnterprise(
                LoanGrantExpired.class,
                "授信已过期",
                loan -> "“" + loan.productTitle() + "”（" + loan.number() + "）的授信有效期至 "
                        + BusinessTime.inWords(loan.validUntil()) + "，到期未提款，已过期；如仍需要贷款，请重新申请。");
    }

    @Bean
    EventHandler<LoanSettled> loanSettledNotice() {
        return toEnterprise(
                LoanSettled.class,
                "贷款已结清",
                loan -> "“" + loan.productTitle() + "”（" + loan.number() + "）已结清，感谢使用平台融资服务。");
    }

    /** What the bank did: its officers are asked for it no more. */
    private <E extends LoanFact> EventHandler<E> toEnterprise(Class<E> type, String title, Function<E, String> body) {
        return on(type, NAME, (loan, meta) -> {
            board.done(meta);
            board.tell(
                    audience.enterprise(loan.enterpriseId(), loan.applicantId()),
                    meta,
                    mine(loan, title, body.apply(loan)));
        });
    }

    private static Notice mine(LoanFact loan, String title, String body) {
        return new Notice(MessageKind.FINANCE, title, body, "/my/applications/" + loan.applicationId());
    }

    private static Notice bank(LoanFact loan, String title, String body) {
        return new Notice(MessageKind.FINANCE, title, body, "/applications/" + loan.applicationId());
    }
}
