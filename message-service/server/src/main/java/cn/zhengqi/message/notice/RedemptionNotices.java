package cn.zhengqi.message.notice;

import static cn.zhengqi.events.EventHandler.on;

import cn.zhengqi.events.EventHandler;
import cn.zhengqi.events.EventMetadata;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Yuan;
import cn.zhengqi.kernel.promise.PromiseCall;
import cn.zhengqi.message.api.MessageKind;
import cn.zhengqi.message.audience.Audience;
import cn.zhengqi.message.inbox.Notice;
import cn.zhengqi.policy.api.RedemptionApproved;
import cn.zhengqi.policy.api.RedemptionFact;
import cn.zhengqi.policy.api.RedemptionInNotice;
import cn.zhengqi.policy.api.RedemptionOffered;
import cn.zhengqi.policy.api.RedemptionPaid;
import cn.zhengqi.policy.api.RedemptionParties;
import cn.zhengqi.policy.api.RedemptionPaymentFailed;
import cn.zhengqi.policy.api.RedemptionPromiseCalled;
import cn.zhengqi.policy.api.RedemptionRejected;
import cn.zhengqi.policy.api.RedemptionReturned;
import cn.zhengqi.policy.api.RedemptionSentBack;
import cn.zhengqi.policy.api.RedemptionSubmitted;
import cn.zhengqi.policy.api.RedemptionWithdrawn;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is told of the redemption of policies: to the enterprise each step of its money, to the department what waits for it. */
@Configuration(proxyBeanMethods = false)
class RedemptionNotices {

    private static final String NAME = "notices";

    /** Of policy-service: who reviews, and who pays. */
    private static final String HANDLE = "policy.redemption.handle";

    private static final String PAY = "policy.payment.prepare";

    private final Noticeboard board;
    private final Audience audience;

    RedemptionNotices(Noticeboard board, Audience audience) {
        this.board = board;
        this.audience = audience;
    }

    @Bean
    EventHandler<RedemptionSubmitted> redemptionSubmittedNotice() {
        return on(RedemptionSubmitted.class, NAME, (fact, meta) -> {
            RedemptionParties it = fact.parties();
            String promised = Promised.by(fact.answerBy(), "，并于 %s前完成");
            board.ask(
                    Desk.of(it.institutionId(), HANDLE),
                    meta,
                    notice(
                            it,
                            fact.again() ? "企业已补正兑现申请" : "新的兑现申请待审核",
                            it.enterpriseName() + (fact.again() ? "已补正“" : "申请兑付“") + it.projectTitle() + "”（"
                                    + it.number() + "），请及时审核" + promised + "。"));
            if (!fact.again()) {
                tellEnterprise(
                        it,
                        meta,
                        "兑现申请已提交",
                        named(it) + "已送达" + it.institutionName() + "。" + Promised.by(fact.answerBy(), "审核将于 %s前完成。"));
            }
        });
    }

    /** Nobody of the enterprise has asked for it yet. */
    @Bean
    EventHandler<RedemptionOffered> redemptionOfferedNotice() {
        return on(
                RedemptionOffered.class,
                NAME,
                (fact, meta) -> tellEnterprise(
                        fact.parties(),
                        meta,
                        "免申即享，请确认",
                        "贵企业符合“" + fact.parties().projectTitle() + "”的条件，可兑付 " + Yuan.format(fact.amount())
                                + "，无需申请。请于 " + BusinessTime.inWords(fact.until()) + "前确认并登记收款账户。"));
    }

    @Bean
    EventHandler<RedemptionSentBack> redemptionSentBackNotice() {
        return toEnterprise(
                RedemptionSentBack.class,
                "兑现申请需要补正",
                fact -> named(fact.parties()) + "被退回补正：" + fact.reason() + "。补正前审核时限暂停计算。");
    }

    @Bean
    EventHandler<RedemptionInNotice> redemptionInNoticeNotice() {
        return toEnterprise(
                RedemptionInNotice.class,
                "兑现金额已核定，正在公示",
                fact -> named(fact.parties()) + "核定 " + Yuan.format(fact.amount()) + "，正在公示"
                        + (fact.until() == null ? "" : "，公示至 " + BusinessTime.inWords(fact.until())) + "。");
    }

    /** It waits for who pays. */
    @Bean
    EventHandler<RedemptionApproved> redemptionApprovedNotice() {
        return on(RedemptionApproved.class, NAME, (fact, meta) -> {
            RedemptionParties it = fact.parties();
            tellEnterprise(it, meta, "公示期满，等待支付", named(it) + "公示期满无异议，" + Yuan.format(fact.amount()) + " 将支付到登记的账户。");
            board.ask(
                    Desk.of(it.institutionId(), PAY),
                    meta,
                    notice(
                            it,
                            "兑现申请待支付",
                            it.enterpriseName() + "的“" + it.projectTitle() + "”（" + it.number() + "）公示期满，待支付 "
                                    + Yuan.format(fact.amount()) + "。"));
        });
    }

    @Bean
    EventHandler<RedemptionPaid> redemptionPaidNotice() {
        return toEnterprise(
                RedemptionPaid.class,
                "兑现资金已支付",
                fact -> named(fact.parties()) + "的 " + Yuan.format(fact.amount()) + " 已支付，请查收。");
    }

    @Bean
    EventHandler<RedemptionPaymentFailed> redemptionPaymentFailedNotice() {
        return toEnterprise(
                RedemptionPaymentFailed.class,
                "兑现资金支付失败",
                fact -> named(fact.parties()) + "支付失败：" + fact.reason() + "。请核对并更正收款账户，更正后重新支付。");
    }

    @Bean
    EventHandler<RedemptionReturned> redemptionReturnedNotice() {
        return toEnterprise(
                RedemptionReturned.class,
                "兑现资金被退回",
                fact -> named(fact.parties()) + "已支付的 " + Yuan.format(fact.amount()) + " 被退回：" + fact.reason()
                        + "。请核对并更正收款账户，更正后重新支付。");
    }

    @Bean
    EventHandler<RedemptionRejected> redemptionRejectedNotice() {
        return toEnterprise(
                RedemptionRejected.class,
                "兑现申请被驳回",
                fact -> fact.parties().institutionName() + "驳回了" + named(fact.parties()) + "。原因：" + fact.reason());
    }

    @Bean
    EventHandler<RedemptionWithdrawn> redemptionWithdrawnNotice() {
        return on(RedemptionWithdrawn.class, NAME, (fact, meta) -> {
            RedemptionParties it = fact.parties();
            board.done(meta);
            board.tell(
                    Desk.of(it.institutionId(), HANDLE),
                    meta,
                    notice(it, "企业撤回了兑现申请", it.enterpriseName() + "撤回了" + named(it) + "。"));
        });
    }

    @Bean
    EventHandler<RedemptionPromiseCalled> redemptionPromiseNotice() {
        return on(RedemptionPromiseCalled.class, NAME, (fact, meta) -> {
            PromiseCall call = fact.call();
            board.tell(
                    Desk.of(Objects.requireNonNull(call.institutionId(), "a department has to act"), HANDLE),
                    meta,
                    PromiseNotices.notice(MessageKind.POLICY, "兑现申请", "审核", call, "/redemptions/" + call.caseId()));
        });
    }

    /** What the department or the treasury did: nobody is asked for it any more. */
    private <E extends RedemptionFact> EventHandler<E> toEnterprise(
            Class<E> type, String title, Function<E, String> body) {
        return on(type, NAME, (fact, meta) -> {
            board.done(meta);
            tellEnterprise(fact.parties(), meta, title, body.apply(fact));
        });
    }

    private void tellEnterprise(RedemptionParties it, EventMetadata meta, String title, String body) {
        UUID applicant = it.applicantId();
        board.tell(
                applicant == null
                        ? audience.enterprise(it.enterpriseId())
                        : audience.enterprise(it.enterpriseId(), applicant),
                meta,
                notice(it, title, body));
    }

    private static String named(RedemptionParties it) {
        return "“" + it.projectTitle() + "”的兑现申请（" + it.number() + "）";
    }

    /** The portal and the console show it under the same path. */
    private static Notice notice(RedemptionParties it, String title, String body) {
        return new Notice(MessageKind.POLICY, title, body, "/redemptions/" + it.applicationId());
    }
}
