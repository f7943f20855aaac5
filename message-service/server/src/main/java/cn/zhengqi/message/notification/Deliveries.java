package cn.zhengqi.message.notification;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.message.push.PushChannel;
import cn.zhengqi.message.push.PushLog;
import cn.zhengqi.message.push.PushResult;
import cn.zhengqi.message.ways.Preferences;
import cn.zhengqi.message.ways.Terms;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What becomes of a notification to each of its receivers by each way: whom it may reach now, and what is on record when it is over for somebody. Once it is over, no
 * slow answer changes it.
 */
@Component
class Deliveries {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final PushLog pushes;
    private final Preferences preferences;
    private final Clock clock;

    Deliveries(JdbcClient jdbc, TransactionTemplate transaction, PushLog pushes, Preferences preferences, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.pushes = pushes;
        this.preferences = preferences;
        this.clock = asExactAsTheDatabase(clock);
    }

    /** What is compared with what was stored must not be later by what the database leaves out. */
    static Clock asExactAsTheDatabase(Clock clock) {
        return Clock.tick(clock, ChronoUnit.MICROS.getDuration());
    }

    /** Of these, those that may still get in: nobody else is told. */
    Set<UUID> stillIn(Set<UUID> people) {
        return jdbc.sql("""
                        select account_id from account a where account_id = any(?) and enabled
                          and not exists (select from closed_account c where c.account_id = a.account_id)""")
                .param(people.toArray(UUID[]::new))
                .query((row, number) -> row.getObject(1, UUID.class))
                .set();
    }

    /** Of these, those who want it by this way and whom it may reach at this hour: for the others it is over, or waits for the end of their quiet hours. */
    Set<UUID> toTellNow(Notification it, PushChannel channel, Set<UUID> people) {
        return awake(it, channel, wanting(it, channel, people));
    }

    /** Of these, those who want it by this way: for the others it is over. */
    Set<UUID> wanting(Notification it, PushChannel channel, Set<UUID> people) {
        Set<UUID> declined = it.isMandatory() ? Set.of() : preferences.declined(people, Terms.NOTIFICATIONS, channel);
        endAll(it, channel, declined, DeliveryResult.DECLINED);
        return without(people, declined);
    }

    /** Of these, those whom it may reach at this hour: for the others it waits for the end of their quiet hours. */
    Set<UUID> awake(Notification it, PushChannel channel, Set<UUID> people) {
        Map<UUID, Instant> quiet = preferences.quiet(people, clock.instant());
        quiet.forEach((account, until) -> hold(it, channel, account, until));
        return without(people, quiet.keySet());
    }

    /** It was not tried; unless it was cancelled meanwhile it waits as before. */
    private void hold(Notification it, PushChannel channel, UUID account, Instant until) {
        jdbc.sql("""
                        update notification_receiver r set
                          result = case when n.state = 'CANCELLED' then 'CANCELLED' else 'WAITING' end, tries = r.tries - 1, next_try_at = ?, held_until = ?
                        from notification n where n.id = r.notification_id
                          and r.notification_id = ? and r.channel = ? and r.account_id = ? and r.result in ('WAITING', 'TAKEN')""")
                .params(BusinessTime.at(until), BusinessTime.at(until), it.getId(), channel.name(), account)
                .update();
    }

    void endAll(Notification it, PushChannel channel, Set<UUID> people, DeliveryResult result) {
        people.forEach(account -> end(it, channel, account, result));
    }

    /** With its entry in the log of pushes, where something was handed to somebody. A slow answer can come when another copy has brought it. */
    void end(Notification it, PushChannel channel, UUID account, DeliveryResult result) {
        end(it, Ids.next(), channel, account, result);
    }

    void end(Notification it, UUID push, PushChannel channel, UUID account, DeliveryResult result) {
        PushResult pushed = result.pushed();
        transaction.executeWithoutResult(status -> {
            boolean mine = ended(it.getId(), channel, Set.of(account), result) == 1;
            if (mine && pushed != null) {
                pushes.sent(push, account, channel, pushed, it.getKind(), it.getTitle(), clock.instant());
            }
        });
    }

    /** Without an entry in the log of pushes. @return how many it was not over for */
    int ended(UUID notification, PushChannel channel, Set<UUID> people, DeliveryResult result) {
        if (people.isEmpty()) {
            return 0;
        }
        return jdbc.sql("""
                        update notification_receiver set result = ?, at = ?
                        where notification_id = ? and channel = ? and account_id = any(?) and result in ('WAITING', 'TAKEN')""")
                .params(Arrays.asList(
                        result.name(),
                        BusinessTime.at(clock.instant()),
                        notification,
                        channel.name(),
                        people.toArray(UUID[]::new)))
                .update();
    }

    static Set<UUID> without(Set<UUID> all, Set<UUID> some) {
        Set<UUID> rest = new HashSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    /** It is sent when nobody waits any more. */
    void endIfDone(UUID id) {
        jdbc.sql("""
                        update notification set state = 'SENT', ended_at = ?, version = version + 1
                        where id = ? and state = 'SENDING' and not exists (
                          select from notification_receiver r where r.notification_id = notification.id and r.result in ('WAITING', 'TAKEN'))""").params(BusinessTime.at(clock.instant()), id).update();
    }
}
