package cn.zhengqi.message.notification;

import cn.zhengqi.auth.api.wechat.InternalWeChat;
import cn.zhengqi.auth.api.wechat.InternalWeChat.Note;
import cn.zhengqi.message.push.PushChannel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Hands notifications to WeChat: asked again under the same id, it sends each once. */
@Component
class WeChatDelivery {

    private static final Logger log = LoggerFactory.getLogger(WeChatDelivery.class);

    /** All within five minutes: for ten WeChat knows a message again, and a note whose answer was lost is not shown twice. */
    private static final int TRIES = 6;

    private static final int AT_ONCE = 100;

    private final JdbcClient jdbc;
    private final InternalWeChat weChat;
    private final Deliveries deliveries;
    private final Clock clock;

    WeChatDelivery(JdbcClient jdbc, InternalWeChat weChat, Deliveries deliveries, Clock clock) {
        this.jdbc = jdbc;
        this.weChat = weChat;
        this.deliveries = deliveries;
        this.clock = Deliveries.asExactAsTheDatabase(clock);
    }

    private record Taken(UUID account, UUID note, int tries) {

        static Taken read(ResultSet row, int number) throws SQLException {
            return new Taken(
                    row.getObject("account_id", UUID.class), row.getObject("note_id", UUID.class), row.getInt("tries"));
        }
    }

    void send(Notification it) {
        List<Taken> taken = take(it);
        while (!taken.isEmpty()) {
            Set<UUID> all = taken.stream().map(Taken::account).collect(Collectors.toSet());
            Set<UUID> living = deliveries.stillIn(all);
            deliveries.endAll(it, PushChannel.WECHAT, Deliveries.without(all, living), DeliveryResult.GONE);
            Set<UUID> there = deliveries.toTellNow(it, PushChannel.WECHAT, living);
            Set<UUID> bound;
            try {
                bound = weChat.bound(there);
            } catch (RuntimeException failure) {
                log.warn("Nobody says who has bound WeChat: {}", failure.toString());
                giveUp(
                        it,
                        taken.stream()
                                .filter(one -> there.contains(one.account()))
                                .toList());
                return;
            }
            deliveries.endAll(it, PushChannel.WECHAT, Deliveries.without(there, bound), DeliveryResult.NOBODY);
            for (Taken one : taken) {
                if (bound.contains(one.account()) && !handOver(it, one)) {
                    return;
                }
            }
            taken = take(it);
        }
    }

    /** Who takes some puts off their next try: should this copy die, another takes them then. */
    private List<Taken> take(Notification it) {
        return jdbc.sql("""
                        update notification_receiver set
                          tries = tries + 1,
                          next_try_at = now() + least(interval '5 minutes', interval '5 seconds' * 2 ^ least(tries, 10))
                        where notification_id = ? and channel = 'WECHAT' and account_id = any(array(
                          select r.account_id from notification_receiver r join notification n on n.id = r.notification_id
                          where r.notification_id = ? and r.channel = 'WECHAT' and r.result = 'WAITING'
                            and r.next_try_at <= now() and n.state = 'SENDING'
                          order by r.next_try_at limit ? for update of r skip locked))
                        returning account_id, note_id, tries""")
                .params(it.getId(), it.getId(), AT_ONCE)
                .query(Taken::read)
                .list();
    }

    /** @return false: WeChat, or auth-service, is away, and the others need not be tried now */
    private boolean handOver(Notification it, Taken one) {
        try {
            InternalWeChat.Outcome outcome = weChat.send(
                            new Note(one.note(), one.account(), it.getTitle(), it.getLink(), clock.instant()))
                    .outcome();
            deliveries.end(
                    it,
                    PushChannel.WECHAT,
                    one.account(),
                    switch (outcome) {
                        case ACCEPTED -> DeliveryResult.ACCEPTED;
                        case REFUSED -> DeliveryResult.FAILED;
                        case UNCERTAIN -> DeliveryResult.UNCERTAIN;
                        case NOBODY -> DeliveryResult.NOBODY;
                    });
            return true;
        } catch (RuntimeException failure) {
            log.warn("Notification {} is not at WeChat yet, try {}: {}", it.getId(), one.tries(), failure.toString());
            giveUp(it, List.of(one));
            return false;
        }
    }

    /** What was tried often enough has failed. */
    private void giveUp(Notification it, List<Taken> tried) {
        tried.stream()
                .filter(one -> one.tries() >= TRIES)
                .forEach(one -> deliveries.end(it, PushChannel.WECHAT, one.account(), DeliveryResult.FAILED));
    }
}
