package cn.zhengqi.policy.redemption.payment;

import cn.zhengqi.kernel.BusinessTime;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A batch in a list.
 *
 * @param payments how many
 * @param total 元
 * @param preparedBy who made it: they do not approve it
 * @param settler who registered what the treasury answered; absent also of those settled before that was kept
 * @param reason why it was cancelled
 * @param version to be sent with the next action
 */
record BatchView(
        UUID id,
        String number,
        String institutionName,
        BatchState state,
        int payments,
        BigDecimal total,
        UUID preparedBy,
        String preparer,
        OffsetDateTime preparedAt,
        @Nullable String approver,
        @Nullable OffsetDateTime approvedAt,
        @Nullable String exporter,
        @Nullable OffsetDateTime exportedAt,
        @Nullable String settler,
        @Nullable OffsetDateTime settledAt,
        @Nullable String reason,
        int version) {

    static BatchView of(PaymentBatch it) {
        return new BatchView(
                it.id(),
                it.number(),
                it.institutionName(),
                it.state(),
                it.payments(),
                it.total(),
                it.preparedBy(),
                it.preparer(),
                BusinessTime.at(it.preparedAt()),
                it.approver(),
                at(it.approvedAt()),
                it.exporter(),
                at(it.exportedAt()),
                it.settler(),
                at(it.settledAt()),
                it.reason(),
                it.version());
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant moment) {
        return moment == null ? null : BusinessTime.at(moment);
    }
}
