package cn.zhengqi.code.consent;

import cn.zhengqi.code.api.ConsentCategory;
import cn.zhengqi.code.api.ConsentStanding;
import cn.zhengqi.code.api.ReceiverKind;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an enterprise says about one kind of its data and one receiver. Every consent ends: without a day of its own after two
 * years, that of the tax data after one.
 *
 * @param purpose as the enterprise was told it
 * @param validFrom first day, {@code validUntil} last day on which it holds; absent while it was never granted
 */
record Grant(
        UUID id,
        UUID enterpriseId,
        ConsentCategory category,
        ReceiverKind receiverKind,
        @Nullable UUID receiverId,
        String receiverName,
        String purpose,
        boolean granted,
        @Nullable OffsetDateTime grantedAt,
        @Nullable OffsetDateTime withdrawnAt,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil,
        int version) {

    static final int USUAL_MONTHS = 24;

    /** As long as the authorization to fetch tax data, which rests on this consent: both end on one day. */
    static final int TAX_MONTHS = 12;

    static final int MOST_MONTHS = 36;

    static Grant unsaid(UUID enterpriseId, ConsentCategory category, Receiver receiver) {
        return new Grant(
                Ids.next(),
                enterpriseId,
                category,
                receiver.kind(),
                receiver.id(),
                receiver.name(),
                receiver.kind().purpose(),
                false,
                null,
                null,
                null,
                null,
                0);
    }

    ConsentStanding standingOn(LocalDate day) {
        if (!granted) {
            return grantedAt == null ? ConsentStanding.NEVER : ConsentStanding.WITHDRAWN;
        }
        return validUntil != null && day.isAfter(validUntil) ? ConsentStanding.EXPIRED : ConsentStanding.GIVEN;
    }

    /** Whether anything was said about it at or after a moment: then what was said before counts no more. */
    boolean spokenOfSince(Instant moment) {
        return isSince(grantedAt, moment) || isSince(withdrawnAt, moment);
    }

    /**
     * @param until last day; absent: as it stands while it holds, else the usual time
     * @throws ProblemException VALIDATION_FAILED when the day is over or too far away
     */
    Grant given(@Nullable LocalDate until, Instant at) {
        LocalDate today = BusinessTime.dayOf(at);
        if (until != null && (until.isBefore(today) || until.isAfter(today.plusMonths(MOST_MONTHS)))) {
            throw ProblemException.validation("validUntil", "RANGE", "授权截止日期应在今天至三年之内");
        }
        if (standingOn(today).allows()) {
            return until == null || until.equals(validUntil)
                    ? this
                    : with(true, grantedAt, withdrawnAt, validFrom, until);
        }
        return with(true, BusinessTime.at(at), withdrawnAt, today, until == null ? usualEnd(today) : until);
    }

    /** Said once more, as with each application: it holds for the usual time from then on, or longer where it did. */
    Grant givenAnew(Instant at) {
        LocalDate usual = usualEnd(BusinessTime.dayOf(at));
        if (validUntil == null
                || validFrom == null
                || !standingOn(BusinessTime.dayOf(at)).allows()) {
            return given(null, at);
        }
        return with(true, BusinessTime.at(at), withdrawnAt, validFrom, validUntil.isAfter(usual) ? validUntil : usual);
    }

    /** What was never granted stays as it is. */
    Grant withdrawn(Instant at) {
        return granted ? with(false, grantedAt, BusinessTime.at(at), validFrom, validUntil) : this;
    }

    /** What became of {@code before}. */
    ConsentChange.Kind changeFrom(Grant before, LocalDate day) {
        if (!granted) {
            return ConsentChange.Kind.WITHDRAWN;
        }
        return before.standingOn(day).allows() ? ConsentChange.Kind.CHANGED : ConsentChange.Kind.GIVEN;
    }

    private LocalDate usualEnd(LocalDate day) {
        return day.plusMonths(category == ConsentCategory.TAX ? TAX_MONTHS : USUAL_MONTHS);
    }

    private Grant with(
            boolean nowGranted,
            @Nullable OffsetDateTime lastGranted,
            @Nullable OffsetDateTime lastWithdrawn,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {
        return new Grant(
                id,
                enterpriseId,
                category,
                receiverKind,
                receiverId,
                receiverName,
                purpose,
                nowGranted,
                lastGranted,
                lastWithdrawn,
                from,
                until,
                version + 1);
    }

    private static boolean isSince(@Nullable OffsetDateTime said, Instant moment) {
        return said != null && !said.toInstant().isBefore(moment);
    }
}
