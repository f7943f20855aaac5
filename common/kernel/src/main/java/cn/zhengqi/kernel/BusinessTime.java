package cn.zhengqi.kernel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The calendar of the district: every date and every statistical day is one of Asia/Shanghai. A day that is named as the last one (至) counts through its last
 * minute: it is over when today is after it.
 */
public final class BusinessTime {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private BusinessTime() {}

    public static LocalDate today(Clock clock) {
        return dayOf(clock.instant());
    }

    public static LocalDate dayOf(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    /** The first moment of a day: {@code from} of a period. */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    /** The first moment after a day: {@code to} of a period whose last day counts. */
    public static Instant endOf(LocalDate day) {
        return startOf(day.plusDays(1));
    }

    /** The last day of what ends at that moment: of whose days {@link #endOf} is the end. */
    public static LocalDate lastDayOf(Instant end) {
        return dayOf(end.minusNanos(1));
    }

    /** After how many seconds what was used up for the day may be done again: {@code retryAfterSeconds} of a problem. */
    public static long secondsUntilTomorrow(Instant now) {
        return Duration.between(now, endOf(dayOf(now))).plusMillis(999).toSeconds();
    }

    /** @throws ProblemException VALIDATION_FAILED when the days of a period are the wrong way round */
    public static void requirePeriod(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null && to != null && from.isAfter(to)) {
            throw ProblemException.validation("to", "RANGE", "结束日期不能早于开始日期");
        }
    }

    /** A day as sentences say it: 2026年11月26日. */
    public static String inWords(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    public static OffsetDateTime at(Instant instant) {
        return instant.atZone(ZONE).toOffsetDateTime();
    }
}
