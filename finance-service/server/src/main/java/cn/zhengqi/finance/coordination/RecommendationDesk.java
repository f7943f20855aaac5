package cn.zhengqi.finance.coordination;

import cn.zhengqi.events.Outbox;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.finance.FinanceAction;
import cn.zhengqi.finance.FinanceProblem;
import cn.zhengqi.finance.api.RecommendationAnswered;
import cn.zhengqi.finance.application.RefusalReason;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.promise.ExtensionWish;
import cn.zhengqi.promise.PromiseExtensions;
import cn.zhengqi.web.CurrentUser;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What banks answer to recommendations. The case's row is locked first, as by {@link CoordinationDesk}; with the last answer the case ends. */
@Service
@Transactional
class RecommendationDesk {

    private final CoordinationCaseMapper cases;
    private final RecommendationMapper recommendations;
    private final PromisedRecommendation promised;
    private final PromiseExtensions extensions;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    RecommendationDesk(
            CoordinationCaseMapper cases,
            RecommendationMapper recommendations,
            PromisedRecommendation promised,
            PromiseExtensions extensions,
            Outbox outbox,
            AuditTrail audit,
            Clock clock) {
        this.cases = cases;
        this.recommendations = recommendations;
        this.promised = promised;
        this.extensions = extensions;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws ProblemException NOT_FOUND for another bank's, VERSION_CONFLICT, STATE_CONFLICT, GRANT_OUT_OF_RANGE, RATE_OUT_OF_RANGE */
    RecommendationView grant(
            UUID id,
            int version,
            Set<UUID> own,
            BigDecimal amount,
            BigDecimal rate,
            int termMonths,
            @Nullable String words,
            Officer officer) {
        return answer(
                id, version, own, officer, (it, of, at) -> it.grant(amount, rate, termMonths, words, officer, of, at));
    }

    /** @throws ProblemException NOT_FOUND for another bank's, REFUSAL_REASON_UNKNOWN, VERSION_CONFLICT, STATE_CONFLICT */
    RecommendationView refuse(UUID id, int version, Set<UUID> own, String reasonCode, String words, Officer officer) {
        RefusalReason reason = recommendations
                .refusalReason(reasonCode)
                .orElseThrow(() -> new ProblemException(FinanceProblem.REFUSAL_REASON_UNKNOWN));
        return answer(id, version, own, officer, (it, of, at) -> it.refuse(reason, words, officer, of, at));
    }

    /** @throws ProblemException NOT_FOUND for another bank's, VERSION_CONFLICT, STATE_CONFLICT */
    RecommendationView serve(UUID id, int version, Set<UUID> own, String words, Officer officer) {
        return answer(id, version, own, officer, (it, of, at) -> it.serve(words, officer, of, at));
    }

    /** What a bank decides. */
    interface Deciding {

        RecommendationAnswered decide(Recommendation it, CoordinationCase of, Instant at);
    }

    private RecommendationView answer(UUID id, int version, Set<UUID> own, Officer officer, Deciding how) {
        CoordinationCase of = lockedOf(id, own);
        return answer(
                fresh(id).seenAs(version), of, officer, how, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /** The same of one whose case is locked, at another time. */
    RecommendationView answer(Recommendation it, CoordinationCase of, Officer officer, Deciding how, Instant at) {
        AnswerView before = AnswerView.of(it, null);
        RecommendationAnswered answered = how.decide(it, of, at);
        recommendations.update(it);
        promised.answered(it, officer.accountId(), at);
        outbox.publish(answered, it.version(), at);
        List<Recommendation> all = recommendations.ofCase(of.id());
        if (all.stream().noneMatch(one -> one.status() == RecommendationStatus.PENDING)) {
            of.answered(at);
            cases.update(of);
            outbox.publish(of.ended(all, at), of.version(), at);
        }
        audit.changed(
                FinanceAction.COORDINATION_ANSWERED,
                it.id(),
                it.number() + " " + it.bankName(),
                before,
                AnswerView.of(it, null));
        return RecommendationView.of(of, AnswerView.of(it, promised.of(it)));
    }

    /** What goes on record of it. */
    private record MoreTime(String caseNumber, int workingDays, String reason) {}

    /** Asks for more time; the recommendation stays as it is. @throws ProblemException NOT_FOUND for another bank's, and what {@link PromiseExtensions#ask} says */
    void askExtension(UUID id, Set<UUID> own, ExtensionWish wish, CurrentUser officer) {
        lockedOf(id, own);
        Recommendation it = fresh(id);
        extensions.ask(promised.kind(), id, wish.workingDays(), wish.reason(), officer);
        audit.changed(
                FinanceAction.EXTENSION_ASKED,
                id,
                it.number() + " " + it.bankName(),
                null,
                new MoreTime(it.number(), wish.workingDays(), wish.reason()));
    }

    /** Nobody answers for a bank that they do not work for, however far they read. */
    private CoordinationCase lockedOf(UUID id, Set<UUID> own) {
        return recommendations
                .find(id)
                .filter(it -> own.contains(it.bankId()))
                .flatMap(it -> cases.lock(it.caseId()))
                .orElseThrow(CoordinationLists::noRecommendation);
    }

    /** As it is now that its case is locked. */
    private Recommendation fresh(UUID id) {
        return recommendations.find(id).orElseThrow(CoordinationLists::noRecommendation);
    }
}
