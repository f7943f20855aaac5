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
     * The day on which something counts as received: what comes on a day off, or after people went home, comes on the next working day. Where the calendar
     * is silent it is the day itself, for nothing that follows can be counted anyway.
     */
    LocalDate received(Instant at, WorkCalendar calendar) {
        ZonedDateTime then = at.atZone(BusinessTime.ZONE);
        LocalDate day = then.toLocalDate();
        boolean inTime = then.toLocalTime().isBefore(closes);
        if (inTime && calendar.isWorkday(day).orElse(true)) {
            return day;
        }
        return calendar.plus(day, 1).orElse(day);
    }

    /** The last day that had ended by then. */
    LocalDate lastEnded(Instant at) {
        ZonedDateTime then = at.atZone(BusinessTime.ZONE);
        LocalDate day = then.toLocalDate();
        return then.toLocalTime().isBefore(closes) ? day.minusDays(1) : day;
    }
}
