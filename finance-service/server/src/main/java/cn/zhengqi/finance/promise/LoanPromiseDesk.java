package cn.zhengqi.finance.promise;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.finance.FinanceAction;
import cn.zhengqi.promise.PromiseBoard;
import cn.zhengqi.promise.PromiseKind;
import cn.zhengqi.promise.PromiseTerms;
import cn.zhengqi.promise.PromisedCase;
import cn.zhengqi.promise.PromisedTerm;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is done about promised dates, on record. */
@Service
@Transactional
class LoanPromiseDesk {

    private final AnswerKinds kinds;
    private final PromiseBoard board;
    private final PromiseTerms terms;
    private final AuditTrail audit;

    LoanPromiseDesk(AnswerKinds kinds, PromiseBoard board, PromiseTerms terms, AuditTrail audit) {
        this.kinds = kinds;
        this.board = board;
        this.terms = terms;
        this.audit = audit;
    }

    /** What goes on record of it. */
    record Urged(String caseNumber, String about) {}

    void urge(AnswerKind kind, UUID promise, DataScope scope, String supervisor) {
        PromisedCase urged = board.urge(kinds.of(kind), scope, promise, supervisor);
        audit.changed(
                kind == AnswerKind.DEMAND_ANSWER ? FinanceAction.DEMAND_URGED : FinanceAction.APPLICATION_URGED,
                urged.id(),
                urged.number() + " " + urged.about(),
                null,
                new Urged(urged.number(), urged.about()));
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
