package cn.zhengqi.finance.demand;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.promise.PromiseView;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One bank's claim.
 *
 * @param officerId who claimed it, and answers it; for its bank alone
 * @param agreed whether the enterprise lets this bank see whose demand it is
 * @param promise within what time the bank answers
 * @param version to be sent with the next action
 */
public record ClaimView(
        UUID id,
        UUID bankId,
        String bankName,
        @Nullable UUID officerId,
        String officerName,
        ClaimStatus status,
        OffsetDateTime claimedAt,
        @Nullable OfferView offer,
        @Nullable String giveBackReason,
        boolean agreed,
        @Nullable PromiseView promise,
        int version) {

    static ClaimView of(DemandClaim it, @Nullable PromiseView promise) {
        return new ClaimView(
                it.id(),
                it.bankId(),
                it.bankName(),
                it.officerId(),
                it.officerName(),
                it.status(),
                BusinessTime.at(it.claimedAt()),
                it.offered(),
                it.giveBackReason(),
                it.agreed(),
                promise,
                it.version());
    }

    /** For those outside of its bank: the name says enough. */
    ClaimView withoutOfficerId() {
        return new ClaimView(
                id,
                bankId,
                bankName,
                null,
                officerName,
                status,
                claimedAt,
                offer,
                giveBackReason,
                agreed,
                promise,
                version);
    }
}
