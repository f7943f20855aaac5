package cn.zhengqi.policy.redemption.application;

import cn.zhengqi.events.Outbox;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.Yuan;
import cn.zhengqi.policy.PolicyAction;
import cn.zhengqi.policy.PolicyProblem;
import cn.zhengqi.policy.api.RedemptionFact;
import cn.zhengqi.policy.redemption.application.RedemptionDetail.ReceivingAccount;
import cn.zhengqi.policy.redemption.ledger.Booker;
import cn.zhengqi.policy.redemption.ledger.Ledger;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the notice and the payment do to applications, each of which its caller has locked; and how any move is stored: the application before its money, which is the
 * order in which everybody locks.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class RedemptionMoves {

    private final RedemptionMapper redemptions;
    private final RedemptionPromise promise;
    private final Ledger ledger;
    private final Outbox outbox;
    private final AuditTrail audit;

    RedemptionMoves(
            RedemptionMapper redemptions, RedemptionPromise promise, Ledger ledger, Outbox outbox, AuditTrail audit) {
        this.redemptions = redemptions;
        this.promise = promise;
        this.ledger = ledger;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** Until the end of the transaction nobody else moves it. */
    public Optional<Redemption> lock(UUID id) {
        return redemptions.lock(List.of(id)).stream().findFirst();
    }

    /** Those of them that there are, in the order of their ids. */
    public List<Redemption> lock(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : redemptions.lock(ids);
    }

    /** As they stand, while others may move them. */
    public List<Redemption> seen(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : redemptions.all(ids);
    }

    /** The days of its notice are arranged by now. */
    public void noticeUntil(Redemption it, LocalDate day) {
        it.noticeUntil(day);
        redemptions.update(it);
    }

    /** Its notice is over and nobody objects any more. */
    public void approve(Redemption it, Instant at) {
        store(PolicyAction.REDEMPTION_APPROVED, it, view(it), it.approve(Booker.SYSTEM, at), Booker.SYSTEM, at);
    }

    /** @throws ProblemException STATE_CONFLICT once it is approved */
    public void reject(Redemption it, String words, Booker officer, Instant at) {
        RedemptionView before = view(it);
        promise.keep(it, at);
        store(PolicyAction.REDEMPTION_REJECTED, it, before, it.reject(words, officer, at), officer, at);
    }

    /** @throws ProblemException STATE_CONFLICT unless it waits to be paid */
    public RedemptionView end(Redemption it, String words, Booker officer, Instant at) {
        store(PolicyAction.REDEMPTION_ENDED, it, view(it), it.end(words, officer, at), officer, at);
        return view(it);
    }

    public void startPaying(Redemption it, String batch, Booker by, Instant at) {
        store(it, it.startPaying(batch, by, at), by, at);
    }

    public void stopPaying(Redemption it, String batch, Booker by, Instant at) {
        store(it, it.stopPaying(batch, by, at), by, at);
    }

    public void paid(Redemption it, UUID batch, String reference, Booker by, Instant at) {
        store(it, it.paid(reference, by, at), by, at);
        ledger.pay(it.claim(), batch, by, at);
    }

    public void payFailed(Redemption it, String words, Booker by, Instant at) {
        store(it, it.payFailed(words, by, at), by, at);
    }

    /** What was paid with a batch came back. @throws ProblemException STATE_CONFLICT unless it is paid */
    public void returned(Redemption it, UUID batch, String words, Booker by, Instant at) {
        store(PolicyAction.REDEMPTION_RETURNED, it, view(it), it.returned(words, by, at), by, at);
        ledger.returned(it.claim(), batch, by, at);
    }

    void store(PolicyAction action, Redemption it, RedemptionView before, Moved moved, Booker by, Instant at) {
        store(it, moved, by, at);
        recorded(action, before, it);
    }

    /** Without a record of its own: who moves a batch is on record with the batch. */
    private void store(Redemption it, Moved moved, Booker by, Instant at) {
        redemptions.update(it);
        tell(it, moved, by, at);
    }

    /** On record is which account was there and which is now, covered as the field rules say. */
    void accountChanged(Redemption it, @Nullable ReceivingAccount before, Moved moved, Booker by, Instant at) {
        store(it, moved, by, at);
        audit.changed(
                PolicyAction.REDEMPTION_ACCOUNT_CHANGED,
                it.id(),
                it.number() + " " + it.enterpriseName(),
                before,
                ReceivingAccount.of(it));
    }

    /** Nothing became of it, but somebody is told. */
    void told(Redemption it, RedemptionFact fact, Instant at) {
        outbox.publish(fact, it.version(), at);
    }

    /** What begins together is reserved together: before anything is booked the first for which nothing would be left is named. @throws ProblemException BUDGET_EXHAUSTED */
    void mustHaveRoom(UUID project, List<Redemption> begun) {
        BigDecimal free = ledger.free(project);
        BigDecimal taken = BigDecimal.ZERO;
        for (Redemption it : begun) {
            taken = taken.add(it.claim().amount());
            if (taken.compareTo(free) > 0) {
                throw new ProblemException(
                        PolicyProblem.BUDGET_EXHAUSTED,
                        "该项目可用预算为 " + Yuan.format(free) + "，列到“" + it.enterpriseName() + "”时不足（名单共 " + begun.size()
                                + " 家，合计 " + Yuan.format(sum(begun)) + "）");
            }
        }
    }

    private static BigDecimal sum(List<Redemption> begun) {
        return begun.stream().map(it -> it.claim().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    void begun(PolicyAction action, Redemption it, Moved moved, Booker by, Instant at) {
        tell(it, moved, by, at);
        recorded(action, null, it);
    }

    private void tell(Redemption it, Moved moved, Booker by, Instant at) {
        redemptions.insertEvent(moved.event());
        if (moved.booked() != null) {
            ledger.book(moved.booked(), it.claim(), by, at);
        }
        if (moved.fact() != null) {
            outbox.publish(moved.fact(), it.version(), at);
        }
    }

    private void recorded(PolicyAction action, @Nullable RedemptionView before, Redemption it) {
        audit.changed(action, it.id(), it.number() + " " + it.enterpriseName(), before, view(it));
    }

    static RedemptionView view(Redemption it) {
        return RedemptionView.of(it, null, null);
    }
}
