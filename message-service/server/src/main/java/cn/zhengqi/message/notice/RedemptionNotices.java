package cn.zhengqi.message.notice;

import static cn.zhengqi.events.EventHandler.on;

import cn.zhengqi.events.EventHandler;
import cn.zhengqi.events.EventMetadata;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.message.audience.Audience;
import cn.zhengqi.message.notice.PromiseKinds.Called;
import cn.zhengqi.message.template.NoticeGroup;
import cn.zhengqi.message.template.NoticeKind;
import cn.zhengqi.message.template.Variable;
import cn.zhengqi.policy.api.RedemptionAccountCorrected;
import cn.zhengqi.policy.api.RedemptionApproved;
import cn.zhengqi.policy.api.RedemptionEnded;
import cn.zhengqi.policy.api.RedemptionFact;
import cn.zhengqi.policy.api.RedemptionInNotice;
import cn.zhengqi.policy.api.RedemptionOfferEnded;
import cn.zhengqi.policy.api.RedemptionOfferEnding;
import cn.zhengqi.policy.api.RedemptionOffered;
import cn.zhengqi.policy.api.RedemptionPaid;
import cn.zhengqi.policy.api.RedemptionParties;
import cn.zhengqi.policy.api.RedemptionPaymentFailed;
import cn.zhengqi.policy.api.RedemptionPromiseCalled;
import cn.zhengqi.policy.api.RedemptionPromiseExtended;
import cn.zhengqi.policy.api.RedemptionRejected;
import cn.zhengqi.policy.api.RedemptionReturned;
import cn.zhengqi.policy.api.RedemptionSentBack;
import cn.zhengqi.policy.api.RedemptionSubmitted;
import cn.zhengqi.policy.api.RedemptionWithdrawn;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is told of the redemption of policies: to the enterprise each step of its money, to the department what waits for it. */
@Configuration(proxyBeanMethods = false)
class RedemptionNotices {

    private static final String NAME = "notices";

    /** Of policy-service: who reviews, and who pays. */
    private static final String HANDLE = "policy.redemption.handle";

    private static final String PAY = "policy.payment.prepare";

    /** The portal and the console show it under the same path. */
    private static final String PAGE = "/redemptions/${申请标识}";

    private static final String OFFICERS = "主管部门经办人员";
    private static final String ENTERPRISE = "申请企业";

    private static final NoticeKind<RedemptionSubmitted> TO_HANDLE = NoticeKind.<RedemptionSubmitted>of(
                    NoticeGroup.REDEMPTION, "redemption.to-handle", "企业提交兑付申请", OFFICERS)
            .toDesks()
            .mandatory(Because.WORK)
            .heldBy(it -> it.parties().institutionId())
            .knows(parties())
            .knows(PromiseKinds.answered("承诺完成审核的日期", RedemptionSubmitted::answerBy, RedemptionSubmitted::answerAt))
            .says("新的兑付申请待审核", "${企业名称}申请兑付“${项目名称}”（${申请编号}），请及时审核[[，并于 ${答复期限}完成]]。", PAGE);

    private static final NoticeKind<RedemptionSubmitted> SUPPLEMENTED = NoticeKind.<RedemptionSubmitted>of(
                    NoticeGroup.REDEMPTION, "redemption.supplemented", "企业补正兑付申请", OFFICERS)
            .toDesks()
            .mandatory(Because.WORK)
            .heldBy(it -> it.parties().institutionId())
            .knows(parties())
            .knows(PromiseKinds.answered("承诺完成审核的日期", RedemptionSubmitted::answerBy, RedemptionSubmitted::answerAt))
            .says("企业已补正兑付申请", "${企业名称}已补正“${项目名称}”（${申请编号}），请及时审核[[，并于 ${答复期限}完成]]。", PAGE);

    private static final NoticeKind<RedemptionSubmitted> SUBMITTED = NoticeKind.<RedemptionSubmitted>of(
                    NoticeGroup.REDEMPTION, "redemption.submitted", "企业提交兑付申请", ENTERPRISE)
            .heldBy(it -> it.parties().institutionId())
            .knows(parties())
            .knows(PromiseKinds.answered("承诺完成审核的日期", RedemptionSubmitted::answerBy, RedemptionSubmitted::answerAt))
            .says("兑付申请已提交", "“${项目名称}”的兑付申请（${申请编号}）已送达${主管部门}。[[审核将于 ${答复期限}完成。]]", PAGE);

    private static final NoticeKind<RedemptionOffered> OFFERED = NoticeKind.<RedemptionOffered>of(
                    NoticeGroup.REDEMPTION, "redemption.offered", "免申即享", ENTERPRISE)
            .mandatory(Because.MONEY)
            .heldBy(it -> it.parties().institutionId())
            .knows(parties())
            .knows(money(RedemptionOffered::amount))
            .knows(Variable.<RedemptionOffered>text(
                            "确认期限", "确认的最后一天", "2026年12月10日", it -> BusinessTime.inWords(it.until()))
                    .required())
            .says("免申即享，请确认", "贵企业符合“${项目名称}”的条件，可兑付 ${金额}，无需申请。请于 " + Days.by("${确认期限}") + "确认并登记收款账户。", PAGE);

    private static final NoticeKind<RedemptionOfferEnding> OFFER_ENDING = NoticeKind.<RedemptionOfferEnding>of(
                    NoticeGroup.REDEMPTION, "redemption.offer-ending", "免申即享即将到期", ENTERPRISE)
            .mandatory(Because.MONEY)
            .heldBy(it -> it.parties().institutionId())
            .knows(parties())
            .knows(money(RedemptionOfferEnding::amount))
            .knows(Variable.<RedemptionOfferEnding>text(
                            "确认期限", "确认的最后一天", "2026年12月10日", it -> BusinessTime.inWords(it.until()))
                    .required())
            .says("免申即享即将到期，请尽快确认", "贵企业可免申享受“${项目名称}”的 ${金额}，尚未确认。${确认期限}后不能再确认，请尽快确认并登记收款账户。", PAGE);

    private static final NoticeKind<RedemptionOfferEnded> OFFER_ENDED = NoticeKind.<RedemptionOfferEnded>of(
                    NoticeGroup.REDEMPTION, "redemption.offer-ended", "免申即享失效", ENTERPRISE)
            .mandatory(Because.MONEY)
            .heldBy(it -> it.parties().institutionId())
            .knows(parties())
            .knows(money(RedemptionOfferEnded::amount))
            .knows(reason(RedemptionOfferEnded::reason))
            .says("免申即享已失效", "“${项目名称}”的 ${金额}（${申请编号}）已不能再确认：${原因}。如有疑问，请联系${主管部门}。", PAGE);

    private static final NoticeKind<RedemptionAccountCorrected> ACCOUNT_CORRECTED =
            NoticeKind.<RedemptionAccountCorrected>of(
                            NoticeGroup.REDEMPTION, "redemption.account-corrected", "企业更正收款账户", "支付人员")
                    .toDesks()
                    .mandatory(Because.WORK)
                    .heldBy(it -> it.parties().institutionId())
                    .knows(parties())
                    .knows(money(RedemptionAccountCorrected::amount))
                    .says("收款账户已更正，待支付", "${企业名称}更正了“${项目名称}”（${申请编号}）的收款账户，待支付 ${金额}。", PAGE);

    private static final NoticeKind<RedemptionSentBack> SENT_BACK = NoticeKind.<RedemptionSentBack>of(
                    NoticeGroup.REDEMPTION, "redemption.sent-back", "兑付申请被退回补正", ENTERPRISE)
            .mandatory(Because.RESULT)
            .heldBy(it -> it.parties().institutionId())
            .knows(parties())
            .knows(reason(RedemptionSentBack::reason))
            .says("兑付申请需要补正", "“${项目名称}”的兑付申请（${申请编号}）被退回补正：${原因}。补正前审核时限暂停计算。", PAGE);

    private static final NoticeKind<RedemptionInNotice> IN_NOTICE = NoticeKind.<RedemptionInNotice>of(
                    NoticeGroup.REDEMPTION, "redemption.in-notice", "兑付金额核定并公示", ENTERPRISE)
            .mandatory(Because.MONEY)
            .heldBy(it -> it.parties().institutionId())
            .knows(parties())
            .knows(money(RedemptionInNotice::amount))
            .knows(Variable.<RedemptionInNotice>text("公示截止日", "公示的最后一天", "2026年12月10日", it -> Days.inWords(it.until()))
                    .optional())
            .says("兑付金额已核定，正在公示", "“${项目名称}”的兑付申请（${申请编号}）核定 ${金额}，正在公示[[，公示至 ${公示截止日}]]。", PAGE);

    private static final NoticeKind<RedemptionApproved> APPROVED = NoticeKind.<RedemptionApproved>of(
                    NoticeGroup.REDEMPTION, "redemption.approved", "公示期满", ENTERPRISE)
            .mandatory(Because.MONEY)
            .heldBy(it -> it.parties().institutionId())
            .knows(parties())
            .knows(money(RedemptionApproved::amount))
            .says("公示期满，等待支付", "“${项目名称}”的兑付申请（${申请编号}）公示期满，${金额} 将支付到登记的账户。", PAGE);

    private static final NoticeKind<RedemptionApproved> TO_PAY = NoticeKind.<RedemptionApproved>of(
                    NoticeGroup.REDEMPTION, "redemption.to-pay", "公示期满", "支付人员")
            .toDesks()
            .mandatory(Because.WORK)
            .heldBy(it -> it.parties().institutionId())
            .knows(parties())
            .knows(money(RedemptionApproved::amount))
            .says("兑付申请待支付", "${企业名称}的“${项目名称}”（${申请编号}）公示期满，待支付 ${金额}。", PAGE);

    private static final NoticeKind<RedemptionPaid> PAID = NoticeKind.<RedemptionPaid>of(
                    NoticeGroup.REDEMPTION, "redemption.paid", "兑付资金支付", ENTERPRISE)
            .mandatory(Because.MONEY)
            .heldBy(it -> it.parties().institutionId())
            .knows(parties())
            .knows(money(RedemptionPaid::amount))
            .says("兑付资金已支付", "“${项目名称}”的兑付申请（${申请编号}）的 ${金额} 已支付，请查收。", PAGE);

    private static final NoticeKind<RedemptionPaymentFailed> PAYMENT_FAILED = NoticeKind.<RedemptionPaymentFailed>of(
                    NoticeGroup.REDEMPTION, "redemption.payment-failed", "兑付资金支付失败", ENTERPRISE)
            .mandatory(Because.MONEY)
            .heldBy(it -> it.parties().institutionId())
            .knows(parties())
            .knows(reason(RedemptionPaymentFailed::reason))
            .says("兑付资金支付失败", "“${项目名称}”的兑付申请（${申请编号}）支付失败：${原因}。请核对并更正收款账户，更正后重新支付。", PAGE);

    private static final NoticeKind<RedemptionReturned> RETURNED = NoticeKind.<RedemptionReturned>of(
                    NoticeGroup.REDEMPTION, "redemption.returned", "兑付资金被退回", ENTERPRISE)
            .mandatory(Because.MONEY)
            .heldBy(it -> it.parties().institutionId())
            .knows(parties())
            .knows(money(RedemptionReturned::amount))
            .knows(reason(RedemptionReturned::reason))
            .says("兑付资金被退回", "“${项目名称}”的兑付申请（${申请编号}）已支付的 ${金额} 被退回：${原因}。请核对并更正收款账户，更正后重新支付。", PAGE);

    private static final NoticeKind<RedemptionRejected> REJECTED = NoticeKind.<RedemptionRejected>of(
                    NoticeGroup.REDEMPTION, "redemption.rejected", "兑付申请被驳回", ENTERPRISE)
            .mandatory(Because.RESULT)
            .heldBy(it -> it.parties().institutionId())
            .knows(parties())
            .knows(reason(RedemptionRejected::reason))
            .says("兑付申请被驳回", "${主管部门}驳回了“${项目名称}”的兑付申请（${申请编号}）。原因：${原因}", PAGE);

    private static final NoticeKind<RedemptionEnded> ENDED = NoticeKind.<RedemptionEnded>of(
                    NoticeGroup.REDEMPTION, "redemption.ended", "兑付被终止", ENTERPRISE)
            .mandatory(Because.MONEY)
            .heldBy(it -> it.parties().institutionId())
            .knows(parties())
            .knows(money(RedemptionEnded::amount))
            .knows(reason(RedemptionEnded::reason))
            .says("兑付已终止", "${主管部门}终止了“${项目名称}”的兑付申请（${申请编号}），待支付的 ${金额}不再支付。原因：${原因}", PAGE);

    private static final NoticeKind<RedemptionWithdrawn> WITHDRAWN = NoticeKind.<RedemptionWithdrawn>of(
                    NoticeGroup.REDEMPTION, "redemption.withdrawn", "企业撤回兑付申请", OFFICERS)
            .toDesks()
            .heldBy(it -> it.parties().institutionId())
            .knows(parties())
            .says("企业撤回了兑付申请", "${企业名称}撤回了“${项目名称}”的兑付申请（${申请编号}）。", PAGE);

    private static final PromiseKinds PROMISES =
            PromiseKinds.of(NoticeGroup.REDEMPTION, "redemption", "兑付申请", "审核", "/redemptions/");

    private static final NoticeKind<Called> OVERSEEN =
            PromiseKinds.overseen(NoticeGroup.REDEMPTION, "redemption", "兑付申请", "审核");

    private static final NoticeKind<RedemptionPromiseExtended> EXTENDED = NoticeKind.<RedemptionPromiseExtended>of(
                    NoticeGroup.REDEMPTION, "redemption.extended", "兑付申请审核延期", ENTERPRISE)
            .mandatory(Because.PROMISE)
            .heldBy(it -> it.parties().institutionId())
            .knows(parties(RedemptionPromiseExtended::parties))
            .knows(PromiseKinds.moved(RedemptionPromiseExtended::extended))
            .says("兑付申请的审核时限已延长", "${主管部门}审核“${项目名称}”的兑付申请（${申请编号}）" + PromiseKinds.moved("审核"), PAGE);

    static final List<NoticeKind<?>> KINDS = Stream.concat(
                    Stream.of(
                            OVERSEEN,
                            EXTENDED,
                            TO_HANDLE,
                            SUPPLEMENTED,
                            SUBMITTED,
                            OFFERED,
                            OFFER_ENDING,
                            OFFER_ENDED,
                            ACCOUNT_CORRECTED,
                            SENT_BACK,
                            IN_NOTICE,
                            APPROVED,
                            TO_PAY,
                            PAID,
                            PAYMENT_FAILED,
                            RETURNED,
                            REJECTED,
                            ENDED,
                            WITHDRAWN),
                    PROMISES.all().stream())
            .toList();

    private final Noticeboard board;
    private final Audience audience;

    RedemptionNotices(Noticeboard board, Audience audience) {
        this.board = board;
        this.audience = audience;
    }

    @Bean
    EventHandler<RedemptionSubmitted> redemptionSubmittedNotice() {
        return on(RedemptionSubmitted.class, NAME, (fact, meta) -> {
            board.ask(handlers(fact), meta, fact.again() ? SUPPLEMENTED : TO_HANDLE, fact);
            if (!fact.again()) {
                tellEnterprise(fact, meta, SUBMITTED);
            }
        });
    }

    /** Nobody of the enterprise has asked for it yet. */
    @Bean
    EventHandler<RedemptionOffered> redemptionOfferedNotice() {
        return on(RedemptionOffered.class, NAME, (fact, meta) -> tellEnterprise(fact, meta, OFFERED));
    }

    @Bean
    EventHandler<RedemptionOfferEnding> redemptionOfferEndingNotice() {
        return on(RedemptionOfferEnding.class, NAME, (fact, meta) -> tellEnterprise(fact, meta, OFFER_ENDING));
    }

    @Bean
    EventHandler<RedemptionOfferEnded> redemptionOfferEndedNotice() {
        return toEnterprise(RedemptionOfferEnded.class, OFFER_ENDED);
    }

    /** It waits for who pays, once more. */
    @Bean
    EventHandler<RedemptionAccountCorrected> redemptionAccountCorrectedNotice() {
        return on(RedemptionAccountCorrected.class, NAME, (fact, meta) -> {
            board.done(meta);
            board.ask(Desk.of(fact.parties().institutionId(), PAY), meta, ACCOUNT_CORRECTED, fact);
        });
    }

    @Bean
    EventHandler<RedemptionSentBack> redemptionSentBackNotice() {
        return toEnterprise(RedemptionSentBack.class, SENT_BACK);
    }

    @Bean
    EventHandler<RedemptionInNotice> redemptionInNoticeNotice() {
        return toEnterprise(RedemptionInNotice.class, IN_NOTICE);
    }

    /** It waits for who pays. */
    @Bean
    EventHandler<RedemptionApproved> redemptionApprovedNotice() {
        return on(RedemptionApproved.class, NAME, (fact, meta) -> {
            tellEnterprise(fact, meta, APPROVED);
            board.ask(Desk.of(fact.parties().institutionId(), PAY), meta, TO_PAY, fact);
        });
    }

    @Bean
    EventHandler<RedemptionPaid> redemptionPaidNotice() {
        return toEnterprise(RedemptionPaid.class, PAID);
    }

    @Bean
    EventHandler<RedemptionPaymentFailed> redemptionPaymentFailedNotice() {
        return toEnterprise(RedemptionPaymentFailed.class, PAYMENT_FAILED);
    }

    @Bean
    EventHandler<RedemptionReturned> redemptionReturnedNotice() {
        return toEnterprise(RedemptionReturned.class, RETURNED);
    }

    @Bean
    EventHandler<RedemptionRejected> redemptionRejectedNotice() {
        return toEnterprise(RedemptionRejected.class, REJECTED);
    }

    /** It waits for nobody's payment any more. */
    @Bean
    EventHandler<RedemptionEnded> redemptionEndedNotice() {
        return toEnterprise(RedemptionEnded.class, ENDED);
    }

    @Bean
    EventHandler<RedemptionWithdrawn> redemptionWithdrawnNotice() {
        return on(RedemptionWithdrawn.class, NAME, (fact, meta) -> {
            board.done(meta);
            board.tell(handlers(fact), meta, WITHDRAWN, fact);
        });
    }

    @Bean
    EventHandler<RedemptionPromiseCalled> redemptionPromiseNotice() {
        return on(
                RedemptionPromiseCalled.class,
                NAME,
                (fact, meta) -> PromiseNotices.tellDepartment(
                        board,
                        HANDLE,
                        PROMISES,
                        OVERSEEN,
                        new Called(fact.call(), fact.call().caseId()),
                        meta));
    }

    /** The review takes longer than was promised. */
    @Bean
    EventHandler<RedemptionPromiseExtended> redemptionPromiseExtendedNotice() {
        return on(
                RedemptionPromiseExtended.class,
                NAME,
                (fact, meta) ->
                        board.tell(fact.parties().enterpriseId(), people(fact.parties()), meta, EXTENDED, fact));
    }

    /** What the department or the treasury did: nobody is asked for it any more. */
    private <E extends RedemptionFact> EventHandler<E> toEnterprise(Class<E> type, NoticeKind<E> kind) {
        return on(type, NAME, (fact, meta) -> {
            board.done(meta);
            tellEnterprise(fact, meta, kind);
        });
    }

    private <E extends RedemptionFact> void tellEnterprise(E fact, EventMetadata meta, NoticeKind<E> kind) {
        board.tell(fact.parties().enterpriseId(), people(fact.parties()), meta, kind, fact);
    }

    private Set<UUID> people(RedemptionParties it) {
        UUID applicant = it.applicantId();
        return applicant == null
                ? audience.enterprise(it.enterpriseId())
                : audience.enterprise(it.enterpriseId(), applicant);
    }

    private static Desk handlers(RedemptionFact fact) {
        return Desk.of(fact.parties().institutionId(), HANDLE);
    }

    private static List<Variable<RedemptionFact>> parties() {
        return parties(RedemptionFact::parties);
    }

    private static <E> List<Variable<E>> parties(Function<E, RedemptionParties> of) {
        return List.of(
                Variable.<E>text(
                                "企业名称",
                                "申请兑付的企业",
                                "示例精密机械有限公司",
                                it -> of.apply(it).enterpriseName())
                        .covered(Mask.ENTERPRISE_NAME),
                Variable.<E>text("项目名称", "所兑付的项目", "技术改造补助", it -> of.apply(it).projectTitle())
                        .required(),
                Variable.text(
                        "申请编号", "兑付申请的编号", "DX2026112800001", it -> of.apply(it).number()),
                Variable.text("主管部门", "办理兑付的部门", "区经济信息委", it -> of.apply(it).institutionName()),
                Variable.id("申请标识", "兑付申请", it -> of.apply(it).applicationId()));
    }

    private static <E> Variable<E> money(Function<E, BigDecimal> amount) {
        return Variable.<E>yuan("金额", "核定兑付的金额", "20 万元", amount::apply).required();
    }

    private static <E> Variable<E> reason(Function<E, String> reason) {
        return Variable.<E>text("原因", "经办人员或银行说明的原因", "收款账户名称不符", reason::apply)
                .required()
                .covered(Mask.HIDDEN);
    }
}
