package cn.zhengqi.ops.evaluation;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.ops.OpsAction;
import cn.zhengqi.promise.PromiseBoard;
import cn.zhengqi.promise.PromiseKind;
import cn.zhengqi.promise.PromiseTerms;
import cn.zhengqi.promise.PromisedCase;
import cn.zhengqi.promise.PromisedTerm;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is done about promised call-backs, on record. */
@Service
@Transactional
class CallBackDesk {

    private final PromiseKind kind;
    private final PromiseBoard board;
    private final PromiseTerms terms;
    private final AuditTrail audit;

    CallBackDesk(PromiseKind kind, PromiseBoard board, PromiseTerms terms, AuditTrail audit) {
        this.kind = kind;
        this.board = board;
        this.terms = terms;
        this.audit = audit;
    }

    /** What goes on record of it. */
    record Urged(String caseNumber, String about) {}

    void urge(UUID promise, DataScope scope, String supervisor) {
        PromisedCase urged = board.urge(kind, scope, promise, supervisor);
        audit.changed(
                OpsAction.EVALUATION_URGED,
                urged.id(),
                urged.number() + " " + urged.about(),
                null,
                new Urged(urged.number(), urged.about()));
    }

    PromiseTerms.TermRow change(CallBackClass cases, PromisedTerm term, int version) {
        PromiseTerms.TermRow before = terms.of(kind, cases.name());
        PromiseTerms.TermRow after = terms.change(kind, cases.name(), term, version);
        audit.changed(
                OpsAction.CALL_BACK_TERM_CHANGED,
                UUID.nameUUIDFromBytes((kind.name() + cases.name()).getBytes(StandardCharsets.UTF_8)),
                cases.label(),
                before,
                after);
        return after;
    }
}
