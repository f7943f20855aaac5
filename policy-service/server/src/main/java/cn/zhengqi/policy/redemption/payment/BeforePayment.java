package cn.zhengqi.policy.redemption.payment;

import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.policy.PolicyAction;
import cn.zhengqi.policy.redemption.application.Redemption;
import cn.zhengqi.policy.redemption.application.RedemptionMoves;
import cn.zhengqi.policy.redemption.application.RedemptionStatus;
import cn.zhengqi.policy.redemption.application.RedemptionView;
import cn.zhengqi.policy.redemption.check.PaymentCheckView;
import cn.zhengqi.policy.redemption.check.PaymentChecks;
import cn.zhengqi.policy.redemption.ledger.Booker;
import cn.zhengqi.policy.redemption.project.RedemptionKind;
import cn.zhengqi.web.CurrentUser;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is decided of an application between its approval and its payment. A batch that it is in is locked before it is, so that nobody approves that in this moment. */
@Service
@Transactional
class BeforePayment {

    private final BatchMapper batches;
    private final RedemptionMoves moves;
    private final PaymentChecks checks;
    private final AuditTrail audit;
    private final Clock clock;

    BeforePayment(BatchMapper batches, RedemptionMoves moves, PaymentChecks checks, AuditTrail audit, Clock clock) {
        this.batches = batches;
        this.moves = moves;
        this.checks = checks;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What is found while the treasury has it, nobody could act on.
     *
     * @throws ProblemException NOT_FOUND also for one of another department; STATE_CONFLICT unless it was found by the conditions alone, and waits to be paid, in no
     *     batch that the treasury has
     */
    Redemption toCheck(UUID id, Set<UUID> institutions) {
        Redemption it = mustWait("核对", own(moves.seen(List.of(id)), institutions));
        if (it.kind() != RedemptionKind.EXEMPT) {
            throw new ProblemException(CommonProblem.STATE_CONFLICT, "该申请由部门审核后核定，支付前不再自动核对条件");
        }
        batches.pending(id).flatMap(batches::find).ifPresent(batch -> batch.mustNotBeGone("核对"));
        return it;
    }

    /** What the last check found, once it is kept. @throws ProblemException NOT_FOUND */
    PaymentCheckView checked(UUID id, Set<UUID> institutions) {
        Redemption it = own(moves.seen(List.of(id)), institutions);
        PaymentCheckView found =
                Optional.ofNullable(checks.of(List.of(id)).get(id)).orElseThrow(BeforePayment::notFound);
        audit.changed(PolicyAction.REDEMPTION_CHECKED, id, named(it), null, found);
        return found;
    }

    /**
     * It is paid though it does not fit any more. Who approves its batch looks at it again.
     *
     * @param check the result that was decided over
     * @throws ProblemException NOT_FOUND; STATE_CONFLICT unless it waits to be paid, in no batch that somebody approved, or where there is nothing to decide;
     *     VERSION_CONFLICT where another result was found since
     */
    PaymentCheckView keep(UUID id, UUID check, String reason, Set<UUID> institutions, CurrentUser officer) {
        Held held = hold(id, institutions, "决定仍予支付");
        mustWait("决定仍予支付", held.application());
        PaymentCheckView kept = checks.keep(id, named(held.application()), check, reason, officer);
        if (held.batch() != null) {
            batches.update(held.batch());
        }
        return kept;
    }

    /**
     * It is not paid at all; out of a batch that nobody has approved it is taken.
     *
     * @throws ProblemException NOT_FOUND, VERSION_CONFLICT; STATE_CONFLICT unless it waits to be paid, in no batch that somebody approved
     */
    RedemptionView end(UUID id, int version, String reason, Set<UUID> institutions, CurrentUser officer) {
        Held held = hold(id, institutions, "终止");
        Redemption it = held.application().seenAs(version);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Booker by = Booker.of(officer);
        if (held.batch() != null) {
            takeOut(held.batch(), it, reason.strip(), by, now);
        }
        return moves.end(it, reason, by, now);
    }

    private void takeOut(PaymentBatch batch, Redemption it, String reason, Booker by, Instant at) {
        BatchView before = BatchView.of(batch);
        PaymentOutcome outcome = batch.remove(it.claim().amount());
        batches.update(batch);
        if (batches.end(batch.id(), it.id(), outcome, null, reason) != 1) {
            throw ProblemException.versionConflict();
        }
        moves.stopPaying(it, batch.number(), by, at);
        audit.changed(PolicyAction.BATCH_REDUCED, batch.id(), batch.number(), before, BatchView.of(batch));
    }

    /** @param batch that it is in, and that nobody has approved; absent where it is in none */
    private record Held(Redemption application, @Nullable PaymentBatch batch) {}

    private Held hold(UUID id, Set<UUID> institutions, String action) {
        own(moves.seen(List.of(id)), institutions);
        Optional<PaymentBatch> batch = batches.pending(id).flatMap(batches::lock);
        Redemption it = own(moves.lock(List.of(id)), institutions);
        Optional<UUID> now = batches.pending(id);
        if (!now.equals(batch.map(PaymentBatch::id))) {
            // Between the two it was put into a batch, or taken out of one.
            throw ProblemException.versionConflict();
        }
        batch.ifPresent(found -> found.mustBeOpen(action));
        return new Held(it, batch.orElse(null));
    }

    private static Redemption own(List<Redemption> found, Set<UUID> institutions) {
        return found.stream()
                .filter(it -> institutions.contains(it.institutionId()))
                .findFirst()
                .orElseThrow(BeforePayment::notFound);
    }

    private static Redemption mustWait(String action, Redemption it) {
        if (it.status() != RedemptionStatus.APPROVED && it.status() != RedemptionStatus.PAYING) {
            throw it.status().refuse(action);
        }
        return it;
    }

    private static String named(Redemption it) {
        return it.number() + " " + it.enterpriseName();
    }

    private static ProblemException notFound() {
        return ProblemException.notFound("没有找到该兑付申请");
    }
}
