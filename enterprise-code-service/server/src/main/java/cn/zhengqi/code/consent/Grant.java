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
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an enterprise says about one kind of its data and one receiver. Every consent ends: without a day of its own after two
 * years, that of the tax data after one.
 *
 * @param purpose as the enterprise was told it
 * @param validFrom first day, {@code validUntil} last day on which it holds; absent while it was never granted
 * @param scanners the kinds of scanner it is given to, where scanners are the receiver; empty unless it is granted
 * @param formerScanners the kinds it was given to once and is no more
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
        List<String> scanners,
        List<String> formerScanners,
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
                List.of(),
                List.of(),
                0);
    }

    ConsentStanding standingOn(LocalDate day) {
        if (!granted) {
            return grantedAt == null ? ConsentStanding.NEVER : ConsentStanding.WITHDRAWN;
        }
        return validUntil != null && day.isAfter(validUntil) ? ConsentStanding.EXPIRED : ConsentStanding.GIVEN;
    }

    /** How it stands for one kind of scanner. */
    ConsentStanding standingOn(LocalDate day, ScannerKind scanner) {
        if (scanners.contains(scanner.name())) {
            return standingOn(day);
        }
        return formerScanners.contains(scanner.name()) ? ConsentStanding.WITHDRAWN : ConsentStanding.NEVER;
    }

    /** The kinds of scanner that may see it, in their order. */
    List<ScannerKind> shownTo() {
        return scanners.stream().map(ScannerKind::valueOf).toList();
    }

    /** To whom, in words, as it goes on record: where not all who scan are meant, those who are. */
    String receiverInWords() {
        return scanners.isEmpty() || scanners.equals(ScannerKind.NAMES)
                ? receiverName
                : shownTo().stream().map(ScannerKind::label).collect(Collectors.joining("、"));
    }

    /** Whether anything was said about it at or after a moment: then what was said before counts no more. */
    boolean spokenOfSince(Instant moment) {
        return isSince(grantedAt, moment) || isSince(withdrawnAt, moment);
    }

    /** To whom it is given now; one that scanners receive and that does not hold is given by naming them. */
    Grant given(@Nullable LocalDate until, Instant at) {
        return given(until, null, at);
    }

    /**
     * @param until last day; absent: as it stands while it holds, else the usual time
     * @param wanted the kinds of scanner that may see it; absent: as it stands while it holds
     * @throws ProblemException VALIDATION_FAILED when the day is over or too far away, or where nobody says for which scanners, or for none of them, or for scanners of what is shown to none
     */
    Grant given(@Nullable LocalDate until, @Nullable Collection<ScannerKind> wanted, Instant at) {
        LocalDate today = BusinessTime.dayOf(at);
        if (until != null && (until.isBefore(today) || until.isAfter(today.plusMonths(MOST_MONTHS)))) {
            throw ProblemException.validation("validUntil", "RANGE", "授权截止日期应在今天至三年之内");
        }
        boolean holds = standingOn(today).allows();
        List<String> shown = shownTo(wanted, holds);
        if (holds) {
            return (until == null || until.equals(validUntil)) && shown.equals(scanners)
                    ? this
                    : with(true, grantedAt, withdrawnAt, validFrom, until == null ? validUntil : until, shown);
        }
        return with(true, BusinessTime.at(at), withdrawnAt, today, until == null ? usualEnd(today) : until, shown);
    }

    private List<String> shownTo(@Nullable Collection<ScannerKind> wanted, boolean holds) {
        if (receiverKind != ReceiverKind.SCANNER) {
            if (wanted != null) {
                throw ProblemException.validation("scanners", "NOT_SHOWN", "此类信息不向扫码人展示，不能选择扫码人");
            }
            return List.of();
        }
        if (wanted == null && holds) {
            return scanners;
        }
        if (wanted == null || wanted.isEmpty()) {
            throw ProblemException.validation("scanners", "REQUIRED", "请至少选择一类扫码人；都不允许的，请收回授权");
        }
        return wanted.stream().distinct().sorted().map(ScannerKind::name).toList();
    }

    /** Said once more, as with each application: it holds for the usual time from then on, or longer where it did. */
    Grant givenAnew(Instant at) {
        LocalDate usual = usualEnd(BusinessTime.dayOf(at));
        if (validUntil == null
                || validFrom == null
                || !standingOn(BusinessTime.dayOf(at)).allows()) {
            return given(null, at);
        }
        return with(
                true,
                BusinessTime.at(at),
                withdrawnAt,
                validFrom,
                validUntil.isAfter(usual) ? validUntil : usual,
                scanners);
    }

    /** What was never granted stays as it is. */
    Grant withdrawn(Instant at) {
        return granted ? with(false, grantedAt, BusinessTime.at(at), validFrom, validUntil, List.of()) : this;
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
            @Nullable LocalDate until,
            List<String> shown) {
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
                shown,
                Stream.concat(formerScanners.stream(), scanners.stream())
                        .distinct()
                        .filter(scanner -> !shown.contains(scanner))
                        .toList(),
                version + 1);
    }

    private static boolean isSince(@Nullable OffsetDateTime said, Instant moment) {
        return said != null && !said.toInstant().isBefore(moment);
    }
}
