package cn.zhengqi.policy.redemption.ledger;

import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.Yuan;
import cn.zhengqi.policy.PolicyProblem;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Books what happens to money, in the transaction of what it happens for. Whether it may happen the database decides: here it is asked first, so that whoever is
 * refused is told why. In a transaction applications are locked before budgets.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Ledger {

    /** As the columns hold it, in yuan. */
    private static final BigDecimal MOST = new BigDecimal("999999999999.99");

    private final LedgerMapper ledger;

    Ledger(LedgerMapper ledger) {
        this.ledger = ledger;
    }

    public Budget of(UUID project) {
        return ledger.of(List.of(project)).getFirst();
    }

    public Map<UUID, Budget> of(Collection<UUID> projects) {
        return projects.isEmpty()
                ? Map.of()
                : ledger.of(projects).stream().collect(Collectors.toMap(Budget::projectId, Function.identity()));
    }

    public Page<LedgerLine> entries(UUID project, PageRequest page) {
        return Page.of(
                ledger.entries(project, page).stream().map(LedgerLine::of).toList(), ledger.count(project), page);
    }

    /** @throws ProblemException VALIDATION_FAILED for more than a ledger can hold */
    public void allocate(UUID project, BigDecimal amount, Booker by, @Nullable String note, Instant at) {
        if (ledger.lock(project).allocated().add(amount).compareTo(MOST) > 0) {
            throw ProblemException.validation("amount", "RANGE", "一个项目的预算累计不能超过 " + Yuan.format(MOST));
        }
        ledger.add(LedgerEntry.ofProject(project, EntryKind.ALLOCATE, amount, by, note, at));
    }

    /** @throws ProblemException BUDGET_EXHAUSTED for what is bound already */
    public void giveBack(UUID project, BigDecimal amount, Booker by, @Nullable String note, Instant at) {
        mustBeFree(project, amount, "交回");
        ledger.add(LedgerEntry.ofProject(project, EntryKind.RETURN, amount, by, note, at));
    }

    /**
     * What becomes of an application's money, except that it is paid.
     *
     * @throws ProblemException BUDGET_EXHAUSTED where it cannot be reserved
     */
    public void book(EntryKind kind, Claim claim, Booker by, Instant at) {
        if (kind == EntryKind.RESERVE) {
            mustBeFree(claim.projectId(), claim.amount(), "预留");
        }
        ledger.add(LedgerEntry.ofApplication(claim, kind, null, by, at));
    }

    /** What can still be reserved; until the end of the transaction nobody else takes from it. */
    public BigDecimal free(UUID project) {
        return ledger.lock(project).free();
    }

    private void mustBeFree(UUID project, BigDecimal amount, String action) {
        BigDecimal free = free(project);
        if (free.compareTo(amount) < 0) {
            throw new ProblemException(
                    PolicyProblem.BUDGET_EXHAUSTED,
                    "该项目可用预算为 " + Yuan.format(free) + "，不足以" + action + " " + Yuan.format(amount));
        }
    }

    /** The treasury paid it with a batch. */
    public void pay(Claim claim, UUID batch, Booker by, Instant at) {
        ledger.add(LedgerEntry.ofApplication(claim, EntryKind.PAY, batch, by, at));
    }

    /** What was paid with a batch came back. */
    public void returned(Claim claim, UUID batch, Booker by, Instant at) {
        ledger.add(LedgerEntry.ofApplication(claim, EntryKind.RETURNED, batch, by, at));
    }
}
