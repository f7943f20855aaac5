package cn.zhengqi.promise;

import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalInt;

/** By what working days are counted: the calendar and the hours. */
record Reckoning(WorkCalendar calendar, WorkingHours hours) {

    /** Far above the versions of any calendar. */
    private static final long COUNTED_FROM_NEXT_DAY = 1L << 40;

    /** That of the calendar; and of how it is counted, so that what is open was counted the same way as what is new. */
    long version() {
        return calendar.version() + COUNTED_FROM_NEXT_DAY;
    }

    /** How many working days ended while something ran; empty where the calendar is silent. */
    OptionalInt ran(Instant from, Instant to) {
        return calendar.between(hours.received(from), hours.lastEnded(to));
    }

    /** Why there is no date: the first year after that day that is not arranged. */
    String silence(LocalDate day) {
        int year = day.getYear();
        while (calendar.knows(year)) {
            year++;
        }
        return year + " 年放假安排尚未公布，到期日待公布后确定";
    }
}
