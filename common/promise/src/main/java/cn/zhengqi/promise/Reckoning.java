package cn.zhengqi.promise;

import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalInt;

/** By what working days are counted: the calendar and the hours. */
record Reckoning(WorkCalendar calendar, WorkingHours hours) {

    long version() {
        return calendar.version();
    }

    /** How many working days ended while something ran; empty where the calendar is silent. */
    OptionalInt ran(Instant from, Instant to) {
        return calendar.between(hours.received(from, calendar), hours.lastEnded(to));
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
