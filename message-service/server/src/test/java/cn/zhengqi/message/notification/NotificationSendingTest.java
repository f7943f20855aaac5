package cn.zhengqi.message.notification;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.message.api.MessageKind;
import cn.zhengqi.message.audience.Conditions;
import cn.zhengqi.message.push.PushChannel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

/** Whose turn it is when several go out at once. */
class NotificationSendingTest {

    private final NotificationMapper notifications = mock(NotificationMapper.class);
    private final NotificationStart start = mock(NotificationStart.class);
    private final InboxDelivery inboxes = mock(InboxDelivery.class);
    private final WeChatDelivery weChat = mock(WeChatDelivery.class);
    private final TextDelivery phones = mock(TextDelivery.class);
    private final Deliveries deliveries = mock(Deliveries.class);
    private final NotificationSending sending =
            new NotificationSending(notifications, start, inboxes, weChat, phones, deliveries);

    @Test
    void one_by_text_message_for_many_holds_up_neither_an_inbox_nor_the_text_messages_of_another() {
        Notification mass = by(PushChannel.SMS);
        Notification inbox = by(PushChannel.IN_SITE);
        Notification few = by(PushChannel.SMS);
        when(notifications.sending())
                .thenReturn(List.of(mass.getId()))
                .thenReturn(List.of(mass.getId(), inbox.getId(), few.getId()));
        when(phones.sendSome(mass)).thenReturn(true, true, true, false);
        when(phones.sendSome(few)).thenReturn(true, false);

        sending.sendAll();

        InOrder order = inOrder(start, inboxes, phones);
        order.verify(start).startDue();
        order.verify(phones).sendSome(mass);
        order.verify(start).startDue();
        order.verify(inboxes).send(inbox);
        order.verify(phones).sendSome(mass);
        order.verify(phones).sendSome(few);
        order.verify(inboxes).send(inbox);
        order.verify(phones).sendSome(mass);
        verify(phones, times(4)).sendSome(mass);
    }

    @Test
    void one_that_fails_holds_up_no_other() {
        Notification broken = by(PushChannel.WECHAT);
        Notification other = by(PushChannel.SMS);
        when(notifications.sending()).thenReturn(List.of(broken.getId(), other.getId()));
        when(weChat.sendSome(broken)).thenThrow(new IllegalStateException("broken"));
        when(phones.sendSome(other)).thenReturn(true, false);

        sending.sendAll();

        verify(phones, times(2)).sendSome(other);
        verify(phones, never()).sendSome(broken);
        verify(deliveries, times(2)).endIfDone(any());
    }

    private Notification by(PushChannel way) {
        Notification it = Notification.draft(
                new NotificationContent(
                        MessageKind.POLICY,
                        "申报提醒",
                        "正文",
                        null,
                        List.of(way),
                        new Conditions(
                                Conditions.Target.ACCOUNTS,
                                List.of(),
                                false,
                                List.of(),
                                List.of(),
                                null,
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of()),
                        null,
                        null),
                ChosenTags.NONE,
                new Notification.Person(Ids.next(), "运营"),
                null,
                Instant.now());
        when(notifications.find(it.getId())).thenReturn(Optional.of(it));
        return it;
    }
}
