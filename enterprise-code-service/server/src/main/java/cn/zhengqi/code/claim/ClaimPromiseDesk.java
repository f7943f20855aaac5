package cn.zhengqi.code.claim;

import cn.zhengqi.code.CodeAction;
import cn.zhengqi.data.DataScope;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.promise.ExtensionDecision;
import cn.zhengqi.promise.ExtensionWish;
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
class ClaimPromiseDesk {

    private final PromiseKind kind;
    private final PromiseBoard board;
    private final PromiseTerms terms;
    private final PromiseExtensions extensions;
    private final ClaimMapper claims;
    private final AuditTrail audit;

    ClaimPromiseDesk(
            PromiseKind kind,
            PromiseBoard board,
            PromiseTerms terms,
            PromiseExtensions extensions,
            ClaimMapper claims,
            AuditTrail audit) {
        this.kind = kind;
        this.board = board;
        this.terms = terms;
        this.extensions = extensions;
        this.claims = claims;
        this.audit = audit;
    }

    /** What goes on record of it. */
    record Urged(String caseNumber, String about) {}

    void urge(UUID promise, DataScope scope, String supervisor) {
        PromisedCase urged = board.urge(kind, scope, promise, supervisor);
        audit.changed(
                CodeAction.CLAIM_URGED,
                urged.id(),
                urged.number() + " " + urged.about(),
                null,
                new Urged(urged.number(), urged.about()));
    }

    /** What goes on record of it. */
    private record MoreTime(String caseNumber, int workingDays, String reason) {}

    /** @throws ProblemException NOT_FOUND out of scope, and what {@link PromiseExtensions#ask} says */
    void askExtension(UUID id, DataScope scope, ExtensionWish wish, CurrentUser reviewer) {
        CodeClaim claim = claims.findWithin(id, scope).orElseThrow(() -> ProblemException.notFound("领码申请不存在"));
        extensions.ask(kind, id, wish.workingDays(), wish.reason(), reviewer);
        audit.changed(
                CodeAction.EXTENSION_ASKED,
                id,
                claim.getNumber() + " " + claim.getEnterpriseName(),
                null,
                new MoreTime(claim.getNumber(), wish.workingDays(), wish.reason()));
    }

    private record Extension(
            boolean approved,
            int workingDays,
            String reason,
            @Nullable String words) {}

    void decide(UUID promise, DataScope scope, ExtensionDecision decision, CurrentUser supervisor) {
        PromiseExtensions.Decided decided =
                extensions.decide(kind, scope, promise, decision.approved(), decision.words(), supervisor);
        audit.changed(
                CodeAction.EXTENSION_DECIDED,
                decided.about().id(),
                decided.about().number() + " " + decided.about().about(),
                null,
                new Extension(decision.approved(), decided.workingDays(), decided.reason(), decision.words()));
    }

    PromiseTerms.TermRow change(ClaimKind claims, PromisedTerm term, int version) {
        PromiseTerms.TermRow before = terms.of(kind, claims.name());
        PromiseTerms.TermRow after = terms.change(kind, claims.name(), term, version);
        audit.changed(
                CodeAction.REVIEW_TERM_CHANGED,
                UUID.nameUUIDFromBytes((kind.name() + claims.name()).getBytes(StandardCharsets.UTF_8)),
                claims.label(),
                before,
                after);
        return after;
    }
}
