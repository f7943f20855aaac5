package cn.zhengqi.policy.redemption.payment;

import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.policy.PolicyAction;
import cn.zhengqi.policy.PolicyProblem;
import cn.zhengqi.policy.redemption.application.Redemption;
import cn.zhengqi.policy.redemption.application.RedemptionMoves;
import cn.zhengqi.policy.redemption.application.RedemptionStatus;
import cn.zhengqi.policy.redemption.ledger.Booker;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Money that comes back after it was paid. Whoever tells or decides has the application locked, as whoever pays has. */
@Service
@Transactional
class Returns {

    /** Index by which a reference is of one payment of an institution. */
    private static final String REFERENCE_ONCE = "redemption_return_of_reference";

    private final ReturnMapper returns;
    private final BatchMapper batches;
    private final RedemptionMoves moves;
    private final AuditTrail audit;
    private final Clock clock;

    Returns(ReturnMapper returns, BatchMapper batches, RedemptionMoves moves, AuditTrail audit, Clock clock) {
        this.returns = returns;
        this.batches = batches;
        this.moves = moves;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param confirmer for whose pair of eyes they have to wait; null: any */
    Page<ReturnView> list(
            Set<UUID> institutions,
            @Nullable ReturnState state,
            @Nullable UUID application,
            @Nullable UUID confirmer,
            PageRequest page) {
        return Page.of(
                returns.of(institutions, state, application, confirmer, page).stream()
                        .map(ReturnView.Row::view)
                        .toList(),
                returns.countOf(institutions, state, application, confirmer),
                page);
    }

    /** @param confirmer for whose pair of eyes they have to wait; null: any */
    long countOpen(Set<UUID> institutions, @Nullable UUID confirmer) {
        return returns.countOf(institutions, ReturnState.OPEN, null, confirmer);
    }

    /** @throws ProblemException NOT_FOUND; STATE_CONFLICT unless it is paid; RETURN_OPEN_ALREADY, RETURN_REFERENCE_TAKEN */
    ReturnView tell(UUID application, String reference, String reason, Set<UUID> institutions, Booker by) {
        Redemption it = lock(application, institutions);
        if (it.status() != RedemptionStatus.PAID) {
            throw it.status().refuse("登记退回");
        }
        UUID batch = batches.paying(application).orElseThrow();
        ReturnedPayment told =
                ReturnedPayment.told(batch, it.claim(), it.institutionId(), reference, reason, by, now());
        try {
            returns.insert(told);
        } catch (DuplicateKeyException toldAlready) {
            // Where both are so it is the payment's own that is told first: its index is the older one.
            throw new ProblemException(
                    String.valueOf(toldAlready.getMessage()).contains(REFERENCE_ONCE)
                            ? PolicyProblem.RETURN_REFERENCE_TAKEN
                            : PolicyProblem.RETURN_OPEN_ALREADY);
        }
        ReturnView view = view(told.id());
        audit.changed(PolicyAction.RETURN_TOLD, told.id(), it.number(), null, view);
        return view;
    }

    /** It is not paid any more; its money waits to be paid again. @throws ProblemException NOT_FOUND, VERSION_CONFLICT, STATE_CONFLICT, TOLD_BY_YOURSELF */
    ReturnView confirm(UUID id, int version, Set<UUID> institutions, Booker by) {
        return decide(PolicyAction.RETURN_CONFIRMED, id, version, null, institutions, by);
    }

    /** It stays paid. @throws ProblemException NOT_FOUND, VERSION_CONFLICT, STATE_CONFLICT, TOLD_BY_YOURSELF */
    ReturnView refuse(UUID id, int version, String reason, Set<UUID> institutions, Booker by) {
        return decide(PolicyAction.RETURN_REFUSED, id, version, reason, institutions, by);
    }

    private ReturnView decide(
            PolicyAction action, UUID id, int version, @Nullable String words, Set<UUID> institutions, Booker by) {
        UUID application = returns.find(id).map(ReturnedPayment::applicationId).orElseThrow(Returns::notFound);
        Redemption about = lock(application, institutions);
        ReturnedPayment it = returns.find(id).orElseThrow(Returns::notFound).seenAs(version);
        ReturnView before = view(id);
        boolean confirmed = action == PolicyAction.RETURN_CONFIRMED;
        Instant now = now();
        it.decide(confirmed ? ReturnState.CONFIRMED : ReturnState.REFUSED, words, by, now);
        returns.update(it);
        if (confirmed) {
            if (batches.comeBack(it.batchId(), application) != 1) {
                throw ProblemException.versionConflict();
            }
            moves.returned(about, it.batchId(), it.inWords(), by, now);
        }
        ReturnView after = view(id);
        audit.changed(action, id, about.number(), before, after);
        return after;
    }

    private Redemption lock(UUID application, Set<UUID> institutions) {
        return moves.lock(application)
                .filter(it -> institutions.contains(it.institutionId()))
                .orElseThrow(Returns::notFound);
    }

    private ReturnView view(UUID id) {
        return returns.row(id).orElseThrow(Returns::notFound).view();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static ProblemException notFound() {
        return ProblemException.notFound("没有找到该支付");
    }
}
