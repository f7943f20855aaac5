package cn.zhengqi.policy.redemption.application;

import cn.zhengqi.policy.api.RedemptionFact;
import cn.zhengqi.policy.redemption.ledger.EntryKind;
import org.jspecify.annotations.Nullable;

/**
 * A change of state that was allowed, with what has to be stored in the same transaction.
 *
 * @param fact as it is told to the other services; absent for what is nobody else's business
 * @param booked what becomes of its money; absent where nothing does
 */
record Moved(
        RedemptionEvent event,
        @Nullable RedemptionFact fact,
        @Nullable EntryKind booked) {

    static Moved of(RedemptionEvent event, RedemptionFact fact) {
        return new Moved(event, fact, null);
    }

    static Moved silent(RedemptionEvent event) {
        return new Moved(event, null, null);
    }

    Moved booking(@Nullable EntryKind kind) {
        return new Moved(event, fact, kind);
    }
}
