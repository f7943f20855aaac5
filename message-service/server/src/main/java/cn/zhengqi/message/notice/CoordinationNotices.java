package cn.zhengqi.message.notice;

import static cn.zhengqi.events.EventHandler.on;

import cn.zhengqi.events.EventHandler;
import cn.zhengqi.events.EventMetadata;
import cn.zhengqi.finance.api.CoordinationDeclared;
import cn.zhengqi.finance.api.CoordinationEnded;
import cn.zhengqi.finance.api.CoordinationParties;
import cn.zhengqi.finance.api.CoordinationRejected;
import cn.zhengqi.finance.api.EnterpriseRecommended;
import cn.zhengqi.finance.api.RecommendationAnswered;
import cn.zhengqi.finance.api.RecommendationClosed;
import cn.zhengqi.finance.api.RecommendationLapsed;
import cn.zhengqi.finance.api.RecommendationParties;
import cn.zhengqi.finance.api.RecommendationPromiseCalled;
import cn.zhengqi.finance.api.RecommendationPromiseExtended;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.kernel.Term;
import cn.zhengqi.kernel.Yuan;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.kernel.promise.PromiseCall;
import cn.zhengqi.message.audience.Audience;
import cn.zhengqi.message.inbox.Task;
import cn.zhengqi.message.notice.PromiseKinds.Called;
import cn.zhengqi.message.template.NoticeGroup;
import cn.zhengqi.message.template.NoticeKind;
import cn.zhengqi.message.template.Variable;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is told of 小微融资协调: to the finance office who was declared and what banks answered, to banks who is recommended to them, to the enterprise how it goes on. */
@Configuration(proxyBeanMethods = false)
class CoordinationNotices {

    private static final String NAME = "notices";

    /** Of finance-service. */
    private static final Desk OFFICE = Desk.anywhere("finance.coordination.manage");

    private static final String VISIT = "finance.coordination.visit";
    private static final String ANSWER = "finance.coordination.answer";

    private static final String MINE = "/my/coordination/${申报标识}";
    private static final String CASE = "/coordination/cases/${申报标识}";
    private static final String DESK = "/coordination/recommendations/${推荐标识}";
    private static final String ENTERPRISE = "申报企业";
    private static final String CHECKERS = "金融办核查人员";
    private static final String OFFICERS = "银行经办人员";
    private static final String FILERS = "走访单位的走访人员";

    private static final NoticeKind<CoordinationDeclared> DECLARED = NoticeKind.<CoordinationDeclared>of(
                    NoticeGroup.COORDINATION, "coordination.declared", "企业列入申报清单", CHECKERS)
            .toDesks()
            .mandatory(Because.WORK)
            .knows(of(CoordinationDeclared::parties))
            .knows(Variable.text("镇街", "企业所在的镇街", "示例街道", CoordinationDeclared::townName))
            .knows(Variable.text("来源", "走访或企业申报", "走访", it -> it.visited() ? "走访" : "企业申报"))
            .knows(Variable.<CoordinationDeclared>yuan("金额", "需要的金额", "50 万元", it -> it.amount())
                    .required())
            .knows(Variable.text("期限", "需要的期限", "1 年", it -> Term.format(it.termMonths())))
            .says("小微企业待核查", "${镇街}的${企业名称}列入申报清单（${申报编号}，${来源}），需要 ${金额}，期限 ${期限}，请按标准核查。", CASE);

    private static final NoticeKind<CoordinationDeclared> DECLARED_FOR = NoticeKind.<CoordinationDeclared>of(
                    NoticeGroup.COORDINATION, "coordination.declared-for", "走访后列入申报清单", "被走访的企业")
            .mandatory(Because.CONSENT)
            .knows(of(CoordinationDeclared::parties))
            .knows(Variable.<CoordinationDeclared>yuan("金额", "需要的金额", "50 万元", it -> it.amount())
                    .required())
            .says("贵企业已列入融资协调申报清单", "走访人员按贵企业的同意申报了 ${金额} 的融资需求（${申报编号}）。如未同意，请撤回申报。", MINE);

    private static final NoticeKind<CoordinationRejected> REJECTED = NoticeKind.<CoordinationRejected>of(
                    NoticeGroup.COORDINATION, "coordination.rejected", "核查未通过", ENTERPRISE)
            .mandatory(Because.RESULT)
            .knows(of(CoordinationRejected::parties))
            .knows(Variable.<CoordinationRejected>text("原因", "金融办说明的原因", "没有固定经营场所", CoordinationRejected::reason)
                    .required()
                    .covered(Mask.HIDDEN))
            .says("融资协调申报核查未通过", "贵企业的融资协调申报（${申报编号}）核查未通过，原因：${原因}。情况变化后可重新申报。", MINE);

    private static final NoticeKind<EnterpriseRecommended> TO_ANSWER = NoticeKind.<EnterpriseRecommended>of(
                    NoticeGroup.COORDINATION, "coordination.to-answer", "企业推荐给银行", OFFICERS)
            .toDesks()
            .mandatory(Because.WORK)
            .heldBy(it -> it.recommendation().bankId())
            .knows(recommended(EnterpriseRecommended::recommendation))
            .knows(Variable.<EnterpriseRecommended>yuan("金额", "需要的金额", "50 万元", it -> it.amount())
                    .required())
            .knows(Variable.text("期限", "需要的期限", "1 年", it -> Term.format(it.termMonths())))
            .knows(PromiseKinds.answered("承诺的答复日期", EnterpriseRecommended::answerBy, EnterpriseRecommended::answerAt))
            .says("推荐清单有新的企业", "金融办推荐${企业名称}（${申报编号}），需要 ${金额}，期限 ${期限}，请对接[[，并于 ${答复期限}答复是否授信]]。", DESK);

    private static final NoticeKind<EnterpriseRecommended> RECOMMENDED = NoticeKind.<EnterpriseRecommended>of(
                    NoticeGroup.COORDINATION, "coordination.recommended", "企业推荐给银行", ENTERPRISE)
            .mandatory(Because.CONSENT)
            .heldBy(it -> it.recommendation().bankId())
            .knows(recommended(EnterpriseRecommended::recommendation))
            .knows(PromiseKinds.answered("承诺的答复日期", EnterpriseRecommended::answerBy, EnterpriseRecommended::answerAt))
            .says("已推荐给银行", "贵企业的融资协调申报（${申报编号}）已推荐给${银行名称}，申报信息已提供给该银行[[，银行将于 ${答复期限}答复]]。", MINE);

    private static final NoticeKind<RecommendationAnswered> GRANTED = NoticeKind.<RecommendationAnswered>of(
                    NoticeGroup.COORDINATION, "coordination.granted", "银行授信", ENTERPRISE)
            .mandatory(Because.RESULT)
            .heldBy(it -> it.recommendation().bankId())
            .knows(recommended(RecommendationAnswered::recommendation))
            .knows(Variable.<RecommendationAnswered>yuan(
                            "授信额度", "银行批准的额度", "50 万元", it -> Objects.requireNonNull(it.grantedAmount()))
                    .required())
            .knows(Variable.<RecommendationAnswered>percent("年利率", "银行批准的年利率", "3.65%", CoordinationNotices::rate)
                    .required())
            .knows(Variable.text("期限", "授信期限", "1 年", it -> Term.format(Objects.requireNonNull(it.termMonths()))))
            .says("银行同意授信", "${银行名称}对贵企业的融资协调申报（${申报编号}）同意授信 ${授信额度}，年利率 ${年利率}，期限 ${期限}。", MINE);

    private static final NoticeKind<RecommendationAnswered> REFUSED = NoticeKind.<RecommendationAnswered>of(
                    NoticeGroup.COORDINATION, "coordination.refused", "银行未授信", ENTERPRISE)
            .mandatory(Because.RESULT)
            .heldBy(it -> it.recommendation().bankId())
            .knows(recommended(RecommendationAnswered::recommendation))
            .knows(reason("负债水平过高"))
            .says("银行未予授信", "${银行名称}对贵企业的融资协调申报（${申报编号}）未予授信，原因：${原因}", MINE);

    private static final NoticeKind<RecommendationAnswered> SERVED = NoticeKind.<RecommendationAnswered>of(
                    NoticeGroup.COORDINATION, "coordination.served", "银行已有服务", ENTERPRISE)
            .mandatory(Because.RESULT)
            .heldBy(it -> it.recommendation().bankId())
            .knows(recommended(RecommendationAnswered::recommendation))
            .knows(reason("已有 50 万元信用贷款"))
            .says("银行答复已有服务", "${银行名称}答复贵企业的融资协调申报（${申报编号}）：已为贵企业提供服务。${原因}", MINE);

    private static final NoticeKind<RecommendationAnswered> ANSWERED = NoticeKind.<RecommendationAnswered>of(
                    NoticeGroup.COORDINATION, "coordination.answered", "银行答复推荐", CHECKERS)
            .toDesks()
            .heldBy(it -> it.recommendation().bankId())
            .knows(recommended(RecommendationAnswered::recommendation))
            .knows(Variable.<RecommendationAnswered>text("结果", "银行的答复", "同意授信 50 万元", CoordinationNotices::outcome)
                    .required())
            .says("银行已答复推荐", "${银行名称}对${企业名称}（${申报编号}）的答复：${结果}。", CASE);

    private static final NoticeKind<RecommendationLapsed> LAPSED = NoticeKind.<RecommendationLapsed>of(
                    NoticeGroup.COORDINATION, "coordination.lapsed", "企业撤回申报", OFFICERS)
            .toDesks()
            .heldBy(it -> it.recommendation().bankId())
            .knows(recommended(RecommendationLapsed::recommendation))
            .says("企业撤回了融资协调申报", "${企业名称}撤回了融资协调申报（${申报编号}），不必再答复。", DESK);

    private static final NoticeKind<RecommendationClosed> CLOSED = NoticeKind.<RecommendationClosed>of(
                    NoticeGroup.COORDINATION, "coordination.closed", "关闭未答复的推荐", OFFICERS)
            .toDesks()
            .mandatory(Because.RESULT)
            .knows(recommended(RecommendationClosed::recommendation))
            .knows(closing())
            .says("推荐已关闭，记为未答复", "${企业名称}（${申报编号}）的推荐超过承诺时限没有答复，金融办已关闭并记为未答复，原因：${原因}", DESK);

    private static final NoticeKind<RecommendationClosed> NOT_ANSWERED = NoticeKind.<RecommendationClosed>of(
                    NoticeGroup.COORDINATION, "coordination.not-answered", "关闭未答复的推荐", ENTERPRISE)
            .mandatory(Because.RESULT)
            .knows(recommended(RecommendationClosed::recommendation))
            .knows(closing())
            .says("银行没有按时答复", "${银行名称}没有在承诺时限内答复贵企业的融资协调申报（${申报编号}），金融办已关闭该推荐，原因：${原因}", MINE);

    private static final NoticeKind<CoordinationEnded> ENDED = NoticeKind.<CoordinationEnded>of(
                    NoticeGroup.COORDINATION, "coordination.ended", "走访企业的申报有结果", FILERS)
            .toDesks()
            .knows(of(CoordinationEnded::parties))
            .knows(Variable.<CoordinationEnded>text("结果", "申报的结果", "有银行同意授信", CoordinationNotices::outcome)
                    .required())
            .says("走访企业的申报有了结果", "贵单位走访申报的${企业名称}（${申报编号}）有了结果：${结果}。", CASE);

    private static final NoticeKind<RecommendationPromiseExtended> EXTENDED =
            NoticeKind.<RecommendationPromiseExtended>of(
                            NoticeGroup.COORDINATION, "coordination.answer-extended", "银行延长答复时限", ENTERPRISE)
                    .mandatory(Because.PROMISE)
                    .heldBy(it -> it.recommendation().bankId())
                    .knows(recommended(RecommendationPromiseExtended::recommendation))
                    .knows(PromiseKinds.moved(RecommendationPromiseExtended::extended))
                    .says("银行延长了答复时限", "${银行名称}对融资协调申报（${申报编号}）" + PromiseKinds.moved("答复"), MINE);

    private static final PromiseKinds PROMISES =
            PromiseKinds.of(NoticeGroup.COORDINATION, "coordination", "推荐企业", "答复", "/coordination/recommendations/");

    static final List<NoticeKind<?>> KINDS = Stream.concat(
                    Stream.of(
                            DECLARED,
                            DECLARED_FOR,
                            REJECTED,
                            TO_ANSWER,
                            RECOMMENDED,
                            GRANTED,
                            REFUSED,
                            SERVED,
                            ANSWERED,
                            LAPSED,
                            CLOSED,
                            NOT_ANSWERED,
                            ENDED,
                            EXTENDED),
                    PROMISES.all().stream())
            .toList();

    private final Noticeboard board;
    private final Audience audience;

    CoordinationNotices(Noticeboard board, Audience audience) {
        this.board = board;
        this.audience = audience;
    }

    @Bean
    EventHandler<CoordinationDeclared> coordinationDeclaredNotice() {
        return on(CoordinationDeclared.class, NAME, (fact, meta) -> {
            board.ask(office(fact.parties()), meta, DECLARED, fact);
            if (fact.visited()) {
                board.tell(fact.parties().enterpriseId(), people(fact.parties()), meta, DECLARED_FOR, fact);
            }
        });
    }

    @Bean
    EventHandler<CoordinationRejected> coordinationRejectedNotice() {
        return on(CoordinationRejected.class, NAME, (fact, meta) -> {
            board.done(meta);
            board.tell(fact.parties().enterpriseId(), people(fact.parties()), meta, REJECTED, fact);
        });
    }

    @Bean
    EventHandler<EnterpriseRecommended> enterpriseRecommendedNotice() {
        return on(EnterpriseRecommended.class, NAME, (fact, meta) -> {
            // Who is recommended was checked, which happens once.
            board.done(Task.overForGood(fact.recommendation().parties().caseId()), meta);
            board.ask(Desk.of(fact.recommendation().bankId(), ANSWER), meta, TO_ANSWER, fact);
            board.tell(
                    fact.recommendation().parties().enterpriseId(),
                    people(fact.recommendation().parties()),
                    meta,
                    RECOMMENDED,
                    fact);
        });
    }

    @Bean
    EventHandler<RecommendationAnswered> recommendationAnsweredNotice() {
        return on(RecommendationAnswered.class, NAME, (fact, meta) -> {
            board.done(meta);
            board.tell(
                    fact.recommendation().parties().enterpriseId(),
                    people(fact.recommendation().parties()),
                    meta,
                    kind(fact),
                    fact);
            board.tell(office(fact.recommendation().parties()), meta, ANSWERED, fact);
        });
    }

    private static NoticeKind<RecommendationAnswered> kind(RecommendationAnswered fact) {
        return switch (fact.answer()) {
            case GRANTED -> GRANTED;
            case REFUSED -> REFUSED;
            case SERVED -> SERVED;
        };
    }

    @Bean
    EventHandler<RecommendationLapsed> recommendationLapsedNotice() {
        return on(RecommendationLapsed.class, NAME, (fact, meta) -> {
            board.done(meta);
            board.tell(Desk.of(fact.recommendation().bankId(), ANSWER), meta, LAPSED, fact);
        });
    }

    @Bean
    EventHandler<RecommendationClosed> recommendationClosedNotice() {
        return on(RecommendationClosed.class, NAME, (fact, meta) -> {
            board.done(meta);
            board.tell(Desk.of(fact.recommendation().bankId(), ANSWER), meta, CLOSED, fact);
            board.tell(
                    fact.recommendation().parties().enterpriseId(),
                    people(fact.recommendation().parties()),
                    meta,
                    NOT_ANSWERED,
                    fact);
        });
    }

    /** To the town, department or bank whose people filed it, the visitor among them. */
    @Bean
    EventHandler<CoordinationEnded> coordinationEndedNotice() {
        return on(CoordinationEnded.class, NAME, (fact, meta) -> {
            board.done(meta);
            if (fact.filedBy() != null) {
                board.tell(Desk.of(fact.filedBy(), VISIT), meta, ENDED, fact);
            }
        });
    }

    /** To the bank's officers, and who looks after them, as with applications. */
    @Bean
    EventHandler<RecommendationPromiseCalled> recommendationPromiseNotice() {
        return on(RecommendationPromiseCalled.class, NAME, this::called);
    }

    private void called(RecommendationPromiseCalled event, EventMetadata meta) {
        PromiseCall call = event.call();
        PromiseNotices.tellBank(board, ANSWER, PROMISES, new Called(call, call.caseId()), meta);
    }

    @Bean
    EventHandler<RecommendationPromiseExtended> recommendationExtendedNotice() {
        return on(
                RecommendationPromiseExtended.class,
                NAME,
                (event, meta) -> board.tell(
                        event.recommendation().parties().enterpriseId(),
                        people(event.recommendation().parties()),
                        meta,
                        EXTENDED,
                        event));
    }

    private static Desk office(CoordinationParties parties) {
        return OFFICE.reaching(ScopedResource.LOAN_APPLICATION, parties.townCode());
    }

    /** All of the enterprise, and who declared it. */
    private Set<UUID> people(CoordinationParties parties) {
        UUID person = parties.personId();
        return person == null
                ? audience.enterprise(parties.enterpriseId())
                : audience.enterprise(parties.enterpriseId(), person);
    }

    private static String rate(RecommendationAnswered it) {
        return Objects.requireNonNull(it.annualRate()).stripTrailingZeros().toPlainString() + "%";
    }

    private static String outcome(RecommendationAnswered it) {
        return switch (it.answer()) {
            case GRANTED -> "同意授信 " + Yuan.format(Objects.requireNonNull(it.grantedAmount())) + "，年利率 " + rate(it);
            case REFUSED -> "未予授信";
            case SERVED -> "已有服务";
        };
    }

    private static String outcome(CoordinationEnded it) {
        return switch (it.outcome()) {
            case FUNDED -> "有银行授信或已有服务";
            case NOT_FUNDED -> "银行均未授信";
            case REJECTED -> "核查未通过";
            case UNANSWERED -> "银行没有按时答复，已关闭";
            case WITHDRAWN -> "企业已撤回";
        };
    }

    private static Variable<RecommendationClosed> closing() {
        return Variable.<RecommendationClosed>text("原因", "金融办说明的原因", "多次催办没有答复", RecommendationClosed::reason)
                .required()
                .covered(Mask.HIDDEN);
    }

    private static Variable<RecommendationAnswered> reason(String example) {
        return Variable.<RecommendationAnswered>text("原因", "银行的说明", example, it -> Objects.requireNonNull(it.reason()))
                .required()
                .covered(Mask.HIDDEN);
    }

    private static <E> List<Variable<E>> of(Function<E, CoordinationParties> parties) {
        return List.of(
                Variable.<E>text(
                                "企业名称", "申报的企业", "示例企业", it -> parties.apply(it).enterpriseName())
                        .covered(Mask.ENTERPRISE_NAME),
                Variable.<E>text(
                                "申报编号",
                                "融资协调申报的编号",
                                "XT20261128000001",
                                it -> parties.apply(it).number())
                        .required(),
                Variable.id("申报标识", "融资协调申报", it -> parties.apply(it).caseId()));
    }

    private static <E> List<Variable<E>> recommended(Function<E, RecommendationParties> recommendation) {
        return Stream.concat(
                        CoordinationNotices.<E>of(it -> recommendation.apply(it).parties()).stream(),
                        Stream.of(
                                Variable.<E>text(
                                        "银行名称",
                                        "推荐的银行",
                                        "示例银行",
                                        it -> recommendation.apply(it).bankName()),
                                Variable.<E>id(
                                        "推荐标识",
                                        "推荐",
                                        it -> recommendation.apply(it).recommendationId())))
                .toList();
    }
}
