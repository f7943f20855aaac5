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
import cn.zhengqi.finance.api.DemandParties;
import cn.zhengqi.finance.api.DemandPromiseCalled;
import cn.zhengqi.finance.api.DemandPromiseExtended;
import cn.zhengqi.finance.api.DemandShown;
import cn.zhengqi.finance.api.FinancingDemandEnded;
import cn.zhengqi.finance.api.FinancingDemandPosted;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.kernel.Term;
import cn.zhengqi.message.audience.Audience;
import cn.zhengqi.message.inbox.Task;
import cn.zhengqi.message.notice.PromiseKinds.Called;
import cn.zhengqi.message.template.NoticeGroup;
import cn.zhengqi.message.template.NoticeKind;
import cn.zhengqi.message.template.Variable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is told of financing demands: to the enterprise what banks did, to the banks what fits and what became of their claims, and never whose it is. */
@Configuration(proxyBeanMethods = false)
class DemandNotices {

    private static final String NAME = "notices";

    /** Of finance-service. */
    private static final String CLAIM = "finance.demand.claim";

    private static final String SUPERVISE_ANSWERS = "finance.promise.supervise";

    private static final String MINE = "/my/demands/${需求标识}";
    private static final String DESK = "/demands/${需求标识}";
    private static final String ENTERPRISE = "发布需求的企业";
    private static final String CLAIMERS = "认领的银行人员";

    private static final NoticeKind<FinancingDemandPosted> POSTED = NoticeKind.<FinancingDemandPosted>of(
                    NoticeGroup.DEMAND, "demand.posted", "适合的融资需求发布", "符合条件的银行经办人员")
            .toDesks()
            .knows(demand(FinancingDemandPosted::demand))
            .knows(Variable.text("镇街", "企业所在的镇街", "示例街道", FinancingDemandPosted::townName))
            .knows(Variable.<FinancingDemandPosted>yuan("金额", "需要的金额", "50 万元", it -> it.amount())
                    .required())
            .knows(Variable.text("期限", "需要的期限", "1 年", it -> Term.format(it.termMonths())))
            .knows(Variable.<FinancingDemandPosted>text("用途", "企业填写的用途", "采购原材料、支付货款", FinancingDemandPosted::purpose)
                    .covered(Mask.HIDDEN))
            .knows(Variable.<FinancingDemandPosted>text(
                            "截止日", "认领的最后一天", "2026年12月28日", it -> BusinessTime.inWords(it.expiresOn()))
                    .required())
            .says("有新的融资需求适合本机构", "${镇街}企业需要 ${金额}，期限 ${期限}，用于${用途}（${需求编号}），${截止日}截止，可认领报价。", DESK);

    private static final NoticeKind<FinancingDemandEnded> EXPIRED = NoticeKind.<FinancingDemandEnded>of(
                    NoticeGroup.DEMAND, "demand.expired", "融资需求到期", ENTERPRISE)
            .knows(demand(FinancingDemandEnded::demand))
            .says("融资需求已到期", "融资需求（${需求编号}）已到期结束；如仍需要资金，请重新发布。", MINE);

    private static final NoticeKind<DemandClaimed> CLAIMED = NoticeKind.<DemandClaimed>of(
                    NoticeGroup.DEMAND, "demand.claimed", "银行认领融资需求", ENTERPRISE)
            .mandatory(Because.CONSENT)
            .heldBy(it -> it.claim().bankId())
            .knows(parties())
            .knows(PromiseKinds.answered("承诺的答复日期", DemandClaimed::answerBy, DemandClaimed::answerAt))
            .says(
                    "银行已认领融资需求",
                    "${银行名称}已认领贵企业的融资需求（${需求编号}）[[，将于 ${答复期限}答复]]。银行目前看不到企业名称和联系方式，您可以在需求详情里选择是否同意其查看。",
                    MINE);

    private static final NoticeKind<DemandOffered> OFFERED = NoticeKind.<DemandOffered>of(
                    NoticeGroup.DEMAND, "demand.offered", "银行报价", ENTERPRISE)
            .mandatory(Because.RESULT)
            .heldBy(it -> it.claim().bankId())
            .knows(parties())
            .knows(Variable.text("产品名称", "所报的贷款产品", "云税贷", DemandOffered::productTitle))
            .knows(Variable.<DemandOffered>yuan("金额", "所报的金额", "40 万元", it -> it.amount())
                    .required())
            .knows(Variable.percent(
                    "年利率",
                    "所报的年利率",
                    "3.65%",
                    it -> it.annualRate().stripTrailingZeros().toPlainString() + "%"))
            .knows(Variable.text("期限", "所报的期限", "1 年", it -> Term.format(it.termMonths())))
            .knows(Variable.<DemandOffered>text(
                            "选定期限", "须在此日前选定", "2026年12月10日", it -> BusinessTime.inWords(it.until()))
                    .required())
            .says(
                    "融资需求有新的报价",
                    "${银行名称}为融资需求（${需求编号}）报价：“${产品名称}”${金额}，年利率 ${年利率}，期限 ${期限}，" + Days.by("${选定期限}") + "可选定。",
                    MINE);

    private static final NoticeKind<DemandGivenBack> GIVEN_BACK = NoticeKind.<DemandGivenBack>of(
                    NoticeGroup.DEMAND, "demand.given-back", "银行退回融资需求", ENTERPRISE)
            .mandatory(Because.RESULT)
            .heldBy(it -> it.claim().bankId())
            .knows(parties())
            .knows(Variable.<DemandGivenBack>text("原因", "银行说明的原因", "所属行业不在支持范围", DemandGivenBack::reason)
                    .required()
                    .covered(Mask.HIDDEN))
            .says("银行退回了融资需求", "${银行名称}退回了融资需求（${需求编号}），原因：${原因}。需求仍在征集中，其他银行可继续认领。", MINE);

    private static final NoticeKind<DemandShown> SHOWN = NoticeKind.<DemandShown>of(
                    NoticeGroup.DEMAND, "demand.shown", "企业同意查看其信息", CLAIMERS)
            .toDesks()
            .mandatory(Because.WORK)
            .heldBy(it -> it.claim().bankId())
            .knows(parties())
            .says("企业同意查看其信息", "融资需求（${需求编号}）的企业已同意本机构查看企业名称和联系方式。", DESK);

    private static final NoticeKind<DemandHidden> HIDDEN = NoticeKind.<DemandHidden>of(
                    NoticeGroup.DEMAND, "demand.hidden", "企业撤回查看同意", CLAIMERS)
            .toDesks()
            .mandatory(Because.CONSENT)
            .heldBy(it -> it.claim().bankId())
            .knows(parties())
            .says("企业撤回了查看同意", "融资需求（${需求编号}）的企业已撤回同意，本机构不能再查看其信息。", DESK);

    private static final NoticeKind<DemandClaimEnded> CHOSEN = NoticeKind.<DemandClaimEnded>of(
                    NoticeGroup.DEMAND, "demand.chosen", "报价被选定", CLAIMERS)
            .toDesks()
            .mandatory(Because.WORK)
            .heldBy(it -> it.claim().bankId())
            .knows(parties())
            .says("报价已被选定", "融资需求（${需求编号}）的企业选定了本机构的报价，已转为融资申请，请及时受理。", DESK);

    private static final NoticeKind<DemandClaimEnded> NOT_CHOSEN = NoticeKind.<DemandClaimEnded>of(
                    NoticeGroup.DEMAND, "demand.not-chosen", "报价未被选定", CLAIMERS)
            .toDesks()
            .heldBy(it -> it.claim().bankId())
            .knows(parties())
            .says("报价未被选定", "融资需求（${需求编号}）的企业选定了其他机构，本次认领结束。", DESK);

    private static final NoticeKind<DemandClaimEnded> LAPSED = NoticeKind.<DemandClaimEnded>of(
                    NoticeGroup.DEMAND, "demand.lapsed", "融资需求认领失效", CLAIMERS)
            .toDesks()
            .heldBy(it -> it.claim().bankId())
            .knows(parties())
            .says("融资需求认领已失效", "融资需求（${需求编号}）已结束或报价已过有效期，本次认领失效。", DESK);

    private static final NoticeKind<DemandPromiseExtended> ANSWER_EXTENDED = NoticeKind.<DemandPromiseExtended>of(
                    NoticeGroup.DEMAND, "demand.answer-extended", "银行延长答复时限", ENTERPRISE)
            .mandatory(Because.PROMISE)
            .heldBy(it -> it.claim().bankId())
            .knows(claim(DemandPromiseExtended::claim))
            .knows(PromiseKinds.moved(DemandPromiseExtended::extended))
            .says("银行延长了答复时限", "${银行名称}对融资需求（${需求编号}）" + PromiseKinds.moved("答复"), MINE);

    private static final PromiseKinds PROMISES =
            PromiseKinds.of(NoticeGroup.DEMAND, "demand", "融资需求", "答复", "/demands/");

    static final List<NoticeKind<?>> KINDS = Stream.concat(
                    Stream.of(
                            POSTED,
                            EXPIRED,
                            CLAIMED,
                            OFFERED,
                            GIVEN_BACK,
                            SHOWN,
                            HIDDEN,
                            CHOSEN,
                            NOT_CHOSEN,
                            LAPSED,
                            ANSWER_EXTENDED),
                    PROMISES.all().stream())
            .toList();

    private final Noticeboard board;
    private final Audience audience;

    DemandNotices(Noticeboard board, Audience audience) {
        this.board = board;
        this.audience = audience;
    }

    /** Each bank is asked by itself: what one does about it leaves the others theirs. */
    @Bean
    EventHandler<FinancingDemandPosted> demandPostedNotice() {
        return on(
                FinancingDemandPosted.class,
                NAME,
                (posted, meta) -> posted.banks()
                        .forEach(bank -> board.ask(
                                Desk.of(bank, CLAIM),
                                meta,
                                POSTED,
                                posted,
                                new Task(claiming(posted.demand().demandId(), bank), 0))));
    }

    @Bean
    EventHandler<FinancingDemandEnded> demandEndedNotice() {
        return on(FinancingDemandEnded.class, NAME, (ended, meta) -> {
            ended.banks()
                    .forEach(bank ->
                            board.done(Task.overForGood(claiming(ended.demand().demandId(), bank)), meta));
            // What the enterprise did itself it knows.
            if (ended.outcome() == FinancingDemandEnded.Outcome.EXPIRED) {
                board.tell(
                        ended.demand().enterpriseId(),
                        audience.enterprise(
                                ended.demand().enterpriseId(), ended.demand().posterId()),
                        meta,
                        EXPIRED,
                        ended);
            }
        });
    }

    @Bean
    EventHandler<DemandClaimed> demandClaimedNotice() {
        return on(DemandClaimed.class, NAME, (fact, meta) -> {
            // A bank claims a demand once: whoever of it did, the others need not any more.
            board.done(
                    Task.overForGood(
                            claiming(fact.claim().demandId(), fact.claim().bankId())),
                    meta);
            tellEnterprise(fact, meta, CLAIMED);
        });
    }

    @Bean
    EventHandler<DemandOffered> demandOfferedNotice() {
        return toEnterprise(DemandOffered.class, OFFERED);
    }

    @Bean
    EventHandler<DemandGivenBack> demandGivenBackNotice() {
        return toEnterprise(DemandGivenBack.class, GIVEN_BACK);
    }

    @Bean
    EventHandler<DemandShown> demandShownNotice() {
        return toBank(DemandShown.class, it -> SHOWN);
    }

    @Bean
    EventHandler<DemandHidden> demandHiddenNotice() {
        return toBank(DemandHidden.class, it -> HIDDEN);
    }

    @Bean
    EventHandler<DemandClaimEnded> demandClaimEndedNotice() {
        return toBank(DemandClaimEnded.class, it -> switch (it.outcome()) {
            case CHOSEN -> CHOSEN;
            case NOT_CHOSEN -> NOT_CHOSEN;
            case LAPSED -> LAPSED;
        });
    }

    /** To whoever claimed it, and who looks after them, as with applications. */
    @Bean
    EventHandler<DemandPromiseCalled> demandPromiseNotice() {
        return on(
                DemandPromiseCalled.class,
                NAME,
                (event, meta) -> PromiseNotices.tellBank(
                        board, CLAIM, PROMISES, new Called(event.call(), event.demandId()), meta));
    }

    @Bean
    EventHandler<DemandPromiseExtended> demandPromiseExtendedNotice() {
        return on(
                DemandPromiseExtended.class,
                NAME,
                (event, meta) -> board.tell(
                        event.claim().enterpriseId(),
                        audience.enterprise(
                                event.claim().enterpriseId(), event.claim().posterId()),
                        meta,
                        ANSWER_EXTENDED,
                        event));
    }

    private <E extends ClaimFact> EventHandler<E> toEnterprise(Class<E> type, NoticeKind<E> kind) {
        return on(type, NAME, (fact, meta) -> tellEnterprise(fact, meta, kind));
    }

    private <E extends ClaimFact> void tellEnterprise(E fact, EventMetadata meta, NoticeKind<E> kind) {
        ClaimParties claim = fact.claim();
        board.tell(claim.enterpriseId(), audience.enterprise(claim.enterpriseId(), claim.posterId()), meta, kind, fact);
    }

    /** The work of one bank on a demand. */
    private static UUID claiming(UUID demand, UUID bank) {
        return UUID.nameUUIDFromBytes((demand + " at " + bank).getBytes(StandardCharsets.UTF_8));
    }

    /** Who claimed it, or the heads when that one may not work on it any more. */
    private <E extends ClaimFact> EventHandler<E> toBank(Class<E> type, Function<E, NoticeKind<E>> kind) {
        return on(type, NAME, (fact, meta) -> {
            ClaimParties claim = fact.claim();
            board.tell(
                    Desk.of(claim.bankId(), CLAIM)
                            .handledBy(claim.officerId(), Desk.of(claim.bankId(), SUPERVISE_ANSWERS)),
                    meta,
                    kind.apply(fact),
                    fact);
        });
    }

    private static <E> List<Variable<E>> demand(Function<E, DemandParties> demand) {
        return List.of(
                Variable.<E>text(
                                "需求编号",
                                "融资需求的编号",
                                "XQ2026112800001",
                                it -> demand.apply(it).number())
                        .required(),
                Variable.id("需求标识", "融资需求", it -> demand.apply(it).demandId()));
    }

    private static List<Variable<ClaimFact>> parties() {
        return claim(ClaimFact::claim);
    }

    private static <E> List<Variable<E>> claim(Function<E, ClaimParties> claim) {
        return List.of(
                Variable.text("银行名称", "认领的银行", "示例银行", it -> claim.apply(it).bankName()),
                Variable.<E>text(
                                "需求编号",
                                "融资需求的编号",
                                "XQ2026112800001",
                                it -> claim.apply(it).number())
                        .required(),
                Variable.id("需求标识", "融资需求", it -> claim.apply(it).demandId()));
    }
}
