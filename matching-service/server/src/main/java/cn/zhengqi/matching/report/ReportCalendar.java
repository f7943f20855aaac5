package cn.zhengqi.matching.report;

import cn.zhengqi.web.file.CalendarLines;
import java.net.URI;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.VAlarm;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
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

    /** A later report has a greater one, and an int lasts for long. */
    private static final int SECONDS_OF_A_SEQUENCE = 10;

    private ReportCalendar() {}

    /**
     * The same report gives the same events: a calendar that takes it twice has each once. The next report gives them under the same names, so that what has moved moves
     * there too, and stands once.
     *
     * @param enterprise whose report it is
     */
    static String of(IssuedReport report, UUID enterprise, List<CalendarEntry> days, String publicUrl) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//ZhengQi//Planning report//ZH"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        Map<String, Integer> alike = new HashMap<>();
        days.forEach(day -> {
            String about = day.code() + "-" + day.kind() + subject(day);
            int number = alike.merge(about, 1, Integer::sum);
            calendar.add(event(report, enterprise + "-" + about + (number == 1 ? "" : "-" + number), day, publicUrl));
        });
        return CalendarLines.folded(calendar.toString());
    }

    private static VEvent event(IssuedReport report, String name, CalendarEntry day, String publicUrl) {
        String summary = "《" + day.title() + "》" + day.words();
        VEvent event = new VEvent(new PropertyList(List.of(
                new Uid(name + "@planning-report"),
                new DtStamp(report.issuedAt().toInstant().truncatedTo(ChronoUnit.SECONDS)),
                new Sequence((int) (report.issuedAt().toEpochSecond() / SECONDS_OF_A_SEQUENCE)),
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

    /** Without what is said of it besides, which may change. */
    private static String condition(String words) {
        int besides = words.indexOf('（');
        return besides < 0 ? words : words.substring(0, besides);
    }

    /** What of a policy it is about: one of its projects, the one or other condition that time meets, or its own first or last day. */
    private static String subject(CalendarEntry day) {
        if (day.link() != null) {
            return "-" + day.link().substring(day.link().lastIndexOf('/') + 1);
        }
        return day.kind() == CalendarEntry.Kind.CONDITION_MET
                ? "-" + HexFormat.of().toHexDigits(condition(day.words()).hashCode())
                : "";
    }
}
