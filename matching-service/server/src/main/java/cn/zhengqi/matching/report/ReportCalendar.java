package cn.zhengqi.matching.report;

import cn.zhengqi.web.file.CalendarLines;
import java.net.URI;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.VAlarm;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Trigger;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableAction;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/** The days of a report for a person's own calendar (RFC 5545): whole days, with a reminder before each end, and the way to the project that they are about. */
final class ReportCalendar {

    private static final Duration REMINDED_BEFORE = Duration.ofDays(14);

    private ReportCalendar() {}

    /** The same report gives the same events: a calendar that takes it twice has each once. */
    static String of(IssuedReport report, List<CalendarEntry> days, String publicUrl) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//ZhengQi//Planning report//ZH"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        days.forEach(day -> calendar.add(event(report, day, publicUrl)));
        return CalendarLines.folded(calendar.toString());
    }

    private static VEvent event(IssuedReport report, CalendarEntry day, String publicUrl) {
        String summary = "《" + day.title() + "》" + day.words();
        VEvent event = new VEvent(new PropertyList(List.of(
                new Uid(report.number() + "-" + day.code() + "-" + day.kind() + "-" + day.day() + project(day)
                        + "@planning-report"),
                new DtStamp(report.issuedAt().toInstant().truncatedTo(ChronoUnit.SECONDS)),
                new DtStart<>(day.day()),
                new DtEnd<>(day.day().plusDays(1)),
                ImmutableTransp.TRANSPARENT,
                new Summary(summary),
                new Description("规划报告 " + report.number() + (day.certain() ? "" : "，待核实")))));
        if (day.link() != null) {
            event.add(new Url(URI.create(publicUrl + day.link())));
        }
        if (day.kind().isLast()) {
            event.add(new VAlarm(new PropertyList(List.of(
                    ImmutableAction.DISPLAY, new Description(summary), new Trigger(REMINDED_BEFORE.negated())))));
        }
        return event;
    }

    /** A policy may have two projects that open on the same day. */
    private static String project(CalendarEntry day) {
        return day.link() == null ? "" : "-" + day.link().substring(day.link().lastIndexOf('/') + 1);
    }
}
