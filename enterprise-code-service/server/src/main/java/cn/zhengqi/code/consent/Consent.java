package cn.zhengqi.code.consent;

import cn.zhengqi.code.api.ConsentCategory;
import cn.zhengqi.code.api.ConsentStanding;
import cn.zhengqi.code.api.ReceiverKind;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an enterprise says about one kind of its data and one receiver now.
 *
 * @param receiverId the bank; absent where all of the kind are meant
 * @param receiverLeft whether the bank, or the institution that answers for the system, takes part no more
 * @param granted whether it holds today
 * @param validUntil last day on which it holds
 * @param scanners the kinds of scanner it is given to; none where it is not granted, or to others than scanners
 */
public record Consent(
        ConsentCategory category,
        String label,
        ReceiverKind receiverKind,
        @Nullable UUID receiverId,
        String receiverName,
        boolean receiverLeft,
        String purpose,
        ConsentStanding standing,
        boolean granted,
        @Nullable OffsetDateTime grantedAt,
        @Nullable OffsetDateTime withdrawnAt,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil,
        List<ScannerKind> scanners) {

    static Consent of(Grant grant, LocalDate today) {
        ConsentStanding standing = grant.standingOn(today);
        return new Consent(
                grant.category(),
                grant.category().label(),
                grant.receiverKind(),
                grant.receiverId(),
                grant.receiverName(),
                false,
                grant.purpose(),
                standing,
                standing.allows(),
                grant.grantedAt(),
                grant.withdrawnAt(),
                grant.validFrom(),
                grant.validUntil(),
                grant.shownTo());
    }

    /** The same, known to be to somebody who takes part no more. */
    Consent ofWhoLeft() {
        return new Consent(
                category,
                label,
                receiverKind,
                receiverId,
                receiverName,
                true,
                purpose,
                standing,
                granted,
                grantedAt,
                withdrawnAt,
                validFrom,
                validUntil,
                scanners);
    }
}
