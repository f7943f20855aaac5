package cn.zhengqi.user.calendar;

import cn.zhengqi.data.OnceLoader;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.events.audit.AuditTrail;
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
    private final Clock clock;

    Calendars(WorkCalendars years, OnceLoader once, Outbox outbox, AuditTrail audit, Clock clock) {
        this.years = years;
        this.once = once;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    List<CalendarYear> all() {
        return years.years().stream().map(CalendarYear::of).toList();
    }

    /** What goes on record of one day. */
    record Day(LocalDate date, String kind) {}

    /** @throws ProblemException CALENDAR_UNKNOWN, VERSION_CONFLICT */
    CalendarYear change(LocalDate date, DayKind kind, long version) {
        return once.exclusively("calendar", () -> {
            HolidayYear before =
                    find(date.getYear()).orElseThrow(() -> new ProblemException(UserProblem.CALENDAR_UNKNOWN));
            requireVersion(before, version);
            SortedSet<LocalDate> off = new TreeSet<>(before.off());
            SortedSet<LocalDate> work = new TreeSet<>(before.work());
            off.remove(date);
            work.remove(date);
            switch (kind) {
                case OFF -> off.add(date);
                case WORK -> work.add(date);
                case USUAL -> {
                    // As the week has it.
                }
            }
            HolidayYear after = new HolidayYear(before.year(), before.document(), off, work, before.version() + 1);
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
     * @throws ProblemException VERSION_CONFLICT
     */
    CalendarYear bringIn(CalendarImport file, @Nullable Long version) {
        return once.exclusively("calendar", () -> {
            HolidayYear before = find(file.year()).orElse(null);
            if (before == null ? version != null : version == null || version != before.version()) {
                throw ProblemException.versionConflict();
            }
            HolidayYear after = new HolidayYear(
                    file.year(), file.document(), file.off(), file.work(), before == null ? 1 : before.version() + 1);
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

    private HolidaysArranged arrange(HolidayYear year) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        years.arrange(year, now);
        HolidaysArranged told = new HolidaysArranged(
                year.year(), year.document(), List.copyOf(year.off()), List.copyOf(year.work()), year.version(), now);
        outbox.publish(told, year.version(), now);
        return told;
    }

    private Optional<HolidayYear> find(int year) {
        return years.years().stream().filter(it -> it.year() == year).findFirst();
    }

    private static DayKind kindOf(LocalDate date, HolidayYear year) {
        return year.off().contains(date) ? DayKind.OFF : year.work().contains(date) ? DayKind.WORK : DayKind.USUAL;
    }

    private static void requireVersion(HolidayYear year, long seen) {
        if (year.version() != seen) {
            throw ProblemException.versionConflict();
        }
    }
}
