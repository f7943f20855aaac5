package cn.zhengqi.message.notification;

import cn.zhengqi.message.push.PushChannel;
import java.util.UUID;
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
        start.startDue();
        for (UUID id : notifications.sending()) {
            try {
                notifications.find(id).ifPresent(this::send);
            } catch (RuntimeException failure) {
                // The others do not wait for it; what it had taken is free again, or is put on record as uncertain.
                log.warn("Notification {} goes on at the next turn: {}", id, failure.toString());
            }
        }
    }

    private void send(Notification it) {
        if (it.goesBy(PushChannel.IN_SITE)) {
            inboxes.send(it);
        }
        if (it.goesBy(PushChannel.WECHAT)) {
            weChat.send(it);
        }
        if (it.goesBy(PushChannel.SMS)) {
            phones.send(it);
        }
        deliveries.endIfDone(it.getId());
    }
}
