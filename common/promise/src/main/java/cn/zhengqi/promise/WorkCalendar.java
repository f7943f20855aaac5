package cn.zhengqi.promise;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Counts working days in the years whose arrangement is known. Of a year that is not arranged yet nothing is said: what would reach into it has no answer
 * here.
 */
public final class WorkCalendar {

    private final Map<Integer, HolidayYear> years;
    private final long version;

    public WorkCalendar(Collection<HolidayYear> years) {
        this(years, List.of());
    }

    /** @param withdrawn versions of years that were arranged once: that they are not any more is a change, too */
    WorkCalendar(Collection<HolidayYear> years, Collection<Long> withdrawn) {
        this.years = years.stream().collect(Collectors.toUnmodifiableMap(HolidayYear::year, Function.identity()));
        // A year that was not there before counts too, so that its arrival is a change.
        this.version = Stream.concat(years.stream().map(HolidayYear::version), withdrawn.stream())
                .mapToLong(it -> it + 1)
                .sum();
    }

    /** The years that the platform brings with it. */
    public static WorkCalendar shipped() {
        return new WorkCalendar(ShippedHolidays.YEARS);
    }

    /** Grows with every change of any year. */
    long version() {
        return version;
    }

    public boolean knows(int year) {
        return years.containsKey(year);
    }

    /** Empty where the year of that day is not arranged yet. */
    public Optional<Boolean> isWorkday(LocalDate day) {
        return Optional.ofNullable(years.get(day.getYear())).map(year -> year.isWorkday(day));
    }

    /**
     * The working day that many working days after a day, which itself is not counted.
     *
     * @param workingDays 1 or more
     * @return empty when it lies in, or behind, a year that is not arranged yet
     */
    public Optional<LocalDate> plus(LocalDate day, int workingDays) {
        if (workingDays < 1) {
            throw new IllegalArgumentException("at least one working day, not " + workingDays);
        }
        LocalDate reached = day;
        for (int left = workingDays; left > 0; ) {
            reached = reached.plusDays(1);
            HolidayYear year = years.get(reached.getYear());
            if (year == null) {
                return Optional.empty();
            }
            if (year.isWorkday(reached)) {
                left--;
            }
        }
        return Optional.of(reached);
    }

    /**
     * How many working days there are after one day up to and including another; 0 when it is not later.
     *
     * @return empty when the days reach into a year that is not arranged yet
     */
    public OptionalInt between(LocalDate after, LocalDate upTo) {
        int count = 0;
        for (LocalDate day = after.plusDays(1); !day.isAfter(upTo); day = day.plusDays(1)) {
            HolidayYear year = years.get(day.getYear());
            if (year == null) {
                return OptionalInt.empty();
            }
            if (year.isWorkday(day)) {
                count++;
            }
        }
        return OptionalInt.of(count);
    }
}
