package cn.zhengqi.message.notification;

import static java.util.stream.Collectors.toSet;

import cn.zhengqi.auth.api.wechat.InternalWeChat;
import cn.zhengqi.auth.api.wechat.InternalWeChat.Note;
import cn.zhengqi.message.push.PushChannel;
import cn.zhengqi.message.wechat.WeChatTries;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Hands notifications to WeChat: asked again under the same id within ten minutes, it sends each once. After that, of what it never answered nobody knows, and that is
 * what is said of it; whom quiet hours hold back was never tried.
 */
@Component
class WeChatDelivery {

    private static final Logger log = LoggerFactory.getLogger(WeChatDelivery.class);

    private static final int AT_ONCE = 100;

    private final JdbcClient jdbc;
    private final InternalWeChat weChat;
    private final WeChatTries tries;
    private final Deliveries deliveries;
    private final Clock clock;

    WeChatDelivery(JdbcClient jdbc, InternalWeChat weChat, WeChatTries tries, Deliveries deliveries, Clock clock) {
        this.jdbc = jdbc;
        this.weChat = weChat;
        this.tries = tries;
        this.deliveries = deliveries;
        this.clock = Deliveries.asExactAsTheDatabase(clock);
    }

    /**
     * @param unanswered WeChat was asked for it before, and nobody knows whether it has it
     * @param known WeChat would know it again
     */
    private record Taken(UUID account, UUID note, int tries, boolean unanswered, boolean known) {

        static Taken read(ResultSet row, int number) throws SQLException {
            return new Taken(
                    row.getObject("account_id", UUID.class),
                    row.getObject("note_id", UUID.class),
                    row.getInt("tries"),
                    row.getBoolean("unanswered"),
                    row.getBoolean("known"));
        }
    }

    /** @return whether some were taken and there may be more that can be tried now */
    boolean sendSome(Notification it) {
        List<Taken> taken = take(it);
        if (taken.isEmpty()) {
            return false;
        }
        taken.stream().filter(one -> !one.known()).forEach(one -> end(it, one, DeliveryResult.UNCERTAIN));
        List<Taken> again =
                taken.stream().filter(one -> one.unanswered() && one.known()).toList();
        List<Taken> first = taken.stream().filter(one -> !one.unanswered()).toList();
        return handOver(it, again, first)
                && reachable(it, first)
                        .map(some -> handOver(it, some, List.of()))
                        .orElse(false);
    }

    /** Of those who were never tried: those who have bound WeChat and whom it may reach now; of whom nobody is bound nothing waits for the morning. Empty: nobody says who these are, a try in vain for all. */
    private Optional<List<Taken>> reachable(Notification it, List<Taken> first) {
        Set<UUID> all = first.stream().map(Taken::account).collect(toSet());
        Set<UUID> living = deliveries.stillIn(all);
        deliveries.endAll(it, PushChannel.WECHAT, Deliveries.without(all, living), DeliveryResult.GONE);
        Set<UUID> wanting = deliveries.wanting(it, PushChannel.WECHAT, living);
        Set<UUID> bound;
        try {
            bound = wanting.isEmpty() ? wanting : weChat.bound(wanting);
        } catch (RuntimeException failure) {
            log.warn("Nobody says who has bound WeChat: {}", failure.toString());
            Set<UUID> there = deliveries.awake(it, PushChannel.WECHAT, wanting);
            first.stream()
                    .filter(one -> there.contains(one.account()) && one.tries() >= WeChatTries.MOST)
                    .forEach(one -> end(it, one, DeliveryResult.FAILED));
            return Optional.empty();
        }
        deliveries.endAll(it, PushChannel.WECHAT, Deliveries.without(wanting, bound), DeliveryResult.NOBODY);
        Set<UUID> there = deliveries.awake(it, PushChannel.WECHAT, bound);
        return Optional.of(
                first.stream().filter(one -> there.contains(one.account())).toList());
    }

    /**
     * One after the other. After a failure the rest, and these others, keep their tries: they were not asked for.
     *
     * @return false: WeChat, or auth-service, is away
     */
    private boolean handOver(Notification it, List<Taken> some, List<Taken> others) {
        for (int i = 0; i < some.size(); i++) {
            if (!handOver(it, some.get(i))) {
                some.subList(i + 1, some.size()).forEach(one -> giveBack(it, one));
                others.forEach(one -> giveBack(it, one));
                return false;
            }
        }
        return true;
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
                        returning account_id, note_id, tries, unanswered_since is not null as unanswered,
                          coalesce(unanswered_since > now() - cast(? as interval), true) as known""")
                .params(it.getId(), it.getId(), AT_ONCE, WeChatTries.KNOWN_AGAIN.toString())
                .query(Taken::read)
                .list();
    }

    /** @return false: WeChat, or auth-service, is away, and the others need not be tried now */
    private boolean handOver(Notification it, Taken one) {
        if (!isMine(it, one)) {
            return true;
        }
        Note note = new Note(one.note(), one.account(), it.getTitle(), it.getLink(), clock.instant());
        WeChatTries.Answer answer = tries.make(one.note(), one.tries(), PushChannel.WECHAT, note);
        switch (answer) {
            case ACCEPTED -> end(it, one, DeliveryResult.ACCEPTED);
            case REFUSED -> endUntaken(it, one, DeliveryResult.FAILED);
            case NOBODY -> endUntaken(it, one, DeliveryResult.NOBODY);
            case LATER -> {
                if (one.tries() >= WeChatTries.MOST) {
                    endUntaken(it, one, DeliveryResult.FAILED);
                } else if (!one.unanswered()) {
                    hasNotGoneOut(it, one);
                }
                return false;
            }
            case UNKNOWN -> {
                if (one.tries() >= WeChatTries.MOST) {
                    end(it, one, DeliveryResult.UNCERTAIN);
                }
                return false;
            }
            case UNCERTAIN -> end(it, one, DeliveryResult.UNCERTAIN);
        }
        return true;
    }

    /** From now on WeChat may have it. @return false: it is over, was cancelled, or another copy tries it */
    private boolean isMine(Notification it, Taken one) {
        return jdbc.sql("""
                        update notification_receiver set unanswered_since = coalesce(unanswered_since, now())
                        where notification_id = ? and channel = 'WECHAT' and account_id = ? and result = 'WAITING' and tries = ?""").params(it.getId(), one.account(), one.tries()).update() == 1;
    }

    /** Unless another copy asks WeChat for it by now. */
    private void hasNotGoneOut(Notification it, Taken one) {
        jdbc.sql("""
                        update notification_receiver set unanswered_since = null
                        where notification_id = ? and channel = 'WECHAT' and account_id = ? and tries = ?""").params(it.getId(), one.account(), one.tries()).update();
    }

    private void giveBack(Notification it, Taken one) {
        jdbc.sql("""
                        update notification_receiver set tries = tries - 1
                        where notification_id = ? and channel = 'WECHAT' and account_id = ? and tries = ?""").params(it.getId(), one.account(), one.tries()).update();
    }

    /** Not by this try; by an earlier one that nobody answered it may be there all the same. */
    private void endUntaken(Notification it, Taken one, DeliveryResult result) {
        end(it, one, one.unanswered() ? DeliveryResult.UNCERTAIN : result);
    }

    private void end(Notification it, Taken one, DeliveryResult result) {
        deliveries.end(it, one.note(), PushChannel.WECHAT, one.account(), result);
    }
}
