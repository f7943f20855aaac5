package cn.zhengqi.message.notice;

import static cn.zhengqi.events.EventHandler.on;

import cn.zhengqi.events.EventHandler;
import cn.zhengqi.events.EventMetadata;
import cn.zhengqi.kernel.promise.PromiseCall;
import cn.zhengqi.kernel.promise.PromiseSignal;
import cn.zhengqi.message.api.MessageKind;
import cn.zhengqi.message.audience.Audience;
import cn.zhengqi.message.inbox.Notice;
import cn.zhengqi.policy.api.DeclarationApproved;
import cn.zhengqi.policy.api.DeclarationFact;
import cn.zhengqi.policy.api.DeclarationParties;
import cn.zhengqi.policy.api.DeclarationPassed;
import cn.zhengqi.policy.api.DeclarationPromiseCalled;
import cn.zhengqi.policy.api.DeclarationRejected;
import cn.zhengqi.policy.api.DeclarationSentBack;
import cn.zhengqi.policy.api.DeclarationSubmitted;
import cn.zhengqi.policy.api.DeclarationSupplemented;
import cn.zhengqi.policy.api.DeclarationTakenOn;
import cn.zhengqi.policy.api.DeclarationWithdrawn;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is told of declarations: to the enterprise, and to those of the department who handle them, for whom the link is open. */
@Configuration(proxyBeanMethods = false)
class DeclarationNotices {

    private static final String NAME = "notices";

    /** Of policy-service. */
    private static final String HANDLE = "policy.declaration.handle";

    private final Noticeboard board;
    private final Audience audience;

    DeclarationNotices(Noticeboard board, Audience audience) {
        this.board = board;
        this.audience = audience;
    }

    @Bean
    EventHandler<DeclarationSubmitted> declarationSubmittedNotice() {
        return on(DeclarationSubmitted.class, NAME, (fact, meta) -> {
            DeclarationParties it = fact.parties();
            board.ask(
                    desk(it),
                    meta,
                    theirs(
                            it,
                            "新的政策申报待" + fact.step(),
                            it.enterpriseName() + "申报“" + it.projectTitle() + "”（" + it.number() + "），请及时办理"
                                    + Promised.by(fact.answerBy(), "，并于 %s前完成") + "。"));
            board.tell(
                    audience.enterprise(it.enterpriseId(), it.applicantId()),
                    meta,
                    mine(
                            it,
                            "政策申报已提交",
                            "“" + it.projectTitle() + "”的申报（" + it.number() + "）已送达" + it.institutionName() + "。"
                                    + Promised.by(fact.answerBy(), fact.step() + "将于 %s前完成。")));
        });
    }

    @Bean
    EventHandler<DeclarationTakenOn> declarationTakenOnNotice() {
        return on(DeclarationTakenOn.class, NAME, (fact, meta) -> board.done(meta));
    }

    @Bean
    EventHandler<DeclarationPassed> declarationPassedNotice() {
        return on(DeclarationPassed.class, NAME, (fact, meta) -> {
            DeclarationParties it = fact.parties();
            board.done(meta);
            board.ask(
                    desk(it),
                    meta,
                    theirs(
                            it,
                            "政策申报待" + fact.next(),
                            it.enterpriseName() + "的“" + it.projectTitle() + "”（" + it.number() + "）已通过" + fact.step()
                                    + "，请及时" + fact.next() + "。"));
            tellEnterprise(
                    it,
                    meta,
                    "政策申报已通过" + fact.step(),
                    "“" + it.projectTitle() + "”（" + it.number() + "）已通过" + fact.step() + "，下一环节：" + fact.next() + "（"
                            + it.institutionName() + "）。");
        });
    }

    @Bean
    EventHandler<DeclarationSentBack> declarationSentBackNotice() {
        return toEnterprise(
                DeclarationSentBack.class,
                "政策申报需要补正",
                fact -> "“" + fact.parties().projectTitle() + "”（"
                        + fact.parties().number() + "）被退回补正：" + fact.reason() + "。需补正："
                        + String.join("、", fact.marked()) + "。补正前办理时限暂停计算。");
    }

    /** The department has it before it again. */
    @Bean
    EventHandler<DeclarationSupplemented> declarationSupplementedNotice() {
        return on(DeclarationSupplemented.class, NAME, (fact, meta) -> {
            DeclarationParties it = fact.parties();
            board.ask(
                    desk(it),
                    meta,
                    theirs(
                            it,
                            "企业已补正政策申报",
                            it.enterpriseName() + "已补正“" + it.projectTitle() + "”（" + it.number() + "），请继续办理。"));
        });
    }

    @Bean
    EventHandler<DeclarationApproved> declarationApprovedNotice() {
        return toEnterprise(
                DeclarationApproved.class,
                "政策申报已批准",
                fact -> fact.parties().institutionName() + "已批准贵企业的“"
                        + fact.parties().projectTitle() + "”申报（"
                        + fact.parties().number() + "）。");
    }

    @Bean
    EventHandler<DeclarationRejected> declarationRejectedNotice() {
        return toEnterprise(
                DeclarationRejected.class,
                "政策申报被驳回",
                fact -> fact.parties().institutionName() + "驳回了“"
                        + fact.parties().projectTitle() + "”申报（"
                        + fact.parties().number() + "）。原因：" + fact.reason());
    }

    @Bean
    EventHandler<DeclarationWithdrawn> declarationWithdrawnNotice() {
        return on(DeclarationWithdrawn.class, NAME, (fact, meta) -> {
            DeclarationParties it = fact.parties();
            board.done(meta);
            board.tell(
                    desk(it),
                    meta,
                    theirs(
                            it,
                            "企业撤回了政策申报",
                            it.enterpriseName() + "撤回了“" + it.projectTitle() + "”申报（" + it.number() + "）。"));
        });
    }

    /** Who took it on is warned and urged; that it is broken all hear who handle declarations there: departments have no heads among the roles. */
    @Bean
    EventHandler<DeclarationPromiseCalled> declarationPromiseNotice() {
        return on(DeclarationPromiseCalled.class, NAME, (fact, meta) -> {
            PromiseCall call = fact.call();
            UUID institution = Objects.requireNonNull(call.institutionId(), "a department has to act");
            Desk all = Desk.of(institution, HANDLE);
            UUID handler = call.handlerId();
            boolean theirsAlone = call.signal() == PromiseSignal.WARNED || call.signal() == PromiseSignal.URGED;
            board.tell(
                    handler == null || !theirsAlone ? all : all.handledBy(handler, all),
                    meta,
                    PromiseNotices.notice(
                            MessageKind.POLICY, "政策申报", "办结", call, "/declarations/" + fact.declarationId()));
        });
    }

    /** What the department did: its officers are asked for it no more. */
    private <E extends DeclarationFact> EventHandler<E> toEnterprise(
            Class<E> type, String title, Function<E, String> body) {
        return on(type, NAME, (fact, meta) -> {
            board.done(meta);
            tellEnterprise(fact.parties(), meta, title, body.apply(fact));
        });
    }

    private void tellEnterprise(DeclarationParties it, EventMetadata meta, String title, String body) {
        board.tell(audience.enterprise(it.enterpriseId(), it.applicantId()), meta, mine(it, title, body));
    }

    private static Desk desk(DeclarationParties it) {
        return Desk.of(it.institutionId(), HANDLE);
    }

    private static Notice mine(DeclarationParties it, String title, String body) {
        return new Notice(MessageKind.POLICY, title, body, "/declarations/" + it.declarationId());
    }

    private static Notice theirs(DeclarationParties it, String title, String body) {
        return new Notice(MessageKind.POLICY, title, body, "/declarations/" + it.declarationId());
    }
}
