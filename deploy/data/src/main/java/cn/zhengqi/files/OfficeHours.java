package cn.zhengqi.files;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.function.DoubleSupplier;

/**
 * When the people of the demo work: Monday to Friday, nine to half past five in the district, and not on the holidays that
 * have their date in the sun's calendar. Those of the moon's are not known here.
 */
public final class OfficeHours {

    static final ZoneId DISTRICT = ZoneId.of("Asia/Shanghai");

    private static final LocalTime OPEN = LocalTime.of(9, 0);
    private static final LocalTime CLOSE = LocalTime.of(17, 30);
    /** From now on a day has something to show for itself. */
    private static final LocalTime UNDER_WAY = LocalTime.of(10, 0);

    private static final int TRIES = 200;

    private OfficeHours() {}

    public static boolean isOpen(Instant at) {
        ZonedDateTime local = at.atZone(DISTRICT);
        LocalTime time = local.toLocalTime();
        return isWorkingDay(local.toLocalDate()) && !time.isBefore(OPEN) && time.isBefore(CLOSE);
    }

    /** The first moment in office hours that is not before this one. */
    public static Instant next(Instant at) {
        if (isOpen(at)) {
            return at;
        }
        ZonedDateTime local = at.atZone(DISTRICT);
        LocalDate day = local.toLocalDate();
        if (!local.toLocalTime().isBefore(OPEN)) {
            day = day.plusDays(1);
        }
        while (!isWorkingDay(day)) {
            day = day.plusDays(1);
        }
        return day.atTime(OPEN).atZone(DISTRICT).toInstant();
    }

    /**
     * A moment in office hours between the two; {@code from} where none is found.
     *
     * @param dice where between them, 0 to 1; thrown until it hits
     */
    public static Instant between(Instant from, Instant to, DoubleSupplier dice) {
        long seconds = Math.max(0, Duration.between(from, to).toSeconds());
        for (int i = 0; i < TRIES; i++) {
            Instant at = from.plusSeconds((long) (seconds * dice.getAsDouble()));
            if (isOpen(at)) {
                return at;
            }
        }
        return from;
    }

    /** The last working day that has begun. */
    static LocalDate lastDay(Instant now) {
        ZonedDateTime local = now.atZone(DISTRICT);
        LocalDate today = local.toLocalDate();
        return local.toLocalTime().isBefore(UNDER_WAY) ? workingDayUntil(today.minusDays(1)) : workingDayUntil(today);
    }

    /** Puts a moment of any hour into office hours of its day, or of the last working day before. What was earlier stays earlier. */
    static Instant squeeze(Instant at) {
        ZonedDateTime local = at.atZone(DISTRICT);
        LocalDate day = workingDayUntil(local.toLocalDate());
        LocalDate next = day.plusDays(1);
        while (!isWorkingDay(next)) {
            next = next.plusDays(1);
        }
        Instant start = day.atStartOfDay(DISTRICT).toInstant();
        double days = next.toEpochDay() - day.toEpochDay();
        double hour = Duration.between(start, at).toMillis() / 3_600_000.0 / days;
        return day.atTime(OPEN).atZone(DISTRICT).toInstant().plusMillis((long) (minuteOfWork(hour) * 60_000));
    }

    /** By day little changes; the night is half an hour before it, and half an hour after. */
    private static double minuteOfWork(double hour) {
        if (hour < 8) {
            return hour / 8 * 30;
        }
        return hour < 21 ? 30 + (hour - 8) / 13 * 450 : 480 + (hour - 21) / 3 * 30;
    }

    private static LocalDate workingDayUntil(LocalDate latest) {
        LocalDate day = latest;
        while (!isWorkingDay(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    private static boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 && !isHoliday(MonthDay.from(day));
    }

    /** 元旦, 劳动节, 国庆节. */
    private static boolean isHoliday(MonthDay day) {
        return day.equals(MonthDay.of(1, 1))
                || isBetween(day, MonthDay.of(5, 1), MonthDay.of(5, 5))
                || isBetween(day, MonthDay.of(10, 1), MonthDay.of(10, 7));
    }

    private static boolean isBetween(MonthDay day, MonthDay first, MonthDay last) {
        return !day.isBefore(first) && !day.isAfter(last);
    }
}
