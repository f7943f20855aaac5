package cn.zhengqi.finance.activity;

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
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Trigger;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableAction;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/** An activity for a person's own calendar (RFC 5545), with a reminder and the way to its page. */
final class ActivityCalendar {

    private static final Duration REMINDED_BEFORE = Duration.ofHours(2);

    private ActivityCalendar() {}

    /** A later edition of an activity has a higher number: a calendar that takes it again moves the event. */
    static String of(Activity activity, String publicUrl) {
        VEvent event = new VEvent(new PropertyList(List.of(
                new Uid(activity.id() + "@finance-activity"),
                new DtStamp(activity.changedAt().truncatedTo(ChronoUnit.SECONDS)),
                new Sequence(activity.version()),
                new DtStart<>(activity.startsAt().truncatedTo(ChronoUnit.SECONDS)),
                new DtEnd<>(activity.endsAt().truncatedTo(ChronoUnit.SECONDS)),
                new Status(
                        activity.status() == ActivityStatus.CANCELLED
                                ? Status.VALUE_CANCELLED
                                : Status.VALUE_CONFIRMED),
                new Summary(activity.title()),
                new Location(activity.place() == null ? "线上" : activity.place()),
                new Description("主办单位：" + activity.organiser()),
                new Url(URI.create(publicUrl + "/finance/activities/" + activity.id())))));
        event.add(new VAlarm(new PropertyList(List.of(
                ImmutableAction.DISPLAY, new Description(activity.title()), new Trigger(REMINDED_BEFORE.negated())))));
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//ZhengQi//Activity//ZH"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(event);
        return CalendarLines.folded(calendar.toString());
    }
}
