package cn.zhengqi.promise;

import cn.zhengqi.kernel.BusinessTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/** From when to when people work on a working day. A promised day ends when they go home, not at midnight. */
public record WorkingHours(LocalTime opens, LocalTime closes) {

    public static final WorkingHours USUAL = new WorkingHours(LocalTime.of(9, 0), LocalTime.of(17, 30));

    public WorkingHours {
        if (!opens.isBefore(closes)) {
            throw new IllegalArgumentException("opens at " + opens + ", closes at " + closes);
        }
    }

    Instant openingOf(LocalDate day) {
        return day.atTime(opens).atZone(BusinessTime.ZONE).toInstant();
    }

    Instant closingOf(LocalDate day) {
        return day.atTime(closes).atZone(BusinessTime.ZONE).toInstant();
    }

    /**
     * The day on which something was received, which itself is never counted: the first that counts is the next working day, also for what comes on a day off or after people
     * went home.
     */
    LocalDate received(Instant at) {
        return BusinessTime.dayOf(at);
    }

    /** The last day that had ended by then. */
    LocalDate lastEnded(Instant at) {
        ZonedDateTime then = at.atZone(BusinessTime.ZONE);
        LocalDate day = then.toLocalDate();
        return then.toLocalTime().isBefore(closes) ? day.minusDays(1) : day;
    }
}
