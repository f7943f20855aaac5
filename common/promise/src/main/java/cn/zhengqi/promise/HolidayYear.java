package cn.zhengqi.promise;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How the State Council arranged a year: which days are off, and on which days off people work instead. Days that it does not name are off on Saturdays and
 * Sundays.
 *
 * @param document number of the notice
 * @param version 0 for what the platform brings with it; counts up with each change
 */
public record HolidayYear(
        int year, String document, SortedSet<LocalDate> off, SortedSet<LocalDate> work, long version) {

    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    /** @throws IllegalArgumentException for a day of another year, or one that is off and worked */
    public HolidayYear {
        off = new TreeSet<>(off);
        work = new TreeSet<>(work);
        for (Collection<LocalDate> days : List.of(off, work)) {
            for (LocalDate day : days) {
                if (day.getYear() != year) {
                    throw new IllegalArgumentException(day + " is not of " + year);
                }
            }
        }
        for (LocalDate day : work) {
            if (off.contains(day)) {
                throw new IllegalArgumentException(day + " is off and worked");
            }
        }
    }

    public boolean isWorkday(LocalDate day) {
        return work.contains(day) || (!off.contains(day) && !isWeekend(day));
    }

    public static boolean isWeekend(LocalDate day) {
        return WEEKEND.contains(day.getDayOfWeek());
    }
}
