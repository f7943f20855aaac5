package cn.zhengqi.policy.redemption.application;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.policy.redemption.ledger.Booker;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the timeline; written once, never changed.
 *
 * @param actorId absent where the system did it
 * @param fileIds files that were handed in at that moment
 * @param basis the figure that was claimed at that moment, where the rule goes by one
 * @param statement what was said of it then; absent where nothing was handed in, and where that was not kept yet
 * @param account to which it was to be paid, covered
 */
record RedemptionEvent(
        UUID id,
        UUID applicationId,
        Instant at,
        RedemptionEventKind kind,
        @Nullable UUID actorId,
        String actor,
        @Nullable String note,
        List<String> fileIds,
        @Nullable BigDecimal basis,
        @Nullable String statement,
        @Nullable String account) {

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
        return new RedemptionEvent(
                Ids.next(), application, at, kind, actor.accountId(), actor.name(), note, files, null, null, null);
    }

    /** With what is claimed, which another claim may take the place of. */
    RedemptionEvent stating(@Nullable BigDecimal figure, String words, @Nullable Account to) {
        return new RedemptionEvent(
                id,
                applicationId,
                at,
                kind,
                actorId,
                actor,
                note,
                fileIds,
                figure,
                words,
                to == null ? null : to.inWords());
    }
}
