package cn.zhengqi.promise;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Years with holidays and days worked instead as they never were: what holds for them holds for any. */
final class RandomCalendar {

    private RandomCalendar() {}

    static WorkCalendar of(RandomGenerator dice, int first, int years) {
        List<HolidayYear> all = IntStream.range(first, first + years)
                .mapToObj(year -> year(dice, year))
                .toList();
        return new WorkCalendar(all);
    }

    static HolidayYear year(RandomGenerator dice, int year) {
        TreeSet<LocalDate> off = new TreeSet<>();
        TreeSet<LocalDate> work = new TreeSet<>();
        for (int i = dice.nextInt(12); i > 0; i--) {
            LocalDate first = LocalDate.ofYearDay(year, 1 + dice.nextInt(365));
            first.datesUntil(first.plusDays(1 + dice.nextInt(9)))
                    .filter(day -> day.getYear() == year)
                    .forEach(off::add);
        }
        for (int i = dice.nextInt(12); i > 0; i--) {
            LocalDate day = LocalDate.ofYearDay(year, 1 + dice.nextInt(365));
            if (HolidayYear.isWeekend(day) && !off.contains(day)) {
                work.add(day);
            }
        }
        return new HolidayYear(year, "测试〔" + year + "〕1号", off, work, 1);
    }
}
