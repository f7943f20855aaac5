package cn.zhengqi.policy.redemption.ledger;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.policy.PolicyFields;
import cn.zhengqi.policy.PolicyPermissions;
import cn.zhengqi.web.Sensitive;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the ledger as it is shown, with the application that it is about.
 *
 * @param batchId with which it was paid
 * @param actor who booked it at the department; 系统
 * @param applicant who of the enterprise gave up what was held for it
 * @param note by which document, where the budget itself was changed
 */
public record LedgerLine(
        UUID id,
        EntryKind kind,
        String label,
        BigDecimal amount,
        @Nullable UUID applicationId,
        @Nullable String applicationNumber,
        @Nullable String enterpriseName,
        @Nullable UUID batchId,
        @Nullable String actor,

        @Sensitive(
                mask = Mask.NAME,
                plainFor = {PolicyPermissions.HANDLE_REDEMPTION, PolicyPermissions.REDEEM},
                field = PolicyFields.REDEMPTION_APPLICANT)
        @Nullable
        String applicant,

        @Nullable String note,
        OffsetDateTime at) {

    static LedgerLine of(Row row) {
        return new LedgerLine(
                row.id(),
                row.kind(),
                row.kind().label(),
                row.amount(),
                row.applicationId(),
                row.number(),
                row.enterpriseName(),
                row.batchId(),
                row.byEnterprise() ? null : row.actor(),
                row.byEnterprise() ? row.actor() : null,
                row.note(),
                BusinessTime.at(row.at()));
    }

    /** As it is read. */
    record Row(
            UUID id,
            EntryKind kind,
            BigDecimal amount,
            @Nullable UUID applicationId,
            @Nullable String number,
            @Nullable String enterpriseName,
            @Nullable UUID batchId,
            String actor,
            boolean byEnterprise,
            @Nullable String note,
            Instant at) {}
}
