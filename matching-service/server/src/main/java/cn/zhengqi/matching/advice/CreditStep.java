package cn.zhengqi.matching.advice;

import cn.zhengqi.matching.api.criteria.Clause;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that raises an estimate, with the figures of the estimate before and after. It is no promise: the bank decides.
 *
 * @param detail how far it is, or what follows from what
 * @param clause the words of the product that it rests on
 * @param facts what it is about
 * @param before absent where the product has no published limit
 * @param after absent as before
 * @param otherwise the estimate if it turns out the other way; only where a fact is to be filled in
 * @param raisesWan 万元: by how much the end rises that rises more; absent where no limit is published
 */
public record CreditStep(
        Kind kind,
        String what,
        @Nullable String detail,
        Clause clause,
        List<ChangingFact> facts,
        @Nullable AmountRange before,
        @Nullable AmountRange after,
        @Nullable AmountRange otherwise,
        @Nullable BigDecimal raisesWan) {

    /** In the order of how easy they are. */
    public enum Kind {
        /** A balance that is not known is filled in. */
        FILL_BALANCE,
        /** What decides a lower limit is filled in. */
        FILL_LIMIT,
        /** Loans are paid back. */
        REPAY,
        /** The one condition that fails is met. */
        MEET,
        /** A lower limit does not hold any more. */
        LIFT
    }

    /**
     * What opens the product first, for without it nothing else raises anything; then most first; of those that raise as much the
     * easiest, and what others have to change last.
     */
    static final Comparator<CreditStep> BEST_FIRST = Comparator.comparing((CreditStep step) -> step.kind != Kind.MEET)
            .thenComparing(CreditStep::raisesWan, Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(step -> !step.ofOwn())
            .thenComparing(CreditStep::kind);

    private boolean ofOwn() {
        return facts.stream().allMatch(fact -> fact.changedBy() == ChangingFact.ChangedBy.SELF);
    }
}
