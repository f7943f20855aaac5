package cn.zhengqi.finance.promise;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.finance.FinanceAction;
import cn.zhengqi.promise.ExtensionDecision;
import cn.zhengqi.promise.PromiseBoard;
import cn.zhengqi.promise.PromiseExtensions;
import cn.zhengqi.promise.PromiseKind;
import cn.zhengqi.promise.PromiseTerms;
import cn.zhengqi.promise.PromisedCase;
import cn.zhengqi.promise.PromisedTerm;
import cn.zhengqi.web.CurrentUser;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is done about promised dates, on record. */
@Service
@Transactional
class LoanPromiseDesk {

    private final AnswerKinds kinds;
    private final PromiseBoard board;
    private final PromiseTerms terms;
    private final PromiseExtensions extensions;
    private final AuditTrail audit;

    LoanPromiseDesk(
            AnswerKinds kinds, PromiseBoard board, PromiseTerms terms, PromiseExtensions extensions, AuditTrail audit) {
        this.kinds = kinds;
        this.board = board;
        this.terms = terms;
        this.extensions = extensions;
        this.audit = audit;
    }

    /** What goes on record of it. */
    record Urged(String caseNumber, String about) {}

    void urge(AnswerKind kind, UUID promise, DataScope scope, String supervisor) {
        PromisedCase urged = board.urge(kinds.of(kind), scope, promise, supervisor);
        audit.changed(
                switch (kind) {
                    case BANK_ANSWER -> FinanceAction.APPLICATION_URGED;
                    case DEMAND_ANSWER -> FinanceAction.DEMAND_URGED;
                    case COORDINATION_ANSWER -> FinanceAction.COORDINATION_URGED;
                },
                urged.id(),
                urged.number() + " " + urged.about(),
                null,
                new Urged(urged.number(), urged.about()));
    }

    /** What goes on record of it. */
    private record Extension(
            boolean approved,
            int workingDays,
            String reason,
            @Nullable String words) {}

    void decide(AnswerKind kind, UUID promise, DataScope scope, ExtensionDecision decision, CurrentUser supervisor) {
        PromiseExtensions.Decided decided =
                extensions.decide(kinds.of(kind), scope, promise, decision.approved(), decision.words(), supervisor);
        audit.changed(
                FinanceAction.EXTENSION_DECIDED,
                decided.about().id(),
                decided.about().number() + " " + decided.about().about(),
                null,
                new Extension(decision.approved(), decided.workingDays(), decided.reason(), decision.words()));
    }

    PromiseTerms.TermRow change(AnswerClass cases, PromisedTerm term, int version) {
        PromiseKind kind = kinds.of(cases.kind());
        PromiseTerms.TermRow before = terms.of(kind, cases.name());
        PromiseTerms.TermRow after = terms.change(kind, cases.name(), term, version);
        audit.changed(
                FinanceAction.ANSWER_TERM_CHANGED,
                UUID.nameUUIDFromBytes((kind.name() + cases.name()).getBytes(StandardCharsets.UTF_8)),
                cases.label(),
                before,
                after);
        return after;
    }
}
