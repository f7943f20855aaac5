package cn.zhengqi.message.notice;

import static cn.zhengqi.events.EventHandler.on;

import cn.zhengqi.events.EventHandler;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.kernel.promise.PromiseCall;
import cn.zhengqi.message.audience.Audience;
import cn.zhengqi.message.inbox.Task;
import cn.zhengqi.message.notice.PromiseKinds.Called;
import cn.zhengqi.message.template.NoticeGroup;
import cn.zhengqi.message.template.NoticeKind;
import cn.zhengqi.message.template.Variable;
import cn.zhengqi.ops.api.CaseOutcome;
import cn.zhengqi.ops.api.EvaluatedCase;
import cn.zhengqi.ops.api.EvaluationAnswerPassed;
import cn.zhengqi.ops.api.EvaluationAnswered;
import cn.zhengqi.ops.api.EvaluationFact;
import cn.zhengqi.ops.api.EvaluationGiven;
import cn.zhengqi.ops.api.EvaluationInvited;
import cn.zhengqi.ops.api.EvaluationPromiseCalled;
import cn.zhengqi.ops.api.EvaluationSentBack;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What is told of evaluations: the enterprise is asked for one, and hears what came of a call-back; who handled the case hears of a 差评, and never whose an
 * anonymous one is.
 */
@Configuration(proxyBeanMethods = false)
class EvaluationNotices {

    private static final String NAME = "notices";

    /** Of ops-service. */
    private static final String ANSWER = "ops.evaluation.handle";

    private static final Desk REVIEWERS = Desk.anywhere("ops.evaluation.review");

    /** Of enterprise-code-service. */
    private static final Desk CLAIM_REVIEWERS = Desk.anywhere("code.claim.review");

    private static final String MINE = "/my/evaluations/${事项标识}";
    private static final String DESK = "/evaluations/${评价标识}";
    private static final String HANDLERS = "办理机构的人员";

    private static final long FIRST = 0;
    private static final long AGAIN = 1;

    private static final NoticeKind<EvaluationInvited> INVITED = NoticeKind.<EvaluationInvited>of(
                    NoticeGroup.EVALUATION, "evaluation.invited", "请企业评价", "办理事项的企业")
            .knows(Variable.text("事项类型", "所办的事项", "融资申请", it -> it.caseKind().label()))
            .knows(Variable.text("事项", "所办事项的名称", "云税贷", EvaluationInvited::title))
            .knows(Variable.<EvaluationInvited>text("编号", "所办事项的编号", "RZ2026112800001", EvaluationInvited::caseNumber)
                    .required())
            .knows(Variable.<EvaluationInvited>text("办理机构", "办理的机构", "示例银行", EvaluationInvited::institutionName)
                    .optional())
            .knows(Variable.<EvaluationInvited>text(
                            "截止日", "评价的最后一天", "2026年12月28日", it -> BusinessTime.inWords(it.until()))
                    .required())
            .knows(Variable.text("办理结果", "办到的结果", "已放款", it -> outcome(it).label()))
            .knows(Variable.id("事项标识", "所办的事项", EvaluationInvited::caseId))
            .says(
                    "请评价办理情况",
                    "${事项类型}“${事项}”（${编号}）${办理结果}[[，由${办理机构}办理]]。请于 " + Days.by("${截止日}") + "评价办理情况，您的评价将用于改进服务。",
                    MINE);

    private static final NoticeKind<EvaluationGiven> COMPLAINED = NoticeKind.<EvaluationGiven>of(
                    NoticeGroup.EVALUATION, "evaluation.complained", "收到差评", HANDLERS)
            .toDesks()
            .mandatory(Because.WORK)
            .knows(about())
            .knows(Variable.<EvaluationGiven>text(
                            "评价", "企业评价的等级", "不满意", it -> it.grade().label())
                    .required())
            .says("收到差评，请${处理要求}处理", "企业对${事项类型}“${事项}”[[（${编号}）]]的办理评价为“${评价}”，请在承诺时限内${处理要求}，整改或说明情况。", DESK);

    private static final NoticeKind<EvaluationSentBack> SENT_BACK = NoticeKind.<EvaluationSentBack>of(
                    NoticeGroup.EVALUATION, "evaluation.sent-back", "差评处理结果被退回", HANDLERS)
            .toDesks()
            .mandatory(Because.WORK)
            .knows(about())
            .knows(Variable.<EvaluationSentBack>text("原因", "退回的原因", "未说明整改措施", EvaluationSentBack::reason)
                    .required()
                    .covered(Mask.HIDDEN))
            .says("差评处理结果被退回", "${事项类型}“${事项}”[[（${编号}）]]的差评处理结果被退回，请重新${处理要求}处理。原因：${原因}", DESK);

    private static final NoticeKind<EvaluationAnswered> ANSWERED = NoticeKind.<EvaluationAnswered>of(
                    NoticeGroup.EVALUATION, "evaluation.answered", "差评处理结果待复核", "复核人员")
            .toDesks()
            .mandatory(Because.WORK)
            .knows(about())
            .knows(Variable.text("处理方式", "整改或者说明", "已整改", it -> it.answer().label()))
            .says("差评处理结果待复核", "[[${办理机构}]]已提交${事项类型}“${事项}”[[（${编号}）]]的差评处理结果（${处理方式}），请复核。", DESK);

    private static final NoticeKind<EvaluationAnswerPassed> PASSED = NoticeKind.<EvaluationAnswerPassed>of(
                    NoticeGroup.EVALUATION, "evaluation.answer-passed", "差评处理结果", "作出评价的企业")
            .mandatory(Because.RESULT)
            .knows(ofEnterprise())
            .knows(Variable.text("处理方式", "整改或者说明", "已整改", it -> it.answer().label()))
            .knows(Variable.<EvaluationAnswerPassed>text(
                            "处理结果", "办理机构填写的处理结果", "已简化材料并向企业说明", EvaluationAnswerPassed::words)
                    .required()
                    .covered(Mask.HIDDEN))
            .knows(Variable.<EvaluationAnswerPassed>text(
                            "截止日", "再次评价的最后一天", "2026年12月28日", it -> BusinessTime.inWords(it.until()))
                    .required())
            .says(
                    "您的评价已处理，请再次评价",
                    "您对${事项类型}“${事项}”（${编号}）的评价已处理[[，由${办理机构}办理]]。${处理方式}：${处理结果}。请于 " + Days.by("${截止日}") + "再次评价。",
                    MINE);

    // Of an anonymous one nobody can be called back.
    private static final PromiseKinds PROMISES =
            PromiseKinds.of(NoticeGroup.EVALUATION, "evaluation", "差评处理", "处理", "/evaluations/");

    static final List<NoticeKind<?>> KINDS = Stream.concat(
                    Stream.of(INVITED, COMPLAINED, SENT_BACK, ANSWERED, PASSED),
                    // No call-back is ever given more time.
                    PROMISES.withoutExtension().stream())
            .toList();

    private final Noticeboard board;
    private final Audience audience;

    EvaluationNotices(Noticeboard board, Audience audience) {
        this.board = board;
        this.audience = audience;
    }

    @Bean
    EventHandler<EvaluationInvited> evaluationInvitedNotice() {
        return on(EvaluationInvited.class, NAME, (fact, meta) -> {
            Task evaluating = evaluating(fact.caseId(), FIRST);
            UUID person = fact.personId();
            if (person != null) {
                board.ask(Set.of(person), meta, INVITED, fact, evaluating);
                return;
            }
            UUID applicant = fact.applicantId();
            board.ask(
                    fact.enterpriseId(),
                    applicant == null
                            ? audience.enterprise(fact.enterpriseId())
                            : audience.enterprise(fact.enterpriseId(), applicant),
                    meta,
                    INVITED,
                    fact,
                    evaluating);
        });
    }

    @Bean
    EventHandler<EvaluationGiven> evaluationGivenNotice() {
        return on(EvaluationGiven.class, NAME, (fact, meta) -> {
            board.done(evaluating(fact.about().caseId(), (fact.again() ? AGAIN : FIRST) + 1), meta);
            // What comes after a call-back is read in the list.
            if (!fact.again() && !fact.grade().isSatisfied()) {
                handlers(fact).forEach(desk -> board.ask(desk, meta, COMPLAINED, fact));
            }
        });
    }

    @Bean
    EventHandler<EvaluationSentBack> evaluationSentBackNotice() {
        return on(EvaluationSentBack.class, NAME, (fact, meta) -> {
            board.done(meta);
            handlers(fact).forEach(desk -> board.ask(desk, meta, SENT_BACK, fact));
        });
    }

    @Bean
    EventHandler<EvaluationAnswered> evaluationAnsweredNotice() {
        return on(EvaluationAnswered.class, NAME, (fact, meta) -> {
            board.done(meta);
            board.ask(REVIEWERS, meta, ANSWERED, fact);
        });
    }

    @Bean
    EventHandler<EvaluationAnswerPassed> evaluationAnswerPassedNotice() {
        return on(EvaluationAnswerPassed.class, NAME, (fact, meta) -> {
            board.done(meta);
            Task evaluating = evaluating(fact.about().caseId(), AGAIN);
            UUID enterprise = fact.about().enterpriseId();
            UUID person = fact.about().personId();
            if (person == null) {
                board.ask(enterprise, audience.enterprise(enterprise), meta, PASSED, fact, evaluating);
            } else {
                board.ask(Set.of(person), meta, PASSED, fact, evaluating);
            }
        });
    }

    @Bean
    EventHandler<EvaluationPromiseCalled> evaluationPromiseNotice() {
        return on(EvaluationPromiseCalled.class, NAME, (fact, meta) -> {
            PromiseCall call = fact.call();
            Called called = new Called(call, fact.evaluationId());
            switch (call.signal()) {
                case WARNED, URGED ->
                    handlers(fact).forEach(desk -> PromiseNotices.call(board, desk, PROMISES, called, meta));
                case BROKEN -> {
                    handlers(fact).forEach(desk -> PromiseNotices.call(board, desk, PROMISES, called, meta));
                    PromiseNotices.call(board, PromiseNotices.upTo(REVIEWERS, call), PROMISES, called, meta);
                }
                case ESCALATED ->
                    PromiseNotices.call(board, PromiseNotices.upTo(REVIEWERS, call), PROMISES, called, meta);
                case MOVED -> {
                    handlers(fact).forEach(desk -> board.tell(desk, meta, PROMISES.movedByCalendar(), called));
                    board.tell(PromiseNotices.upTo(REVIEWERS, call), meta, PROMISES.movedByCalendar(), called);
                }
                case ENDED -> PromiseNotices.over(board, call, meta);
                case EXTENSION_ASKED, EXTENSION_APPROVED, EXTENSION_REFUSED ->
                    throw new IllegalStateException("a call-back is never given more time");
            }
        });
    }

    /** A work of its own beside that on the case, which may go on. It is over when the person whose alone it is, or anybody of the enterprise, has evaluated. */
    private static Task evaluating(UUID caseId, long time) {
        return new Task(UUID.nameUUIDFromBytes((caseId + " evaluation").getBytes(StandardCharsets.UTF_8)), time);
    }

    private static List<Desk> handlers(EvaluationPromiseCalled fact) {
        PromiseCall call = fact.call();
        return handlers(call.institutionId(), fact.branchId(), call.townCode());
    }

    private static List<Desk> handlers(EvaluationFact fact) {
        EvaluatedCase about = fact.about();
        return handlers(about.institutionId(), about.branchId(), about.townCode());
    }

    /**
     * A branch that handled it, and its head office, which may answer as well. What no institution handles alone is a claim: it goes to those who review the claims
     * of its town.
     */
    private static List<Desk> handlers(@Nullable UUID institution, @Nullable UUID branch, @Nullable String townCode) {
        if (institution == null) {
            return List.of(CLAIM_REVIEWERS.reaching(ScopedResource.CLAIM, townCode));
        }
        Desk headOffice = Desk.of(institution, ANSWER);
        return branch == null ? List.of(headOffice) : List.of(Desk.of(branch, ANSWER), headOffice);
    }

    private static CaseOutcome outcome(EvaluationInvited invited) {
        return invited.outcome() == null ? CaseOutcome.CLOSED : invited.outcome();
    }

    private static <F extends EvaluationFact> List<Variable<F>> about() {
        return List.of(
                Variable.text(
                        "事项类型", "所办的事项", "融资申请", it -> it.about().caseKind().label()),
                Variable.<F>text("事项", "所办事项的名称", "云税贷", it -> it.about().title())
                        .required(),
                Variable.<F>text("编号", "所办事项的编号，匿名评价不显示", "RZ2026112800001", it -> shownNumber(it.about()))
                        .optional(),
                Variable.<F>text("办理机构", "办理的机构", "示例银行", it -> it.about().institutionName())
                        .optional(),
                // Nobody can call whom they do not know.
                Variable.text("处理要求", "回访，匿名评价为核查", "回访", it -> it.about().anonymous() ? "核查" : "回访"),
                Variable.id("评价标识", "企业的评价", it -> it.about().evaluationId()));
    }

    private static @Nullable String shownNumber(EvaluatedCase about) {
        return about.anonymous() ? null : about.caseNumber();
    }

    private static List<Variable<EvaluationAnswerPassed>> ofEnterprise() {
        return List.of(
                Variable.text(
                        "事项类型", "所办的事项", "融资申请", it -> it.about().caseKind().label()),
                Variable.text("事项", "所办事项的名称", "云税贷", it -> it.about().title()),
                Variable.<EvaluationAnswerPassed>text(
                                "编号",
                                "所办事项的编号",
                                "RZ2026112800001",
                                it -> it.about().caseNumber())
                        .required(),
                Variable.<EvaluationAnswerPassed>text(
                                "办理机构", "办理的机构", "示例银行", it -> it.about().institutionName())
                        .optional(),
                Variable.id("事项标识", "所办的事项", it -> it.about().caseId()));
    }
}
