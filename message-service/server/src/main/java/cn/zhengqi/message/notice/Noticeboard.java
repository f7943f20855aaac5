package cn.zhengqi.message.notice;

import cn.zhengqi.events.EventMetadata;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.message.inbox.Messages;
import cn.zhengqi.message.inbox.Notice;
import cn.zhengqi.message.inbox.Task;
import cn.zhengqi.message.inbox.Topic;
import cn.zhengqi.message.template.NoticeKind;
import cn.zhengqi.message.template.Templates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
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
    private final FurtherNotices further;
    private final Templates templates;
    private final Settings settings;
    private final Clock clock;

    Noticeboard(
            Messages messages,
            WaitingNotices waiting,
            FurtherNotices further,
            Templates templates,
            Settings settings,
            Clock clock) {
        this.messages = messages;
        this.waiting = waiting;
        this.further = further;
        this.templates = templates;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param newsFor how long after it happened a fact is still told */
    @ConfigurationProperties("zhengqi.message")
    record Settings(@DefaultValue("7d") Duration newsFor) {}

    <F> void tell(Set<UUID> people, EventMetadata event, NoticeKind<F> kind, F fact) {
        telling(event, kind, fact, notice -> messages.tell(people, event.id(), notice, event.occurredAt()));
    }

    /** Tells people of an enterprise of what is its own: the message says whose it is, and leads there also who acts for another one of theirs. */
    <F> void tell(UUID enterprise, Set<UUID> people, EventMetadata event, NoticeKind<F> kind, F fact) {
        telling(
                event,
                kind,
                fact,
                notice -> messages.tell(people, event.id(), notice.of(enterprise), event.occurredAt()));
    }

    /** As {@link #tell(Set, EventMetadata, NoticeKind, Object)}. @param people asked for only where it is told: whoever they are is on record as told */
    <F> void tell(Supplier<Set<UUID>> people, EventMetadata event, NoticeKind<F> kind, F fact) {
        telling(event, kind, fact, notice -> messages.tell(people.get(), event.id(), notice, event.occurredAt()));
    }

    /**
     * Tells of what may happen often, in one message a day.
     *
     * @param enterprise of which it is told
     * @param topic what is counted together
     * @param fact by how often it happened that day
     */
    <F> void tellOften(
            UUID enterprise,
            Set<UUID> people,
            EventMetadata event,
            String topic,
            NoticeKind<F> kind,
            IntFunction<F> fact) {
        words(event, kind).ifPresent(words -> {
            Topic ofDay = new Topic(topic, BusinessTime.dayOf(event.occurredAt()));
            messages.tellOften(
                    people,
                    ofDay,
                    event.id(),
                    times -> words.often(fact.apply(times)).of(enterprise),
                    event.occurredAt());
        });
    }

    /** Tells those of a desk, as soon as user-service says who they are. */
    <F> void tell(Desk desk, EventMetadata event, NoticeKind<F> kind, F fact) {
        telling(event, kind, fact, notice -> waiting.add(desk, event.id(), notice, null, event.occurredAt()));
    }

    /** Tells a desk of a case that it has to work on, until {@link #done} is heard of it. */
    <F> void ask(Desk desk, EventMetadata event, NoticeKind<F> kind, F fact) {
        ask(desk, event, kind, fact, task(event));
    }

    /** As {@link #ask}, for a task that is over at another time than its case moves on. */
    <F> void ask(Desk desk, EventMetadata event, NoticeKind<F> kind, F fact, Task task) {
        telling(event, kind, fact, notice -> waiting.add(desk, event.id(), notice, task, event.occurredAt()));
    }

    /** Asks people whose case it is for something that one of them does for all, until it is {@link #done(Task, EventMetadata) done}. */
    <F> void ask(Set<UUID> people, EventMetadata event, NoticeKind<F> kind, F fact, Task task) {
        telling(event, kind, fact, notice -> messages.ask(people, event.id(), notice, task, event.occurredAt()));
    }

    /** As {@link #ask(Set, EventMetadata, NoticeKind, Object, Task)}, of what is the enterprise's own. */
    <F> void ask(UUID enterprise, Set<UUID> people, EventMetadata event, NoticeKind<F> kind, F fact, Task task) {
        telling(
                event,
                kind,
                fact,
                notice -> messages.ask(people, event.id(), notice.of(enterprise), task, event.occurredAt()));
    }

    /** By the rules of its kind: those whom it concerns, where the condition holds, and the roles that are told besides. */
    private <F> void telling(EventMetadata event, NoticeKind<F> kind, F fact, Consumer<Notice> toThem) {
        words(event, kind).map(words -> words.about(fact)).ifPresent(telling -> {
            Notice notice = telling.notice();
            if (notice != null) {
                toThem.accept(notice);
            }
            telling.others().forEach(other -> further.add(kind.code(), event.id(), other, event.occurredAt()));
        });
    }

    private <F> Optional<Templates.InForce<F>> words(EventMetadata event, NoticeKind<F> kind) {
        return isNews(event) ? templates.of(kind) : Optional.empty();
    }

    /** Somebody worked on the case: who was asked to need not any more. */
    void done(EventMetadata fact) {
        done(task(fact), fact);
    }

    void done(Task task, EventMetadata fact) {
        messages.done(task, fact.occurredAt());
    }

    /** What is told only while it is news. */
    boolean isNews(EventMetadata fact) {
        return newsUntil(fact).isAfter(clock.instant());
    }

    Instant newsUntil(EventMetadata fact) {
        return fact.occurredAt().plus(settings.newsFor());
    }

    private static Task task(EventMetadata fact) {
        return new Task(fact.subject(), fact.version());
    }
}
