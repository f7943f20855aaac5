package cn.zhengqi.message.notice;

import cn.zhengqi.events.EventMetadata;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.message.inbox.Messages;
import cn.zhengqi.message.inbox.Notice;
import cn.zhengqi.message.inbox.Task;
import cn.zhengqi.message.inbox.Topic;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

/** Tells people of facts that are still news. A rebuild, or history that is loaded, tells nobody. */
@Component
@EnableConfigurationProperties(Noticeboard.Settings.class)
class Noticeboard {

    private final Messages messages;
    private final WaitingNotices waiting;
    private final Settings settings;
    private final Clock clock;

    Noticeboard(Messages messages, WaitingNotices waiting, Settings settings, Clock clock) {
        this.messages = messages;
        this.waiting = waiting;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param newsFor how long after it happened a fact is still told */
    @ConfigurationProperties("zhengqi.message")
    record Settings(@DefaultValue("7d") Duration newsFor) {}

    void tell(Set<UUID> people, EventMetadata fact, Notice notice) {
        if (isNews(fact)) {
            messages.tell(people, fact.id(), notice, fact.occurredAt());
        }
    }

    /**
     * Tells of what may happen often, in one message a day.
     *
     * @param topic what is counted together
     * @param notice by how often it happened that day
     */
    void tellOften(Set<UUID> people, EventMetadata fact, String topic, IntFunction<Notice> notice) {
        if (isNews(fact)) {
            Topic ofDay = new Topic(topic, BusinessTime.dayOf(fact.occurredAt()));
            messages.tellOften(people, ofDay, fact.id(), notice, fact.occurredAt());
        }
    }

    /** Tells those of a desk, as soon as user-service says who they are. */
    void tell(Desk desk, EventMetadata fact, Notice notice) {
        if (isNews(fact)) {
            waiting.add(desk, fact.id(), notice, null, fact.occurredAt());
        }
    }

    /** Tells a desk of a case that it has to work on, until {@link #done} is heard of it. */
    void ask(Desk desk, EventMetadata fact, Notice notice) {
        if (isNews(fact)) {
            waiting.add(desk, fact.id(), notice, task(fact), fact.occurredAt());
        }
    }

    /** Somebody worked on the case: who was asked to need not any more. */
    void done(EventMetadata fact) {
        messages.done(task(fact), fact.occurredAt());
    }

    /** What is told only while it is news. */
    boolean isNews(EventMetadata fact) {
        return fact.occurredAt().plus(settings.newsFor()).isAfter(clock.instant());
    }

    private static Task task(EventMetadata fact) {
        return new Task(fact.subject(), fact.version());
    }
}
