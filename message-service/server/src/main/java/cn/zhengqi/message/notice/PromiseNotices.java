package cn.zhengqi.message.notice;

import static cn.zhengqi.events.EventHandler.on;

import cn.zhengqi.code.api.ClaimPromiseCalled;
import cn.zhengqi.events.EventHandler;
import cn.zhengqi.events.EventMetadata;
import cn.zhengqi.finance.api.LoanPromiseCalled;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.kernel.promise.ExtensionAnswer;
import cn.zhengqi.kernel.promise.PromiseCall;
import cn.zhengqi.kernel.promise.PromiseRung;
import cn.zhengqi.message.inbox.Task;
import cn.zhengqi.message.notice.PromiseKinds.Called;
import cn.zhengqi.message.template.NoticeGroup;
import cn.zhengqi.message.template.NoticeKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What is told of promised dates: a warning and an urging to those who work on the case, a broken one to them and their heads, and one that stays unanswered as
 * far up as the chain of its term says for that step: to the heads, to those who look after all of them, to the operators of the platform.
 */
@Configuration(proxyBeanMethods = false)
class PromiseNotices {

    private static final String NAME = "notices";

    /** Of finance-service. */
    private static final String HANDLE_APPLICATIONS = "finance.application.handle";

    private static final PromiseKinds LOANS = PromiseKinds.of(NoticeGroup.LOAN, "loan", "融资申请", "答复", "/applications/");

    private static final PromiseKinds CLAIMS = PromiseKinds.of(NoticeGroup.CODE, "code", "领码申请", "审核", "/claims/");

    static final List<NoticeKind<?>> KINDS =
            Stream.concat(LOANS.all().stream(), CLAIMS.all().stream()).toList();

    private static final String SUPERVISE_ANSWERS = "finance.promise.supervise";
    private static final Desk OVERSEERS = Desk.anywhere("finance.promise.oversee");

    /** Of policy-service. */
    private static final String SUPERVISE_DEPARTMENT = "policy.promise.supervise";

    private static final Desk OVERSEERS_OF_DEPARTMENTS = Desk.anywhere("policy.promise.oversee");

    /** Of enterprise-code-service. */
    private static final Desk REVIEWERS = Desk.anywhere("code.claim.review");

    private static final Desk HEADS_OF_REVIEWERS = Desk.anywhere("code.promise.supervise");

    private final Noticeboard board;

    PromiseNotices(Noticeboard board) {
        this.board = board;
    }

    @Bean
    EventHandler<LoanPromiseCalled> loanPromiseNotice() {
        return on(LoanPromiseCalled.class, NAME, (event, meta) -> {
            PromiseCall call = event.call();
            tellBank(board, HANDLE_APPLICATIONS, LOANS, new Called(call, call.caseId()), meta);
        });
    }

    @Bean
    EventHandler<ClaimPromiseCalled> claimPromiseNotice() {
        return on(ClaimPromiseCalled.class, NAME, (event, meta) -> {
            PromiseCall call = event.call();
            Called fact = new Called(call, call.caseId());
            Desk reviewers = REVIEWERS.reaching(ScopedResource.CLAIM, call.townCode());
            Desk heads = HEADS_OF_REVIEWERS.reaching(ScopedResource.CLAIM, call.townCode());
            switch (call.signal()) {
                case WARNED, URGED -> call(board, reviewers, CLAIMS, fact, meta);
                case BROKEN -> {
                    call(board, reviewers, CLAIMS, fact, meta);
                    call(board, upTo(heads, call), CLAIMS, fact, meta);
                }
                case ESCALATED -> call(board, upTo(heads, call), CLAIMS, fact, meta);
                case MOVED -> {
                    board.tell(reviewers, meta, CLAIMS.movedByCalendar(), fact);
                    board.tell(upTo(heads, call), meta, CLAIMS.movedByCalendar(), fact);
                }
                case ENDED -> over(board, call, meta);
                case EXTENSION_ASKED -> askForMoreTime(board, heads, CLAIMS, fact, meta);
                case EXTENSION_APPROVED, EXTENSION_REFUSED -> answer(board, reviewers, CLAIMS, fact, meta);
            }
        });
    }

    /** Heads above whom nobody stands but the operators: these are told at the step that names them, and before where there are no other heads. */
    static Desk upTo(Desk heads, PromiseCall call) {
        return rung(call) == PromiseRung.OPERATORS ? heads : heads.beforeOperators();
    }

    /** Who stands above the heads and is told at this step. */
    private static Optional<Desk> above(Desk overseers, PromiseCall call) {
        return switch (rung(call)) {
            case HEADS -> Optional.empty();
            case OVERSEERS -> Optional.of(overseers.beforeOperators());
            case OPERATORS -> Optional.of(overseers);
        };
    }

    /** Before it was told how far up a step goes, each went to everybody. */
    private static PromiseRung rung(PromiseCall call) {
        return call.level() == 0 ? PromiseRung.HEADS : Objects.requireNonNullElse(call.rung(), PromiseRung.OPERATORS);
    }

    /** Until the case is over, which nothing but its end says: a warning stays true when the case was handed over. */
    static void call(Noticeboard board, Desk desk, PromiseKinds kinds, Called fact, EventMetadata meta) {
        PromiseCall call = fact.call();
        board.ask(desk, meta, kinds.of(call.signal()), fact, new Task(call.promiseId(), 0));
    }

    static void over(Noticeboard board, PromiseCall call, EventMetadata meta) {
        board.done(Task.overForGood(call.promiseId()), meta);
        board.done(Task.overForGood(moreTime(call).caseId()), meta);
    }

    private static void askForMoreTime(
            Noticeboard board, Desk heads, PromiseKinds kinds, Called fact, EventMetadata meta) {
        board.ask(heads, meta, kinds.extensionAsked(), fact, moreTime(fact.call()));
    }

    /** Whoever decided, the others need not any more. */
    private static void answer(Noticeboard board, Desk all, PromiseKinds kinds, Called fact, EventMetadata meta) {
        PromiseCall call = fact.call();
        board.done(moreTime(call), meta);
        board.tell(whoAsked(all, call), meta, kinds.of(call.signal()), fact);
    }

    /** It may be asked again when it was refused, and the versions of a promise stand still while it is asked and answered: the moments order them. */
    private static Task moreTime(PromiseCall call) {
        return new Task(
                UUID.nameUUIDFromBytes((call.promiseId() + " more time").getBytes(StandardCharsets.UTF_8)),
                ChronoUnit.MICROS.between(Instant.EPOCH, call.at()));
    }

    /**
     * Where it lies at a branch, its people are called, and the heads of the bank from the first step of the chain on. For more time the heads of both are asked: who asks may be
     * the only head of the branch.
     *
     * @param handle what lets people of the bank work on it
     */
    static void tellBank(Noticeboard board, String handle, PromiseKinds kinds, Called fact, EventMetadata meta) {
        PromiseCall call = fact.call();
        UUID bank = Objects.requireNonNull(call.institutionId(), "a bank has to answer");
        Desk desk = Desk.ofBank(bank, call.branchId(), handle);
        Desk heads = Desk.ofBank(bank, call.branchId(), SUPERVISE_ANSWERS);
        switch (call.signal()) {
            case WARNED -> call(board, handlers(desk, call, heads), kinds, fact, meta);
            // Mostly it is the heads who urge: what an interface took up goes to whoever may work on it, not back to
            // them.
            case URGED -> call(board, handlers(desk, call, desk), kinds, fact, meta);
            case BROKEN -> {
                call(board, handlers(desk, call, heads), kinds, fact, meta);
                call(board, heads, kinds, fact, meta);
            }
            case ESCALATED -> {
                if (rung(call) == PromiseRung.HEADS) {
                    // A bank may have nobody who is its head: then this step would go to nobody.
                    call(board, handlers(desk, call, heads), kinds, fact, meta);
                }
                call(board, heads, kinds, fact, meta);
                headsOfItsBank(heads).ifPresent(it -> call(board, it, kinds, fact, meta));
                above(OVERSEERS, call).ifPresent(it -> call(board, it, kinds, fact, meta));
            }
            case MOVED -> {
                board.tell(handlers(desk, call, heads), meta, kinds.movedByCalendar(), fact);
                board.tell(heads, meta, kinds.movedByCalendar(), fact);
                headsOfItsBank(heads)
                        .filter(it -> call.level() > 0)
                        .ifPresent(it -> board.tell(it, meta, kinds.movedByCalendar(), fact));
                above(OVERSEERS, call).ifPresent(it -> board.tell(it, meta, kinds.movedByCalendar(), fact));
            }
            case ENDED -> over(board, call, meta);
            case EXTENSION_ASKED -> {
                askForMoreTime(board, heads, kinds, fact, meta);
                headsOfItsBank(heads).ifPresent(it -> askForMoreTime(board, it, kinds, fact, meta));
            }
            case EXTENSION_APPROVED, EXTENSION_REFUSED -> answer(board, desk, kinds, fact, meta);
        }
    }

    /**
     * A department may have nobody who is its head: then all who work there hear what is broken, and who oversees the departments is asked for more time.
     *
     * @param handle what lets people of the department work on it
     * @param overseen what overseers read in place of {@link PromiseKinds#escalated}
     */
    static void tellDepartment(
            Noticeboard board,
            String handle,
            PromiseKinds kinds,
            NoticeKind<Called> overseen,
            Called fact,
            EventMetadata meta) {
        PromiseCall call = fact.call();
        UUID institution = Objects.requireNonNull(call.institutionId(), "a department has to act");
        Desk desk = Desk.of(institution, handle);
        Desk heads = Desk.of(institution, SUPERVISE_DEPARTMENT);
        switch (call.signal()) {
            case WARNED, URGED -> call(board, handlers(desk, call, desk), kinds, fact, meta);
            case BROKEN -> {
                call(board, desk, kinds, fact, meta);
                call(board, heads, kinds, fact, meta);
            }
            case ESCALATED -> {
                call(board, desk, kinds, fact, meta);
                call(board, heads, kinds, fact, meta);
                above(OVERSEERS_OF_DEPARTMENTS, call)
                        .ifPresent(it -> board.ask(it, meta, overseen, fact, new Task(call.promiseId(), 0)));
            }
            case MOVED -> {
                board.tell(desk, meta, kinds.movedByCalendar(), fact);
                board.tell(heads, meta, kinds.movedByCalendar(), fact);
                above(OVERSEERS_OF_DEPARTMENTS, call)
                        .ifPresent(it -> board.tell(it, meta, kinds.movedByCalendar(), fact));
            }
            case ENDED -> over(board, call, meta);
            case EXTENSION_ASKED -> {
                askForMoreTime(board, heads, kinds, fact, meta);
                askForMoreTime(board, OVERSEERS_OF_DEPARTMENTS, kinds, fact, meta);
            }
            case EXTENSION_APPROVED, EXTENSION_REFUSED -> answer(board, desk, kinds, fact, meta);
        }
    }

    /** Where it lies at a branch. */
    private static Optional<Desk> headsOfItsBank(Desk heads) {
        return Optional.ofNullable(heads.ofItsBank());
    }

    /** Who asked for more time; where that one may work on it no more, all who may: the date is theirs now. */
    private static Desk whoAsked(Desk all, PromiseCall call) {
        ExtensionAnswer answer = Objects.requireNonNull(call.extension(), "what was answered is told with it");
        return all.handledBy(answer.askedBy(), all);
    }

    /** Who took it up, or the heads where that one may work on it no more; all of the bank who may, while nobody did. */
    private static Desk handlers(Desk all, PromiseCall call, Desk heads) {
        UUID handler = call.handlerId();
        return handler == null ? all : all.handledBy(handler, heads);
    }
}
