package cn.zhengqi.message.notice;

import static cn.zhengqi.events.EventHandler.on;

import cn.zhengqi.code.api.ClaimPromiseCalled;
import cn.zhengqi.events.EventHandler;
import cn.zhengqi.events.EventMetadata;
import cn.zhengqi.finance.api.LoanPromiseCalled;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.kernel.promise.ExtensionAnswer;
import cn.zhengqi.kernel.promise.PromiseCall;
import cn.zhengqi.message.notice.PromiseKinds.Called;
import cn.zhengqi.message.template.NoticeGroup;
import cn.zhengqi.message.template.NoticeKind;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What is told of promised dates: a warning and an urging to those who work on the case, a broken one to them and their heads, and one that stays unanswered to
 * those who look after all of them.
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
    static final String SUPERVISE_DEPARTMENT = "policy.promise.supervise";

    static final Desk OVERSEERS_OF_DEPARTMENTS = Desk.anywhere("policy.promise.oversee");

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
            UUID bank = Objects.requireNonNull(call.institutionId(), "a bank has to answer");
            tellBank(
                    board,
                    Desk.of(bank, HANDLE_APPLICATIONS),
                    Desk.of(bank, SUPERVISE_ANSWERS),
                    OVERSEERS,
                    LOANS,
                    new Called(call, call.caseId()),
                    meta);
        });
    }

    @Bean
    EventHandler<ClaimPromiseCalled> claimPromiseNotice() {
        return on(ClaimPromiseCalled.class, NAME, (event, meta) -> {
            PromiseCall call = event.call();
            NoticeKind<Called> kind = CLAIMS.of(call.signal());
            Called fact = new Called(call, call.caseId());
            Desk reviewers = REVIEWERS.reaching(ScopedResource.CLAIM, call.townCode());
            Desk heads = HEADS_OF_REVIEWERS.reaching(ScopedResource.CLAIM, call.townCode());
            switch (call.signal()) {
                case WARNED, URGED -> board.tell(reviewers, meta, kind, fact);
                case BROKEN -> {
                    board.tell(reviewers, meta, kind, fact);
                    board.tell(heads, meta, kind, fact);
                }
                case ESCALATED, EXTENSION_ASKED -> board.tell(heads, meta, kind, fact);
                case EXTENSION_APPROVED, EXTENSION_REFUSED -> board.tell(whoAsked(reviewers, call), meta, kind, fact);
            }
        });
    }

    /** @param desk all of the bank who may work on it */
    static void tellBank(
            Noticeboard board,
            Desk desk,
            Desk heads,
            Desk overseers,
            PromiseKinds kinds,
            Called fact,
            EventMetadata meta) {
        PromiseCall call = fact.call();
        NoticeKind<Called> kind = kinds.of(call.signal());
        switch (call.signal()) {
            case WARNED, URGED -> board.tell(handlers(desk, call, heads), meta, kind, fact);
            case BROKEN -> {
                board.tell(handlers(desk, call, heads), meta, kind, fact);
                board.tell(heads, meta, kind, fact);
            }
            case ESCALATED -> {
                board.tell(heads, meta, kind, fact);
                board.tell(overseers, meta, kind, fact);
            }
            case EXTENSION_ASKED -> board.tell(heads, meta, kind, fact);
            case EXTENSION_APPROVED, EXTENSION_REFUSED -> board.tell(whoAsked(desk, call), meta, kind, fact);
        }
    }

    /**
     * A department may have nobody who is its head: then all who work there hear what is broken, and who oversees the departments is asked for more time.
     *
     * @param desk all of the department who may work on it
     * @param overseen what overseers read in place of {@link PromiseKinds#escalated}
     */
    static void tellDepartment(
            Noticeboard board,
            Desk desk,
            Desk heads,
            Desk overseers,
            PromiseKinds kinds,
            NoticeKind<Called> overseen,
            Called fact,
            EventMetadata meta) {
        PromiseCall call = fact.call();
        NoticeKind<Called> kind = kinds.of(call.signal());
        switch (call.signal()) {
            case WARNED, URGED -> board.tell(handlers(desk, call, desk), meta, kind, fact);
            case BROKEN -> {
                board.tell(desk, meta, kind, fact);
                board.tell(heads, meta, kind, fact);
            }
            case ESCALATED -> {
                board.tell(desk, meta, kind, fact);
                board.tell(heads, meta, kind, fact);
                board.tell(overseers, meta, overseen, fact);
            }
            case EXTENSION_ASKED -> {
                board.tell(heads, meta, kind, fact);
                board.tell(overseers, meta, kind, fact);
            }
            case EXTENSION_APPROVED, EXTENSION_REFUSED -> board.tell(whoAsked(desk, call), meta, kind, fact);
        }
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
