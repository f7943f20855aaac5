package cn.zhengqi.promise;

import cn.zhengqi.kernel.BusinessTime;
import java.sql.Array;
import java.sql.Date;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The calendar as it stands: what the platform brings with it, under what was arranged since. Read afresh each time, so that all copies count alike. */
public final class WorkCalendars {

    /** Name of the handler that keeps the copy, and its table, for who makes copies anew. */
    public static final String COPY = "calendar";

    public static final String TABLE = "holiday_year";

    private final JdbcClient jdbc;

    WorkCalendars(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public WorkCalendar now() {
        return new WorkCalendar(years(), withdrawn());
    }

    /** As it would stand if a year were arranged so. */
    WorkCalendar with(HolidayYear year) {
        return new WorkCalendar(
                Stream.concat(years().stream().filter(it -> it.year() != year.year()), Stream.of(year))
                        .toList(),
                withdrawn());
    }

    /** All years that are arranged, the earliest first. One that was taken back is none, also where a release ships it. */
    public List<HolidayYear> years() {
        SortedMap<Integer, HolidayYear> years = new TreeMap<>();
        ShippedHolidays.YEARS.forEach(it -> years.put(it.year(), it));
        jdbc.sql("select year from holiday_year where withdrawn")
                .query(Integer.class)
                .list()
                .forEach(years::remove);
        jdbc.sql("select year, document, days_off, days_work, version from holiday_year where not withdrawn")
                .query((row, number) -> new HolidayYear(
                        row.getInt("year"),
                        row.getString("document"),
                        days(row.getArray("days_off")),
                        days(row.getArray("days_work")),
                        row.getLong("version")))
                .list()
                .forEach(it -> years.put(it.year(), it));
        return List.copyOf(years.values());
    }

    private List<Long> withdrawn() {
        return jdbc.sql("select version from holiday_year where withdrawn")
                .query((row, number) -> row.getLong(1))
                .list();
    }

    /** With which a year was changed last, also one that was taken back; 0: never. */
    public long version(int year) {
        return jdbc.sql("select version from holiday_year where year = ?")
                .param(year)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** Takes a year back, unless something newer is known of it: it is as if nobody had arranged it. @param year as it was, with its new version */
    public boolean withdraw(HolidayYear year, Instant at) {
        return store(year, true, at);
    }

    /** Stores how a year is arranged, unless something newer is known of it. @return whether it was stored */
    public boolean arrange(HolidayYear year, Instant at) {
        return store(year, false, at);
    }

    private boolean store(HolidayYear year, boolean withdrawn, Instant at) {
        return jdbc.sql("""
                        insert into holiday_year (year, document, days_off, days_work, version, changed_at, withdrawn)
                        values (?, ?, ?::date[], ?::date[], ?, ?, ?)
                        on conflict (year) do update
                        set document = excluded.document, days_off = excluded.days_off, days_work = excluded.days_work,
                            version = excluded.version, changed_at = excluded.changed_at, withdrawn = excluded.withdrawn
                        where holiday_year.version < excluded.version""")
                        .params(Arrays.asList(
                                year.year(),
                                year.document(),
                                array(year.off()),
                                array(year.work()),
                                year.version(),
                                BusinessTime.at(at),
                                withdrawn))
                        .update()
                == 1;
    }

    private static String[] array(Collection<LocalDate> days) {
        return days.stream().map(LocalDate::toString).toArray(String[]::new);
    }

    private static TreeSet<LocalDate> days(Array array) throws SQLException {
        TreeSet<LocalDate> days = new TreeSet<>();
        for (Date day : (Date[]) array.getArray()) {
            days.add(day.toLocalDate());
        }
        return days;
    }
}
