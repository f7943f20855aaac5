package cn.zhengqi.message.notification;

import cn.zhengqi.auth.api.InternalAccounts;
import cn.zhengqi.auth.api.InternalAccounts.AccountRecord;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.message.push.PushChannel;
import cn.zhengqi.message.push.TextReported;
import cn.zhengqi.message.sms.Lanes;
import cn.zhengqi.message.sms.TextMessages;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands notifications to phones that are proved to be their owners'. A text message is taken before it is handed over, and never handed over again: of one whose copy
 * of the service died nobody knows, and that is what is said of it.
 */
@Component
class TextDelivery {

    private static final Logger log = LoggerFactory.getLogger(TextDelivery.class);

    /** With pauses of 5 seconds to 5 minutes between them. */
    private static final int TRIES = 10;

    private static final int AT_ONCE = 20;

    /** Longer than any provider is waited for. */
    private static final Duration TAKEN_FOR = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final InternalAccounts accounts;
    private final TextMessages texts;
    private final Receivers receivers;
    private final Deliveries deliveries;
    private final Clock clock;
    private final Lanes lanes = new Lanes();

    TextDelivery(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            InternalAccounts accounts,
            TextMessages texts,
            Receivers receivers,
            Deliveries deliveries,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.accounts = accounts;
        this.texts = texts;
        this.receivers = receivers;
        this.deliveries = deliveries;
        this.clock = Deliveries.asExactAsTheDatabase(clock);
    }

    /**
     * Where nobody brings them they wait for a copy that has somebody, or for being cancelled.
     *
     * @return whether some were taken and there may be more
     */
    boolean sendSome(Notification it) {
        if (!texts.bringNotifications()) {
            return false;
        }
        forgetLost(it);
        Set<UUID> taken = take(it);
        Set<UUID> there = deliveries.stillIn(taken);
        deliveries.endAll(it, PushChannel.SMS, Deliveries.without(taken, there), DeliveryResult.GONE);
        lanes.each(deliveries.toTellNow(it, PushChannel.SMS, there), account -> handOver(it, account));
        return !taken.isEmpty();
    }

    private record Lost(UUID account, @Nullable UUID push) {}

    /**
     * Those whose copy of the service died with a push may have gone out: they are not sent again, and reported under the push that was chosen before. Those without
     * one were not handed over, nor will be: of two copies that choose one, one gets it.
     */
    private void forgetLost(Notification it) {
        jdbc.sql("""
                        select account_id, push_id from notification_receiver
                        where notification_id = ? and channel = 'SMS' and result = 'TAKEN' and at < ?""")
                .params(it.getId(), BusinessTime.at(clock.instant().minus(TAKEN_FOR)))
                .query((row, number) -> new Lost(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .list()
                .forEach(lost -> {
                    UUID push = lost.push();
                    if (push == null) {
                        putBack(it, lost.account());
                    } else {
                        endOf(it, push, lost.account(), DeliveryResult.UNCERTAIN);
                    }
                });
    }

    private Set<UUID> take(Notification it) {
        return new HashSet<>(jdbc.sql("""
                        update notification_receiver set tries = tries + 1, result = 'TAKEN', push_id = null, at = ?
                        where notification_id = ? and channel = 'SMS' and account_id = any(array(
                          select r.account_id from notification_receiver r join notification n on n.id = r.notification_id
                          where r.notification_id = ? and r.channel = 'SMS' and r.result = 'WAITING'
                            and r.next_try_at <= now() and n.state = 'SENDING'
                          order by r.next_try_at limit ? for update of r skip locked))
                        returning account_id""")
                .params(BusinessTime.at(clock.instant()), it.getId(), it.getId(), AT_ONCE)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list());
    }

    private void handOver(Notification it, UUID account) {
        AccountRecord owner;
        try {
            owner = accounts.account(account);
        } catch (RuntimeException failure) {
            log.warn("Nobody says the phone of an account for notification {}: {}", it.getId(), failure.toString());
            putBack(it, account);
            return;
        }
        if (!owner.enabled() || !owner.phoneProved()) {
            deliveries.end(it, PushChannel.SMS, account, owner.enabled() ? DeliveryResult.NOBODY : DeliveryResult.GONE);
            return;
        }
        UUID push = Ids.next();
        if (!isMine(it, push, account)) {
            return;
        }
        switch (texts.sendNotification(push, account, owner.phone(), it.getTitle())) {
            case ACCEPTED -> endOf(it, push, account, DeliveryResult.ACCEPTED);
            case REFUSED -> deliveries.end(it, push, PushChannel.SMS, account, DeliveryResult.FAILED);
            case UNKNOWN -> endOf(it, push, account, DeliveryResult.UNCERTAIN);
            case UNAVAILABLE -> putBack(it, account);
        }
    }

    /** Before it is handed over, so that a report finds it though this copy dies. @return false: it was so slow that it was given up */
    private boolean isMine(Notification it, UUID push, UUID account) {
        return jdbc.sql("""
                        update notification_receiver set push_id = ?, at = ?
                        where notification_id = ? and channel = 'SMS' and account_id = ? and result = 'TAKEN' and push_id is null""")
                        .params(push, BusinessTime.at(clock.instant()), it.getId(), account)
                        .update()
                == 1;
    }

    /** What its provider has, or may have, it will report of; the report may have been quicker than the answer. */
    private void endOf(Notification it, UUID push, UUID account, DeliveryResult result) {
        transaction.executeWithoutResult(status -> {
            Optional<Boolean> delivered = texts.delivered(push);
            deliveries.end(it, push, PushChannel.SMS, account, result);
            delivered.ifPresent(arrived -> receivers.reported(new TextReported(push, arrived)));
        });
    }

    /** Nothing was handed over yet: it is tried again, unless that was tried often enough or it was cancelled meanwhile. */
    private void putBack(Notification it, UUID account) {
        jdbc.sql("""
                        update notification_receiver r set
                          result = case when n.state = 'CANCELLED' then 'CANCELLED' when r.tries >= ? then 'FAILED' else 'WAITING' end,
                          next_try_at = now() + least(interval '5 minutes', interval '5 seconds' * 2 ^ least(r.tries, 10))
                        from notification n where n.id = r.notification_id
                          and r.notification_id = ? and r.channel = 'SMS' and r.account_id = ? and r.result = 'TAKEN'""").params(TRIES, it.getId(), account).update();
    }
}
