package cn.zhengqi.promise;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The years that the platform brings with it, as the General Office of the State Council announced them. */
final class ShippedHolidays {

    static final List<HolidayYear> YEARS = List.of(
            year(
                    2025,
                    "国办发明电〔2024〕12号",
                    "01-01 01-28/02-04 04-04/04-06 05-01/05-05 05-31/06-02 10-01/10-08",
                    "01-26 02-08 04-27 09-28 10-11"),
            year(
                    2026,
                    "国办发明电〔2025〕7号",
                    "01-01/01-03 02-15/02-23 04-04/04-06 05-01/05-05 06-19/06-21 09-25/09-27 10-01/10-07",
                    "01-04 02-14 02-28 05-09 09-20 10-10"));

    private ShippedHolidays() {}

    private static HolidayYear year(int year, String document, String off, String work) {
        return new HolidayYear(year, document, days(year, off), days(year, work), 0);
    }

    private static TreeSet<LocalDate> days(int year, String text) {
        TreeSet<LocalDate> days = new TreeSet<>();
        Stream.of(text.split(" ")).forEach(part -> {
            String[] ends = part.split("/");
            LocalDate first = LocalDate.parse(year + "-" + ends[0]);
            LocalDate last = LocalDate.parse(year + "-" + ends[ends.length - 1]);
            first.datesUntil(last.plusDays(1)).forEach(days::add);
        });
        return days;
    }
}
