package cn.zhengqi.policy.desk;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.promise.WorkCalendars;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** From when to when something counts as due or as soon over: promises by working days, windows by days, as each of them is told to enterprises. */
@Component
public class DueDays {

    static final int SOON = 3;

    /** So many days before its last one a window counts as closing. */
    static final int CLOSING = 14;

    private final WorkCalendars calendars;
    private final Clock clock;

    DueDays(WorkCalendars calendars, Clock clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * Moments between which the promised one lies.
     *
     * @param after null: whenever
     */
    public record Between(@Nullable Instant after, Instant until) {}

    public @Nullable Between of(@Nullable DueIn due) {
        if (due == null) {
            return null;
        }
        Instant now = clock.instant();
        Instant tonight = BusinessTime.endOf(BusinessTime.dayOf(now));
        return switch (due) {
            case OVERDUE -> new Between(null, now);
            case TODAY -> new Between(now, tonight);
            case SOON -> new Between(tonight, BusinessTime.endOf(soonUntil()));
        };
    }

    /** Where the year is not arranged nothing has a date that could lie there. */
    LocalDate soonUntil() {
        LocalDate today = BusinessTime.today(clock);
        return calendars.now().plus(today, SOON).orElse(today.plusDays(SOON));
    }

    /** @param wanted whether only windows that are open and soon over are wanted */
    public @Nullable Closing closing(@Nullable Boolean wanted) {
        LocalDate today = BusinessTime.today(clock);
        return Boolean.TRUE.equals(wanted) ? new Closing(today, today.plusDays(CLOSING)) : null;
    }

    /** Open today, and over by that day. */
    public record Closing(LocalDate today, LocalDate until) {}
}
