package cn.zhengqi.user.calendar;

import cn.zhengqi.promise.HolidayYear;
import cn.zhengqi.promise.WorkCalendar;
import java.time.LocalDate;
import java.util.List;

/**
 * One arranged year.
 *
 * @param document number of the notice
 * @param workingDays of the whole year
 * @param version to be given back with a change
 */
record CalendarYear(
        int year, String document, List<LocalDate> off, List<LocalDate> work, int workingDays, long version) {

    static CalendarYear of(HolidayYear it) {
        LocalDate eve = LocalDate.of(it.year() - 1, 12, 31);
        return new CalendarYear(
                it.year(),
                it.document(),
                List.copyOf(it.off()),
                List.copyOf(it.work()),
                new WorkCalendar(List.of(it))
                        .between(eve, LocalDate.of(it.year(), 12, 31))
                        .orElse(0),
                it.version());
    }
}
