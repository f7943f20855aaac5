package cn.zhengqi.message.notice;

import static cn.zhengqi.events.EventHandler.on;

import cn.zhengqi.events.EventHandler;
import cn.zhengqi.events.EventMetadata;
import cn.zhengqi.finance.api.ClaimFact;
import cn.zhengqi.finance.api.ClaimParties;
import cn.zhengqi.finance.api.DemandClaimEnded;
import cn.zhengqi.finance.api.DemandClaimed;
import cn.zhengqi.finance.api.DemandGivenBack;
import cn.zhengqi.finance.api.DemandHidden;
import cn.zhengqi.finance.api.DemandOffered;
import cn.zhengqi.finance.api.DemandPromiseCalled;
import cn.zhengqi.finance.api.DemandPromiseExtended;
import cn.zhengqi.finance.api.DemandShown;
import cn.zhengqi.finance.api.FinancingDemandEnded;
import cn.zhengqi.finance.api.FinancingDemandPosted;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Term;
import cn.zhengqi.kernel.Yuan;
import cn.zhengqi.kernel.promise.PromiseCall;
import cn.zhengqi.message.api.MessageKind;
import cn.zhengqi.message.audience.Audience;
import cn.zhengqi.message.inbox.Notice;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is told of financing demands: to the enterprise what banks did, to the banks what fits and what became of their claims, and never whose it is. */
@Configuration(proxyBeanMethods = false)
class DemandNotices {

    private static final String NAME = "notices";

    /** Of finance-service. */
    private static final String CLAIM = "finance.demand.claim";

    private static final String SUPERVISE_ANSWERS = "finance.promise.supervise";
    private static final Desk OVERSEERS = Desk.anywhere("finance.promise.oversee");

    private final Noticeboard board;
    private final Audience audience;

    DemandNotices(Noticeboard board, Audience audience) {
        this.board = board;
        this.audience = audience;
    }

    @Bean
    EventHandler<FinancingDemandPosted> demandPostedNotice() {
        return on(FinancingDemandPosted.class, NAME, (posted, meta) -> {
            Notice notice = bank(
                    posted.demand().demandId(),
                    "有新的融资需求适合本机构",
                    posted.townName() + "企业需要 " + Yuan.format(posted.amount()) + "，期限 "
                            + Term.format(posted.termMonths())
                            + "，用于" + posted.purpose() + "（" + posted.demand().number() + "），"
                            + BusinessTime.inWords(posted.expiresOn()) + "截止，可认领报价。");
            posted.banks().forEach(it -> board.tell(Desk.of(it, CLAIM), meta, notice));
        });
    }

    @Bean
    EventHandler<FinancingDemandEnded> demandEndedNotice() {
        return on(FinancingDemandEnded.class, NAME, (ended, meta) -> {
            // What the enterprise did itself it knows.
            if (ended.outcome() == FinancingDemandEnded.Outcome.EXPIRED) {
                board.tell(
                        audience.enterprise(
                                ended.demand().enterpriseId(), ended.demand().posterId()),
                        meta,
                        mine(
                                ended.demand().demandId(),
                                "融资需求已到期",
                                "融资需求（" + ended.demand().number() + "）已到期结束；如仍需要资金，请重新发布。"));
            }
        });
    }

    @Bean
    EventHandler<DemandClaimed> demandClaimedNotice() {
        return toEnterprise(
                DemandClaimed.class,
                "银行已认领融资需求",
                it -> it.claim().bankName() + "已认领贵企业的融资需求（" + it.claim().number() + "）"
                        + Promised.by(it.answerBy(), "，将于 %s前答复") + "。银行目前看不到企业名称和联系方式，您可以在需求详情里选择是否同意其查看。");
    }

    @Bean
    EventHandler<DemandOffered> demandOfferedNotice() {
        return toEnterprise(
                DemandOffered.class,
                "融资需求有新的报价",
                it -> it.claim().bankName() + "为融资需求（" + it.claim().number() + "）报价：“" + it.productTitle() + "”"
                        + Yuan.format(it.amount()) + "，年利率 "
                        + it.annualRate().stripTrailingZeros().toPlainString() + "%，期限 " + Term.format(it.termMonths())
                        + "，" + BusinessTime.inWords(it.until()) + "前可选定。");
    }

    @Bean
    EventHandler<DemandGivenBack> demandGivenBackNotice() {
        return toEnterprise(
                DemandGivenBack.class,
                "银行退回了融资需求",
                it -> it.claim().bankName() + "退回了融资需求（" + it.claim().number() + "），原因：" + it.reason()
                        + "。需求仍在征集中，其他银行可继续认领。");
    }

    @Bean
    EventHandler<DemandShown> demandShownNotice() {
        return toBank(
                DemandShown.class, it -> "企业同意查看其信息", it -> "融资需求（" + it.claim().number() + "）的企业已同意本机构查看企业名称和联系方式。");
    }

    @Bean
    EventHandler<DemandHidden> demandHiddenNotice() {
        return toBank(
                DemandHidden.class,
                it -> "企业撤回了查看同意",
                it -> "融资需求（" + it.claim().number() + "）的企业已撤回同意，本机构不能再查看其信息。");
    }

    @Bean
    EventHandler<DemandClaimEnded> demandClaimEndedNotice() {
        return toBank(
                DemandClaimEnded.class,
                it -> switch (it.outcome()) {
                    case CHOSEN -> "报价已被选定";
                    case NOT_CHOSEN -> "报价未被选定";
                    case LAPSED -> "融资需求认领已失效";
                },
                it -> "融资需求（" + it.claim().number() + "）"
                        + switch (it.outcome()) {
                            case CHOSEN -> "的企业选定了本机构的报价，已转为融资申请，请及时受理。";
                            case NOT_CHOSEN -> "的企业选定了其他机构，本次认领结束。";
                            case LAPSED -> "已结束或报价已过有效期，本次认领失效。";
                        });
    }

    /** To whoever claimed it, and who looks after them, as with applications. */
    @Bean
    EventHandler<DemandPromiseCalled> demandPromiseNotice() {
        return on(DemandPromiseCalled.class, NAME, (event, meta) -> {
            PromiseCall call = event.call();
            UUID bank = Objects.requireNonNull(call.institutionId(), "a bank has to answer");
            Notice notice =
                    PromiseNotices.notice(MessageKind.FINANCE, "融资需求", "答复", call, "/demands/" + event.demandId());
            PromiseNotices.tellBank(
                    board, Desk.of(bank, CLAIM), Desk.of(bank, SUPERVISE_ANSWERS), OVERSEERS, call, meta, notice);
        });
    }

    @Bean
    EventHandler<DemandPromiseExtended> demandPromiseExtendedNotice() {
        return on(
                DemandPromiseExtended.class,
                NAME,
                (event, meta) -> board.tell(
                        audience.enterprise(
                                event.claim().enterpriseId(), event.claim().posterId()),
                        meta,
                        mine(
                                event.claim().demandId(),
                                "银行延长了答复时限",
                                event.claim().bankName() + "对融资需求（"
                                        + event.claim().number() + "）"
                                        + PromiseNotices.moved(event.extended(), "答复"))));
    }

    private <E extends ClaimFact> EventHandler<E> toEnterprise(Class<E> type, String title, Function<E, String> body) {
        return on(
                type,
                NAME,
                (fact, meta) -> board.tell(
                        audience.enterprise(
                                fact.claim().enterpriseId(), fact.claim().posterId()),
                        meta,
                        mine(fact.claim().demandId(), title, body.apply(fact))));
    }

    private <E extends ClaimFact> EventHandler<E> toBank(
            Class<E> type, Function<E, String> title, Function<E, String> body) {
        return on(type, NAME, (fact, meta) -> tellClaimer(fact, meta, title.apply(fact), body.apply(fact)));
    }

    /** Who claimed it, or the heads when that one may not work on it any more. */
    private void tellClaimer(ClaimFact fact, EventMetadata meta, String title, String body) {
        ClaimParties claim = fact.claim();
        board.tell(
                Desk.of(claim.bankId(), CLAIM).handledBy(claim.officerId(), Desk.of(claim.bankId(), SUPERVISE_ANSWERS)),
                meta,
                bank(claim.demandId(), title, body));
    }

    private static Notice mine(UUID demand, String title, String body) {
        return new Notice(MessageKind.FINANCE, title, body, "/my/demands/" + demand);
    }

    private static Notice bank(UUID demand, String title, String body) {
        return new Notice(MessageKind.FINANCE, title, body, "/demands/" + demand);
    }
}
