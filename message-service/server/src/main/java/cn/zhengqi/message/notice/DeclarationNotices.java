package cn.zhengqi.message.notice;

import static cn.zhengqi.events.EventHandler.on;

import cn.zhengqi.events.EventHandler;
import cn.zhengqi.events.EventMetadata;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.message.audience.Audience;
import cn.zhengqi.message.notice.PromiseKinds.Called;
import cn.zhengqi.message.template.NoticeGroup;
import cn.zhengqi.message.template.NoticeKind;
import cn.zhengqi.message.template.Variable;
import cn.zhengqi.policy.api.DeclarationApproved;
import cn.zhengqi.policy.api.DeclarationFact;
import cn.zhengqi.policy.api.DeclarationHandedOver;
import cn.zhengqi.policy.api.DeclarationParties;
import cn.zhengqi.policy.api.DeclarationPassed;
import cn.zhengqi.policy.api.DeclarationPromiseCalled;
import cn.zhengqi.policy.api.DeclarationPromiseExtended;
import cn.zhengqi.policy.api.DeclarationRejected;
import cn.zhengqi.policy.api.DeclarationSentBack;
import cn.zhengqi.policy.api.DeclarationSubmitted;
import cn.zhengqi.policy.api.DeclarationSupplemented;
import cn.zhengqi.policy.api.DeclarationTakenOn;
import cn.zhengqi.policy.api.DeclarationWithdrawn;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is told of declarations: to the enterprise, and to those of the department who handle them, for whom the link is open. */
@Configuration(proxyBeanMethods = false)
class DeclarationNotices {

    private static final String NAME = "notices";

    /** Of policy-service. */
    private static final String HANDLE = "policy.declaration.handle";

    private static final String PAGE = "/declarations/${申报标识}";
    private static final String OFFICERS = "主管部门经办人员";
    private static final String ENTERPRISE = "申报企业";

    private static final NoticeKind<DeclarationSubmitted> TO_HANDLE = NoticeKind.<DeclarationSubmitted>of(
                    NoticeGroup.DECLARATION, "declaration.to-handle", "企业提交政策申报", OFFICERS)
            .toDesks()
            .mandatory(Because.WORK)
            .heldBy(it -> it.parties().institutionId())
            .knows(parties())
            .knows(Variable.text("环节", "正在办理的环节", "初审", DeclarationSubmitted::step))
            .knows(PromiseKinds.answered("承诺完成的日期", DeclarationSubmitted::answerBy, DeclarationSubmitted::answerAt))
            .says("新的政策申报待${环节}", "${企业名称}申报“${项目名称}”（${申报编号}），请及时办理[[，并于 ${答复期限}完成]]。", PAGE);

    private static final NoticeKind<DeclarationSubmitted> SUBMITTED = NoticeKind.<DeclarationSubmitted>of(
                    NoticeGroup.DECLARATION, "declaration.submitted", "企业提交政策申报", ENTERPRISE)
            .heldBy(it -> it.parties().institutionId())
            .knows(parties())
            .knows(Variable.text("环节", "正在办理的环节", "初审", DeclarationSubmitted::step))
            .knows(PromiseKinds.answered("承诺完成的日期", DeclarationSubmitted::answerBy, DeclarationSubmitted::answerAt))
            .says("政策申报已提交", "“${项目名称}”的申报（${申报编号}）已送达${主管部门}。[[${环节}将于 ${答复期限}完成。]]", PAGE);

    private static final NoticeKind<DeclarationPassed> TO_HANDLE_NEXT = NoticeKind.<DeclarationPassed>of(
                    NoticeGroup.DECLARATION, "declaration.to-handle-next", "政策申报进入下一环节", OFFICERS)
            .toDesks()
            .mandatory(Because.WORK)
            .heldBy(it -> it.parties().institutionId())
            .knows(parties())
            .knows(steps())
            .says("政策申报待${下一环节}", "${企业名称}的“${项目名称}”（${申报编号}）已通过${环节}，请及时${下一环节}。", PAGE);

    private static final NoticeKind<DeclarationPassed> PASSED = NoticeKind.<DeclarationPassed>of(
                    NoticeGroup.DECLARATION, "declaration.passed", "政策申报通过一个环节", ENTERPRISE)
            .heldBy(it -> it.parties().institutionId())
            .knows(parties())
            .knows(steps())
            .says("政策申报已通过${环节}", "“${项目名称}”（${申报编号}）已通过${环节}，下一环节：${下一环节}（${主管部门}）。", PAGE);

    private static final NoticeKind<DeclarationSentBack> SENT_BACK = NoticeKind.<DeclarationSentBack>of(
                    NoticeGroup.DECLARATION, "declaration.sent-back", "政策申报被退回补正", ENTERPRISE)
            .mandatory(Because.RESULT)
            .heldBy(it -> it.parties().institutionId())
            .knows(parties())
            .knows(reason(DeclarationSentBack::reason))
            .knows(Variable.<DeclarationSentBack>text(
                            "需补正", "需补正的材料和信息", "营业执照、项目预算", it -> String.join("、", it.marked()))
                    .required())
            .says("政策申报需要补正", "“${项目名称}”（${申报编号}）被退回补正：${原因}。需补正：${需补正}。补正前办理时限暂停计算。", PAGE);

    private static final NoticeKind<DeclarationSupplemented> SUPPLEMENTED = NoticeKind.<DeclarationSupplemented>of(
                    NoticeGroup.DECLARATION, "declaration.supplemented", "企业补正政策申报", OFFICERS)
            .toDesks()
            .mandatory(Because.WORK)
            .heldBy(it -> it.parties().institutionId())
            .knows(parties())
            .says("企业已补正政策申报", "${企业名称}已补正“${项目名称}”（${申报编号}），请继续办理。", PAGE);

    private static final NoticeKind<DeclarationHandedOver> HANDED_OVER = NoticeKind.<DeclarationHandedOver>of(
                    NoticeGroup.DECLARATION, "declaration.handed-over", "政策申报被转办", OFFICERS)
            .toDesks()
            .mandatory(Because.WORK)
            .heldBy(it -> it.parties().institutionId())
            .knows(parties())
            .knows(Variable.text("环节", "正在办理的环节", "初审", DeclarationHandedOver::step))
            .knows(reason(DeclarationHandedOver::reason))
            .says("转来一份政策申报", "${企业名称}的“${项目名称}”（${申报编号}）转来继续${环节}：${原因}。", PAGE);

    private static final NoticeKind<DeclarationApproved> APPROVED = NoticeKind.<DeclarationApproved>of(
                    NoticeGroup.DECLARATION, "declaration.approved", "政策申报获批准", ENTERPRISE)
            .mandatory(Because.RESULT)
            .heldBy(it -> it.parties().institutionId())
            .knows(parties())
            .says("政策申报已批准", "${主管部门}已批准贵企业的“${项目名称}”申报（${申报编号}）。", PAGE);

    private static final NoticeKind<DeclarationRejected> REJECTED = NoticeKind.<DeclarationRejected>of(
                    NoticeGroup.DECLARATION, "declaration.rejected", "政策申报被驳回", ENTERPRISE)
            .mandatory(Because.RESULT)
            .heldBy(it -> it.parties().institutionId())
            .knows(parties())
            .knows(reason(DeclarationRejected::reason))
            .says("政策申报被驳回", "${主管部门}驳回了“${项目名称}”申报（${申报编号}）。原因：${原因}", PAGE);

    private static final NoticeKind<DeclarationWithdrawn> WITHDRAWN = NoticeKind.<DeclarationWithdrawn>of(
                    NoticeGroup.DECLARATION, "declaration.withdrawn", "企业撤回政策申报", OFFICERS)
            .toDesks()
            .heldBy(it -> it.parties().institutionId())
            .knows(parties())
            .says("企业撤回了政策申报", "${企业名称}撤回了“${项目名称}”申报（${申报编号}）。", PAGE);

    private static final PromiseKinds PROMISES =
            PromiseKinds.of(NoticeGroup.DECLARATION, "declaration", "政策申报", "办结", "/declarations/");

    private static final NoticeKind<Called> OVERSEEN =
            PromiseKinds.overseen(NoticeGroup.DECLARATION, "declaration", "政策申报", "办结");

    private static final NoticeKind<DeclarationPromiseExtended> EXTENDED = NoticeKind.<DeclarationPromiseExtended>of(
                    NoticeGroup.DECLARATION, "declaration.extended", "政策申报办理延期", ENTERPRISE)
            .mandatory(Because.PROMISE)
            .heldBy(it -> it.parties().institutionId())
            .knows(parties(DeclarationPromiseExtended::parties))
            .knows(PromiseKinds.moved(DeclarationPromiseExtended::extended))
            .says("政策申报的办理时限已延长", "${主管部门}办理“${项目名称}”（${申报编号}）当前环节" + PromiseKinds.moved("办结"), PAGE);

    static final List<NoticeKind<?>> KINDS = Stream.concat(
                    Stream.of(
                            OVERSEEN,
                            EXTENDED,
                            TO_HANDLE,
                            SUBMITTED,
                            TO_HANDLE_NEXT,
                            PASSED,
                            SENT_BACK,
                            SUPPLEMENTED,
                            HANDED_OVER,
                            APPROVED,
                            REJECTED,
                            WITHDRAWN),
                    PROMISES.all().stream())
            .toList();

    private final Noticeboard board;
    private final Audience audience;

    DeclarationNotices(Noticeboard board, Audience audience) {
        this.board = board;
        this.audience = audience;
    }

    @Bean
    EventHandler<DeclarationSubmitted> declarationSubmittedNotice() {
        return on(DeclarationSubmitted.class, NAME, (fact, meta) -> {
            board.ask(desk(fact), meta, TO_HANDLE, fact);
            tellEnterprise(fact, meta, SUBMITTED);
        });
    }

    @Bean
    EventHandler<DeclarationTakenOn> declarationTakenOnNotice() {
        return on(DeclarationTakenOn.class, NAME, (fact, meta) -> board.done(meta));
    }

    /** Whoever has it now; nobody: each who can take it on. */
    @Bean
    EventHandler<DeclarationHandedOver> declarationHandedOverNotice() {
        return on(DeclarationHandedOver.class, NAME, (fact, meta) -> {
            board.done(meta);
            Desk all = desk(fact);
            UUID handler = fact.handlerId();
            board.ask(handler == null ? all : all.handledBy(handler, all), meta, HANDED_OVER, fact);
        });
    }

    @Bean
    EventHandler<DeclarationPassed> declarationPassedNotice() {
        return on(DeclarationPassed.class, NAME, (fact, meta) -> {
            board.done(meta);
            board.ask(desk(fact), meta, TO_HANDLE_NEXT, fact);
            tellEnterprise(fact, meta, PASSED);
        });
    }

    @Bean
    EventHandler<DeclarationSentBack> declarationSentBackNotice() {
        return toEnterprise(DeclarationSentBack.class, SENT_BACK);
    }

    /** The department has it before it again. */
    @Bean
    EventHandler<DeclarationSupplemented> declarationSupplementedNotice() {
        return on(DeclarationSupplemented.class, NAME, (fact, meta) -> board.ask(desk(fact), meta, SUPPLEMENTED, fact));
    }

    @Bean
    EventHandler<DeclarationApproved> declarationApprovedNotice() {
        return toEnterprise(DeclarationApproved.class, APPROVED);
    }

    @Bean
    EventHandler<DeclarationRejected> declarationRejectedNotice() {
        return toEnterprise(DeclarationRejected.class, REJECTED);
    }

    @Bean
    EventHandler<DeclarationWithdrawn> declarationWithdrawnNotice() {
        return on(DeclarationWithdrawn.class, NAME, (fact, meta) -> {
            board.done(meta);
            board.tell(desk(fact), meta, WITHDRAWN, fact);
        });
    }

    /** Who took it on is warned and urged; that it is broken all hear who handle declarations there, and its heads. */
    @Bean
    EventHandler<DeclarationPromiseCalled> declarationPromiseNotice() {
        return on(
                DeclarationPromiseCalled.class,
                NAME,
                (fact, meta) -> PromiseNotices.tellDepartment(
                        board, HANDLE, PROMISES, OVERSEEN, new Called(fact.call(), fact.declarationId()), meta));
    }

    /** The step takes longer than was promised. */
    @Bean
    EventHandler<DeclarationPromiseExtended> declarationPromiseExtendedNotice() {
        return on(DeclarationPromiseExtended.class, NAME, (fact, meta) -> {
            DeclarationParties it = fact.parties();
            board.tell(
                    it.enterpriseId(), audience.enterprise(it.enterpriseId(), it.applicantId()), meta, EXTENDED, fact);
        });
    }

    /** What the department did: its officers are asked for it no more. */
    private <E extends DeclarationFact> EventHandler<E> toEnterprise(Class<E> type, NoticeKind<E> kind) {
        return on(type, NAME, (fact, meta) -> {
            board.done(meta);
            tellEnterprise(fact, meta, kind);
        });
    }

    private <E extends DeclarationFact> void tellEnterprise(E fact, EventMetadata meta, NoticeKind<E> kind) {
        DeclarationParties it = fact.parties();
        board.tell(it.enterpriseId(), audience.enterprise(it.enterpriseId(), it.applicantId()), meta, kind, fact);
    }

    private static Desk desk(DeclarationFact fact) {
        return Desk.of(fact.parties().institutionId(), HANDLE);
    }

    private static List<Variable<DeclarationFact>> parties() {
        return parties(DeclarationFact::parties);
    }

    private static <E> List<Variable<E>> parties(Function<E, DeclarationParties> of) {
        return List.of(
                Variable.<E>text(
                                "企业名称",
                                "申报的企业",
                                "示例精密机械有限公司",
                                it -> of.apply(it).enterpriseName())
                        .covered(Mask.ENTERPRISE_NAME),
                Variable.text("项目名称", "所申报的项目", "技术改造补助", it -> of.apply(it).projectTitle()),
                Variable.<E>text(
                                "申报编号",
                                "申报的编号",
                                "SB2026112800001",
                                it -> of.apply(it).number())
                        .required(),
                Variable.text("主管部门", "办理申报的部门", "区经济信息委", it -> of.apply(it).institutionName()),
                Variable.id("申报标识", "政策申报", it -> of.apply(it).declarationId()));
    }

    private static List<Variable<DeclarationPassed>> steps() {
        return List.of(
                Variable.text("环节", "已通过的环节", "初审", DeclarationPassed::step),
                Variable.text("下一环节", "接着办理的环节", "复审", DeclarationPassed::next));
    }

    private static <E> Variable<E> reason(Function<E, String> reason) {
        return Variable.<E>text("原因", "经办人员填写的原因", "预算明细不完整", reason::apply)
                .required()
                .covered(Mask.HIDDEN);
    }
}
