package cn.zhengqi.message.notice;

import static cn.zhengqi.events.EventHandler.on;

import cn.zhengqi.events.EventHandler;
import cn.zhengqi.finance.api.LoanApplicationAccepted;
import cn.zhengqi.finance.api.LoanApplicationApproved;
import cn.zhengqi.finance.api.LoanApplicationRefused;
import cn.zhengqi.finance.api.LoanApplicationSubmitted;
import cn.zhengqi.finance.api.LoanApplicationWithdrawn;
import cn.zhengqi.finance.api.LoanDisbursed;
import cn.zhengqi.finance.api.LoanSettled;
import cn.zhengqi.message.api.MessageKind;
import cn.zhengqi.message.audience.Audience;
import cn.zhengqi.message.inbox.Notice;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is told of loan applications: to the enterprise, and to the officers of the bank. */
@Configuration(proxyBeanMethods = false)
class FinanceNotices {

    private static final String NAME = "notices";

    /** Both sides hear of it; the bank first, so that a person on both sides reads the task. */
    @Bean
    EventHandler<LoanApplicationSubmitted> loanSubmittedNotice(Noticeboard board, Audience audience) {
        return on(LoanApplicationSubmitted.class, NAME, (loan, meta) -> {
            Set<UUID> officers = audience.institution(loan.bankId());
            board.tell(
                    officers,
                    meta,
                    notice(
                            "新的融资申请待受理",
                            loan.enterpriseName() + " 申请" + loan.productTitle() + " " + yuan(loan.amount()) + "（"
                                    + loan.number() + "），请及时受理。",
                            "/applications/" + loan.applicationId()));
            Set<UUID> people = new HashSet<>(audience.enterprise(loan.enterpriseId(), loan.applicantId()));
            people.removeAll(officers);
            board.tell(
                    people,
                    meta,
                    mine(
                            loan.applicationId(),
                            "融资申请已提交",
                            loan.productTitle() + " 的申请（" + loan.number() + "）已送达" + loan.bankName() + "，申请金额"
                                    + yuan(loan.amount()) + "。"));
        });
    }

    @Bean
    EventHandler<LoanApplicationAccepted> loanAcceptedNotice(Noticeboard board, Audience audience) {
        return on(
                LoanApplicationAccepted.class,
                NAME,
                (loan, meta) -> board.tell(
                        audience.enterprise(loan.enterpriseId(), loan.applicantId()),
                        meta,
                        mine(
                                loan.applicationId(),
                                "银行已受理融资申请",
                                loan.bankName() + " 已受理贵企业的" + loan.productTitle() + "申请（" + loan.number()
                                        + "），正在审批。")));
    }

    @Bean
    EventHandler<LoanApplicationApproved> loanApprovedNotice(Noticeboard board, Audience audience) {
        return on(
                LoanApplicationApproved.class,
                NAME,
                (loan, meta) -> board.tell(
                        audience.enterprise(loan.enterpriseId(), loan.applicantId()),
                        meta,
                        mine(
                                loan.applicationId(),
                                "融资申请审批通过",
                                loan.bankName() + " 已批准" + loan.productTitle() + "（" + loan.number() + "）：授信额度"
                                        + yuan(loan.grantedAmount()) + "，年利率"
                                        + loan.annualRate().stripTrailingZeros().toPlainString() + "%，期限"
                                        + loan.termMonths() + "个月。")));
    }

    @Bean
    EventHandler<LoanApplicationRefused> loanRefusedNotice(Noticeboard board, Audience audience) {
        return on(
                LoanApplicationRefused.class,
                NAME,
                (loan, meta) -> board.tell(
                        audience.enterprise(loan.enterpriseId(), loan.applicantId()),
                        meta,
                        mine(
                                loan.applicationId(),
                                "融资申请审批不通过",
                                loan.bankName() + " 未批准" + loan.productTitle() + "（" + loan.number() + "）。原因："
                                        + loan.reason())));
    }

    @Bean
    EventHandler<LoanApplicationWithdrawn> loanWithdrawnNotice(Noticeboard board, Audience audience) {
        return on(
                LoanApplicationWithdrawn.class,
                NAME,
                (loan, meta) -> board.tell(
                        audience.institution(loan.bankId()),
                        meta,
                        notice(
                                "企业撤回了融资申请",
                                loan.enterpriseName() + " 撤回了" + loan.productTitle() + "申请（" + loan.number() + "）。",
                                "/applications/" + loan.applicationId())));
    }

    @Bean
    EventHandler<LoanDisbursed> loanDisbursedNotice(Noticeboard board, Audience audience) {
        return on(
                LoanDisbursed.class,
                NAME,
                (loan, meta) -> board.tell(
                        audience.enterprise(loan.enterpriseId(), loan.applicantId()),
                        meta,
                        mine(
                                loan.applicationId(),
                                "贷款已放款",
                                loan.bankName() + " 于" + loan.disbursedOn() + "发放" + loan.productTitle() + " "
                                        + yuan(loan.amount()) + "，累计放款" + yuan(loan.total()) + "。")));
    }

    @Bean
    EventHandler<LoanSettled> loanSettledNotice(Noticeboard board, Audience audience) {
        return on(
                LoanSettled.class,
                NAME,
                (loan, meta) -> board.tell(
                        audience.enterprise(loan.enterpriseId(), loan.applicantId()),
                        meta,
                        mine(
                                loan.applicationId(),
                                "贷款已结清",
                                loan.productTitle() + "（" + loan.number() + "）已结清，感谢使用平台融资服务。")));
    }

    private static Notice mine(UUID application, String title, String body) {
        return notice(title, body, "/my/applications/" + application);
    }

    private static Notice notice(String title, String body, String link) {
        return new Notice(MessageKind.FINANCE, title, body, link);
    }

    /** 1234567.50 → 123.46万元 would hide what a contract says, so amounts stay whole: 1,234,567.50元. */
    private static String yuan(BigDecimal amount) {
        return new DecimalFormat("#,##0.##").format(amount) + "元";
    }
}
