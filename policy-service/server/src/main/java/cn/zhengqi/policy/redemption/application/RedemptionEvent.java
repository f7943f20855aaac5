package cn.zhengqi.policy.redemption.application;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.policy.redemption.ledger.Booker;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the timeline; written once, never changed.
 *
 * @param actorId absent where the system did it
 * @param fileIds files that were handed in at that moment
 */
record RedemptionEvent(
        UUID id,
        UUID applicationId,
        Instant at,
        RedemptionEventKind kind,
        @Nullable UUID actorId,
        String actor,
        @Nullable String note,
        List<String> fileIds) {

    /** What time alone did is done by nobody, whatever it is. */
    boolean byEnterprise() {
        return actorId != null && kind.byEnterprise();
    }

    static RedemptionEvent of(
            UUID application,
            RedemptionEventKind kind,
            Booker actor,
            @Nullable String note,
            List<String> files,
            Instant at) {
        return new RedemptionEvent(Ids.next(), application, at, kind, actor.accountId(), actor.name(), note, files);
    }
}
