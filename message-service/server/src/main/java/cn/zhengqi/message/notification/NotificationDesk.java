package cn.zhengqi.message.notification;

import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.message.MessageProblem;
import cn.zhengqi.message.audience.Circles;
import cn.zhengqi.message.audience.Conditions;
import cn.zhengqi.message.audience.Meant;
import cn.zhengqi.message.notification.Notification.Person;
import cn.zhengqi.message.push.PushChannel;
import cn.zhengqi.message.sms.TextMessages;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a notification from draft to being sent. Every action names the version that its decider saw. From the primary, because people look right after they changed something. */
@Service
@Transactional
class NotificationDesk {

    private final NotificationMapper notifications;
    private final Receivers receivers;
    private final Circles circles;
    private final TextMessages texts;
    private final AuditTrail audit;
    private final NotificationSettings settings;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    NotificationDesk(
            NotificationMapper notifications,
            Receivers receivers,
            Circles circles,
            TextMessages texts,
            AuditTrail audit,
            NotificationSettings settings,
            Clock clock,
            ApplicationEventPublisher events) {
        this.notifications = notifications;
        this.receivers = receivers;
        this.circles = circles;
        this.texts = texts;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
        this.events = events;
    }

    Page<NotificationView> list(NotificationFilter filter, Bounds bounds, PageRequest page) {
        return notifications.page(bounds.narrow(filter.query()), page).map(NotificationView::of);
    }

    long count(NotificationFilter filter, Bounds bounds) {
        return notifications.count(bounds.narrow(filter.query()));
    }

    /** Row by row; the rows are not kept. */
    void each(NotificationFilter filter, Bounds bounds, Consumer<NotificationView> receiver) {
        notifications.each(bounds.narrow(filter.query()), it -> receiver.accept(NotificationView.of(it)));
    }

    /** @throws ProblemException NOT_FOUND */
    NotificationDetail detail(UUID id, Bounds bounds, Person reader) {
        return detail(notification(id, bounds), reader);
    }

    /** @throws ProblemException NOT_FOUND */
    void requireThere(UUID id, Bounds bounds) {
        notification(id, bounds);
    }

    /** Whom one is for by now. @throws ProblemException NOT_FOUND */
    Conditions audience(UUID id, Bounds bounds) {
        return notification(id, bounds).getAudience();
    }

    /**
     * @param content within the bounds; so in what follows
     * @param tags those of its audience, with their names
     * @throws ProblemException VALIDATION_FAILED, SMS_NOT_CONFIGURED
     */
    NotificationDetail draft(NotificationContent content, ChosenTags tags, Bounds bounds, Person author) {
        mayGoBy(content);
        Notification it = Notification.draft(content, tags, author, bounds.institution(), now());
        notifications.insert(it);
        recorded(NotificationAction.NOTIFICATION_WRITTEN, null, it);
        return detail(it, author);
    }

    NotificationDetail change(
            UUID id, int version, NotificationContent content, ChosenTags tags, Bounds bounds, Person author) {
        mayGoBy(content);
        return move(
                NotificationAction.NOTIFICATION_CHANGED,
                id,
                version,
                bounds,
                author,
                it -> it.change(content, tags, author, now()));
    }

    /**
     * @param meant by the audience as it was asked before: another one was changed meanwhile
     * @throws ProblemException NOBODY_MEANT, TOO_MANY_MEANT, VALIDATION_FAILED, STATE_CONFLICT, VERSION_CONFLICT
     */
    NotificationDetail submit(UUID id, int version, Meant meant, Bounds bounds, Person person) {
        return move(NotificationAction.NOTIFICATION_SUBMITTED, id, version, bounds, person, it -> {
            if (!meant.conditions().equals(it.getAudience())) {
                throw ProblemException.versionConflict();
            }
            long count = circles.count(meant);
            if (count > settings.mostReceivers()) {
                throw new ProblemException(
                        MessageProblem.TOO_MANY_MEANT,
                        "符合条件的有 " + count + " 人，一次最多发送给 " + settings.mostReceivers() + " 人，请缩小接收范围");
            }
            it.submit(person, count, settings.approvalAbove(), now());
        });
    }

    NotificationDetail approve(UUID id, int version, Bounds bounds, Person approver) {
        return move(
                NotificationAction.NOTIFICATION_APPROVED,
                id,
                version,
                bounds,
                approver,
                it -> it.approve(approver, now()));
    }

    NotificationDetail reject(UUID id, int version, String reason, Bounds bounds, Person approver) {
        return move(
                NotificationAction.NOTIFICATION_REJECTED,
                id,
                version,
                bounds,
                approver,
                it -> it.reject(reason, approver, now()));
    }

    /** What is out stays out, what is not never goes. */
    NotificationDetail cancel(UUID id, int version, Bounds bounds, Person person) {
        return move(NotificationAction.NOTIFICATION_CANCELLED, id, version, bounds, person, it -> {
            Instant now = now();
            it.cancel(now);
            receivers.cancel(id, now);
        });
    }

    private void mayGoBy(NotificationContent content) {
        if (content.ways().contains(PushChannel.SMS) && !texts.bringNotifications()) {
            throw new ProblemException(MessageProblem.SMS_NOT_CONFIGURED, "短信通知尚未配置，请取消选择短信");
        }
    }

    private NotificationDetail move(
            NotificationAction action, UUID id, int version, Bounds bounds, Person reader, Consumer<Notification> how) {
        Notification it = notification(id, bounds).seenAs(version);
        NotificationView before = NotificationView.of(it);
        how.accept(it);
        notifications.update(it);
        recorded(action, before, it);
        step(action, it).ifPresent(step -> events.publishEvent(it.moved(step, now())));
        return detail(it, reader);
    }

    /** What others wait for, or have waited for. */
    private static Optional<NotificationMoved.Step> step(NotificationAction action, Notification it) {
        return switch (action) {
            case NOTIFICATION_SUBMITTED ->
                it.getState() == NotificationState.PENDING_APPROVAL
                        ? Optional.of(NotificationMoved.Step.WAITS)
                        : Optional.empty();
            case NOTIFICATION_APPROVED -> Optional.of(NotificationMoved.Step.APPROVED);
            case NOTIFICATION_REJECTED -> Optional.of(NotificationMoved.Step.REJECTED);
            case NOTIFICATION_CANCELLED -> Optional.of(NotificationMoved.Step.CANCELLED);
            default -> Optional.empty();
        };
    }

    private void recorded(NotificationAction action, @Nullable NotificationView before, Notification it) {
        audit.changed(action, it.getId(), it.getTitle(), before, NotificationView.of(it));
    }

    private NotificationDetail detail(Notification it, Person reader) {
        return new NotificationDetail(
                NotificationView.of(it),
                it.getBody(),
                it.getLink(),
                it.getAudience(),
                circles.enterprises(it.getAudience().enterprises()),
                it.getChosenTags().tags(),
                it.isHeldUp(),
                it.isOf(reader.account()),
                receivers.progress(it.getId()));
    }

    /** What lies beyond the bounds is not there. */
    private Notification notification(UUID id, Bounds bounds) {
        return notifications
                .find(id)
                .filter(it -> bounds.include(it.getInstitutionId()))
                .orElseThrow(() -> ProblemException.notFound("没有找到该通知"));
    }

    /** As exact as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
