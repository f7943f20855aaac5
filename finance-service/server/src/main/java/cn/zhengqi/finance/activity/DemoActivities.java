package cn.zhengqi.finance.activity;

import cn.zhengqi.data.Json;
import cn.zhengqi.data.OnceLoader;
import cn.zhengqi.files.DemoAccount;
import cn.zhengqi.files.DemoFiles;
import cn.zhengqi.files.OfficeHours;
import cn.zhengqi.finance.demo.DemoParties;
import cn.zhengqi.kernel.BusinessTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Holds the activities of the demo once, with the demo enterprises that sign up, by the same moves as people make. */
@Component
@Order(4)
@ConditionalOnProperty("zhengqi.demo.enabled")
class DemoActivities implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoActivities.class);

    private final ActivityDesk desk;
    private final SignUpDesk signUps;
    private final JdbcClient jdbc;
    private final OnceLoader loader;
    private final Clock clock;

    DemoActivities(ActivityDesk desk, SignUpDesk signUps, JdbcClient jdbc, OnceLoader loader, Clock clock) {
        this.desk = desk;
        this.signUps = signUps;
        this.jdbc = jdbc;
        this.loader = loader;
        this.clock = clock;
    }

    /**
     * A line of {@code demo/activities.jsonl}.
     *
     * @param startsInDays below zero: it is over
     * @param minutes that it lasts
     */
    record Line(
            String author,
            int publishedDaysAgo,
            int startsInDays,
            int hour,
            int minutes,
            int quota,
            int mostEach,
            String title,
            String organiser,
            String place,
            String audience,
            String body,
            List<Coming> signUps) {

        /** On a working day, that one or the next. */
        Instant startsAt(Instant now) {
            return OfficeHours.next(BusinessTime.dayOf(now)
                    .plusDays(startsInDays)
                    .atTime(hour, 0)
                    .atZone(BusinessTime.ZONE)
                    .toInstant());
        }

        Instant publishedAt(Instant now) {
            return ago(now, publishedDaysAgo);
        }

        ActivityContent content(Instant now) {
            Instant startsAt = startsAt(now);
            return new ActivityContent(
                    title,
                    organiser,
                    place,
                    null,
                    BusinessTime.at(startsAt),
                    BusinessTime.at(startsAt.plus(Duration.ofMinutes(minutes))),
                    BusinessTime.at(publishedAt(now)),
                    BusinessTime.at(startsAt.minus(Duration.ofDays(1))),
                    quota,
                    mostEach,
                    audience,
                    body,
                    null);
        }
    }

    /** @param username of the administrator of the enterprise that comes */
    record Coming(String username, int people, int daysAgo, boolean checkedIn) {}

    @Override
    public void run(ApplicationArguments arguments) {
        loader.once("demo activities", this::held, this::enter);
    }

    private boolean held() {
        return jdbc.sql("select exists (select from finance_activity)")
                .query(Boolean.class)
                .single();
    }

    private void enter() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        DemoParties parties = new DemoParties(now);
        List<String> lines = DemoFiles.activities();
        for (String text : lines) {
            Line line = Json.MAPPER.readValue(text, Line.class);
            String author = parties.person(line.author()).displayName();
            UUID activity = desk.enterPublished(line.content(now), author, line.publishedAt(now));
            for (Coming coming : line.signUps()) {
                MySignUp it = signUps.signUp(
                        activity,
                        participant(parties.enterprise(coming.username()), coming.people()),
                        ago(now, coming.daysAgo()));
                if (coming.checkedIn()) {
                    desk.checkIn(activity, Objects.requireNonNull(it.code()), author, line.startsAt(now));
                }
            }
        }
        LOG.info("Entered {} demo activities", lines.size());
    }

    private static Participant participant(DemoParties.Enterprise enterprise, int people) {
        DemoAccount person = enterprise.administrator();
        return new Participant(
                person.id(),
                enterprise.register().id(),
                enterprise.register().name(),
                true,
                people,
                person.displayName(),
                person.phone());
    }

    private static Instant ago(Instant now, int days) {
        return now.minus(Duration.ofDays(days));
    }
}
