package cn.zhengqi.finance.entry;

import cn.zhengqi.kernel.BusinessTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a bank entered, in a list and on record.
 *
 * @param productId of which product it is an edition; absent: a product that is not published yet
 * @param edition that it became; absent until it is approved
 * @param returnReason what the finance office wants mended, or wanted last
 * @param version to be sent with the next action
 */
public record EntryView(
        UUID id,
        @Nullable UUID productId,
        @Nullable Integer edition,
        UUID bankId,
        String bankName,
        String title,
        EntryStatus status,
        String enteredBy,
        OffsetDateTime changedAt,
        @Nullable OffsetDateTime submittedAt,
        @Nullable OffsetDateTime decidedAt,
        @Nullable String decidedBy,
        @Nullable String returnReason,
        int version) {

    static EntryView of(ProductEntry it) {
        return new EntryView(
                it.id(),
                it.productId(),
                it.edition(),
                it.bankId(),
                it.bankName(),
                it.title(),
                it.status(),
                it.enteredByName(),
                BusinessTime.at(it.changedAt()),
                it.submittedAt() == null ? null : BusinessTime.at(it.submittedAt()),
                it.decidedAt() == null ? null : BusinessTime.at(it.decidedAt()),
                it.decidedByName(),
                it.returnReason(),
                it.version());
    }
}
