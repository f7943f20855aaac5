package cn.zhengqi.message.notification;

import cn.zhengqi.message.push.PushChannel;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends notifications, in every copy of the service at once: {@link NotificationStart} fixes the receivers, each of whom is then taken by one copy, and told by
 * {@link InboxDelivery}, {@link WeChatDelivery} and {@link TextDelivery}.
 */
@Component
class NotificationSending {

    private static final Logger log = LoggerFactory.getLogger(NotificationSending.class);

    private final NotificationMapper notifications;
    private final NotificationStart start;
    private final InboxDelivery inboxes;
    private final WeChatDelivery weChat;
    private final TextDelivery phones;
    private final Deliveries deliveries;

    NotificationSending(
            NotificationMapper notifications,
            NotificationStart start,
            InboxDelivery inboxes,
            WeChatDelivery weChat,
            TextDelivery phones,
            Deliveries deliveries) {
        this.notifications = notifications;
        this.start = start;
        this.inboxes = inboxes;
        this.weChat = weChat;
        this.phones = phones;
        this.deliveries = deliveries;
    }

    @Scheduled(fixedDelayString = "${zhengqi.message.look-every:PT1S}")
    void sendAll() {
        while (sendRound()) {
            // Until nobody waits who can be told now.
        }
    }

    /** Inboxes first, which take no time; then a portion of each by the ways that do, so that one for many holds up none that begins meanwhile. */
    private boolean sendRound() {
        start.startDue();
        List<Notification> all = notifications.sending().stream()
                .flatMap(id -> notifications.find(id).stream())
                .toList();
        all.forEach(it -> tried(it, () -> {
            if (it.goesBy(PushChannel.IN_SITE)) {
                inboxes.send(it);
            }
            return false;
        }));
        boolean more = false;
        for (Notification it : all) {
            more |= tried(it, () -> sendPortion(it));
        }
        return more;
    }

    /** The others do not wait for one that fails; what it had taken is free again, or is put on record as uncertain. */
    private static boolean tried(Notification it, BooleanSupplier step) {
        try {
            return step.getAsBoolean();
        } catch (RuntimeException failure) {
            log.warn("Notification {} goes on at the next turn: {}", it.getId(), failure.toString());
            return false;
        }
    }

    private boolean sendPortion(Notification it) {
        boolean more = it.goesBy(PushChannel.WECHAT) && weChat.sendSome(it);
        more |= it.goesBy(PushChannel.SMS) && phones.sendSome(it);
        deliveries.endIfDone(it.getId());
        return more;
    }
}
