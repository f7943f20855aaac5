package cn.zhengqi.policy.redemption.ledger;

import cn.zhengqi.kernel.Ids;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the ledger; written once.
 *
 * @param applicationId whose money it is about; absent for what the project is given or gives back
 * @param batchId with which it was paid, or whose payment came back
 */
record LedgerEntry(
        UUID id,
        UUID projectId,
        @Nullable UUID applicationId,
        @Nullable UUID batchId,
        EntryKind kind,
        BigDecimal amount,
        @Nullable UUID actorId,
        String actor,
        @Nullable String note,
        Instant at) {

    static LedgerEntry ofProject(
            UUID project, EntryKind kind, BigDecimal amount, Booker by, @Nullable String note, Instant at) {
        return new LedgerEntry(Ids.next(), project, null, null, kind, amount, by.accountId(), by.name(), note, at);
    }

    static LedgerEntry ofApplication(Claim claim, EntryKind kind, @Nullable UUID batch, Booker by, Instant at) {
        return new LedgerEntry(
                Ids.next(),
                claim.projectId(),
                claim.applicationId(),
                batch,
                kind,
                claim.amount(),
                by.accountId(),
                by.name(),
                null,
                at);
    }
}
