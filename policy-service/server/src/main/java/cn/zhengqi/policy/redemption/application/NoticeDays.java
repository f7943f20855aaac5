package cn.zhengqi.policy.redemption.application;

import cn.zhengqi.promise.WorkCalendar;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * As long as an application is shown to the public.
 *
 * @param until last day; null while the days up to it are not arranged
 */
record NoticeDays(LocalDate from, @Nullable LocalDate until) {

    static NoticeDays of(LocalDate from, int workingDays, WorkCalendar calendar) {
        return new NoticeDays(from, calendar.plus(from, workingDays).orElse(null));
    }
}
