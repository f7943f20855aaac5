package cn.zhengqi.user.calendar;

import cn.zhengqi.data.OnceLoader;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.promise.HolidaysArranged;
import cn.zhengqi.promise.HolidayYear;
import cn.zhengqi.promise.WorkCalendars;
import cn.zhengqi.user.UserAction;
import cn.zhengqi.user.UserProblem;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Arranges years, one change after the other, and tells those who count by them. */
@Service
class Calendars {

    private final WorkCalendars years;
    private final OnceLoader once;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final PastDays past;
    private final Clock clock;

    Calendars(WorkCalendars years, OnceLoader once, Outbox outbox, AuditTrail audit, PastDays past, Clock clock) {
        this.years = years;
        this.once = once;
        this.outbox = outbox;
        this.audit = audit;
        this.past = past;
        this.clock = clock;
    }

    List<CalendarYear> all() {
        return years.years().stream().map(CalendarYear::of).toList();
    }

    /** What goes on record of one day. */
    record Day(LocalDate date, String kind) {}

    /**
     * @param agreed to the change of a day that is over
     * @throws ProblemException CALENDAR_UNKNOWN, VERSION_CONFLICT, CALENDAR_PAST_DAYS
     */
    CalendarYear change(LocalDate date, DayKind kind, long version, boolean agreed) {
        if (!agreed) {
            // Outside of the transaction: other services are asked. What changes until it begins has another version.
            HolidayYear seen = seen(date, version);
            past.ask(seen, with(seen, date, kind));
        }
        return once.exclusively("calendar", () -> {
            HolidayYear before = seen(date, version);
            HolidayYear after = with(before, date, kind);
            HolidaysArranged told = arrange(after);
            audit.changed(
                    UserAction.CALENDAR_DAY_CHANGED,
                    told.subject(),
                    after.year() + " 年 " + date,
                    new Day(date, kindOf(date, before).label()),
                    new Day(date, kind.label()));
            return CalendarYear.of(after);
        });
    }

    /**
     * The whole year anew.
     *
     * @param version of the year that was seen; null where there was none
     * @param agreed to the change of days that are over
     * @throws ProblemException VERSION_CONFLICT, CALENDAR_PAST_DAYS
     */
    CalendarYear bringIn(CalendarImport file, @Nullable Long version, boolean agreed) {
        if (!agreed) {
            HolidayYear seen = seen(file, version);
            past.ask(seen, after(seen, file));
        }
        return once.exclusively("calendar", () -> {
            HolidayYear before = seen(file, version);
            HolidayYear after = after(before, file);
            HolidaysArranged told = arrange(after);
            audit.changed(
                    UserAction.CALENDAR_IMPORTED,
                    told.subject(),
                    after.year() + " 年 " + after.document(),
                    before == null ? null : CalendarYear.of(before),
                    CalendarYear.of(after));
            return CalendarYear.of(after);
        });
    }

    /** @param reason why it counts no more */
    record Withdrawal(String reason) {}

    /**
     * Takes a year back that has not begun: dates that lie in it wait for another arrangement.
     *
     * @throws ProblemException CALENDAR_UNKNOWN, VERSION_CONFLICT, CALENDAR_BEGUN
     */
    void withdraw(int year, long version, String reason) {
        once.exclusively("calendar", () -> {
            HolidayYear before = seen(year, version);
            if (year <= BusinessTime.today(clock).getYear()) {
                throw new ProblemException(UserProblem.CALENDAR_BEGUN);
            }
            HolidayYear after =
                    new HolidayYear(year, before.document(), before.off(), before.work(), before.version() + 1);
            Instant now = now();
            years.withdraw(after, now);
            HolidaysArranged told = publish(after, now, true);
            audit.changed(
                    UserAction.CALENDAR_WITHDRAWN,
                    told.subject(),
                    year + " 年 " + before.document(),
                    CalendarYear.of(before),
                    new Withdrawal(reason));
            return told;
        });
    }

    private HolidaysArranged arrange(HolidayYear year) {
        Instant now = now();
        years.arrange(year, now);
        return publish(year, now, null);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private HolidaysArranged publish(HolidayYear year, Instant now, @Nullable Boolean withdrawn) {
        HolidaysArranged told = new HolidaysArranged(
                year.year(),
                year.document(),
                List.copyOf(year.off()),
                List.copyOf(year.work()),
                year.version(),
                now,
                withdrawn);
        outbox.publish(told, year.version(), now);
        return told;
    }

    private HolidayYear seen(LocalDate date, long version) {
        return seen(date.getYear(), version);
    }

    private HolidayYear seen(int asked, long version) {
        HolidayYear year = find(asked).orElseThrow(() -> new ProblemException(UserProblem.CALENDAR_UNKNOWN));
        if (year.version() != version) {
            throw ProblemException.versionConflict();
        }
        return year;
    }

    private @Nullable HolidayYear seen(CalendarImport file, @Nullable Long version) {
        HolidayYear year = find(file.year()).orElse(null);
        if (!Objects.equals(year == null ? null : year.version(), version)) {
            throw ProblemException.versionConflict();
        }
        return year;
    }

    private static HolidayYear with(HolidayYear year, LocalDate date, DayKind kind) {
        SortedSet<LocalDate> off = new TreeSet<>(year.off());
        SortedSet<LocalDate> work = new TreeSet<>(year.work());
        off.remove(date);
        work.remove(date);
        switch (kind) {
            case OFF -> off.add(date);
            case WORK -> work.add(date);
            case USUAL -> {
                // As the week has it.
            }
        }
        return new HolidayYear(year.year(), year.document(), off, work, year.version() + 1);
    }

    /** One that was taken back before goes on counting its versions. */
    private HolidayYear after(@Nullable HolidayYear before, CalendarImport file) {
        return new HolidayYear(
                file.year(),
                file.document(),
                file.off(),
                file.work(),
                (before == null ? years.version(file.year()) : before.version()) + 1);
    }

    private Optional<HolidayYear> find(int year) {
        return years.years().stream().filter(it -> it.year() == year).findFirst();
    }

    private static DayKind kindOf(LocalDate date, HolidayYear year) {
        return year.off().contains(date) ? DayKind.OFF : year.work().contains(date) ? DayKind.WORK : DayKind.USUAL;
    }
}
