package cn.zhengqi.message.notification;

import cn.zhengqi.auth.api.InternalAccounts;
import cn.zhengqi.auth.api.InternalAccounts.AccountRecord;
import cn.zhengqi.auth.api.wechat.InternalWeChat;
import cn.zhengqi.auth.api.wechat.InternalWeChat.Note;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.message.audience.Holders;
import cn.zhengqi.message.audience.Meant;
import cn.zhengqi.message.inbox.Messages;
import cn.zhengqi.message.push.PushChannel;
import cn.zhengqi.message.push.PushLog;
import cn.zhengqi.message.push.PushResult;
import cn.zhengqi.message.push.TextReported;
import cn.zhengqi.message.sms.Lanes;
import cn.zhengqi.message.sms.TextMessages;
import cn.zhengqi.message.ways.Preferences;
import cn.zhengqi.message.ways.Terms;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends notifications, in every copy of the service at once. Receivers are fixed when its time has come; each is then taken by one copy. In-site messages are written in
 * the transaction that takes them: a copy that dies leaves them as they were. WeChat is asked again under the same id, which it sends once. A text message is taken
 * before it is handed over, and never handed over again: of one whose copy died nobody knows, and that is what is said of it.
 */
@Component
@EnableConfigurationProperties(NotificationSettings.class)
class NotificationSending {

    private static final Logger log = LoggerFactory.getLogger(NotificationSending.class);

    static final int BATCH = 200;

    /** With pauses of 5 seconds to 5 minutes between them. */
    static final int TRIES = 10;

    /** All within five minutes: for ten WeChat knows a message again, and a note whose answer was lost is not shown twice. */
    static final int NOTE_TRIES = 6;

    private static final int NOTES_AT_ONCE = 100;
    private static final int TEXTS_AT_ONCE = 20;

    /** Longer than any provider is waited for. */
    private static final Duration TAKEN_FOR = Duration.ofMinutes(5);

    private final NotificationMapper notifications;
    private final Receivers receivers;
    private final Holders holders;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Messages messages;
    private final PushLog pushes;
    private final InternalWeChat weChat;
    private final InternalAccounts accounts;
    private final TextMessages texts;
    private final Preferences preferences;
    private final NotificationSettings settings;
    private final Clock clock;
    private final Lanes lanes = new Lanes();

    NotificationSending(
            NotificationMapper notifications,
            Receivers receivers,
            Holders holders,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Messages messages,
            PushLog pushes,
            InternalWeChat weChat,
            InternalAccounts accounts,
            TextMessages texts,
            Preferences preferences,
            NotificationSettings settings,
            Clock clock) {
        this.notifications = notifications;
        this.receivers = receivers;
        this.holders = holders;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.messages = messages;
        this.pushes = pushes;
        this.weChat = weChat;
        this.accounts = accounts;
        this.texts = texts;
        this.preferences = preferences;
        this.settings = settings;
        this.clock = clock;
    }

    private record Taken(UUID account, UUID note, int tries) {

        static Taken read(ResultSet row, int number) throws SQLException {
            return new Taken(
                    row.getObject("account_id", UUID.class), row.getObject("note_id", UUID.class), row.getInt("tries"));
        }
    }

    @Scheduled(fixedDelayString = "${zhengqi.message.look-every:PT1S}")
    void sendAll() {
        notifications.due(now()).forEach(this::start);
        for (UUID id : sending()) {
            try {
                notifications.find(id).ifPresent(this::send);
            } catch (RuntimeException failure) {
                // The others do not wait for it; what it had taken is free again, or is put on record as uncertain.
                log.warn("Notification {} goes on at the next turn: {}", id, failure.toString());
            }
        }
    }

    /** Others are asked whom it means before the transaction begins. While they do not answer it waits: nobody is told by half an audience. */
    private void start(Notification due) {
        try {
            Meant meant = holders.meant(due.getAudience());
            transaction.executeWithoutResult(status ->
                    notifications.toStart(due.getId(), due.getVersion()).ifPresent(it -> start(it, meant, now())));
        } catch (RuntimeException failure) {
            log.warn("Nobody says yet whom notification {} is for: {}", due.getId(), failure.toString());
            putOff(due);
        }
    }

    /** It keeps its version: who cancels it by what they see is not disturbed. */
    private void putOff(Notification it) {
        jdbc.sql("""
                        update notification set start_tries = start_tries + 1,
                          start_after = cast(? as timestamptz) + least(interval '5 minutes', interval '5 seconds' * 2 ^ least(start_tries, 10))
                        where id = ? and version = ? and state = 'SCHEDULED'""")
                .params(BusinessTime.at(now()), it.getId(), it.getVersion())
                .update();
    }

    /** Where it has become for too many people meanwhile, a second person decides, and whom it is for is asked anew then. */
    private void start(Notification it, Meant meant, Instant now) {
        receivers.fix(it.getId(), meant, it.ways());
        long people = jdbc.sql("select count(distinct account_id) from notification_receiver where notification_id = ?")
                .param(it.getId())
                .query(Long.class)
                .single();
        if (!it.start(people, settings.approvalAbove(), now)) {
            jdbc.sql("delete from notification_receiver where notification_id = ?")
                    .param(it.getId())
                    .update();
        }
        notifications.update(it);
    }

    private List<UUID> sending() {
        return jdbc.sql("select id from notification where state = 'SENDING' order by started_at, id")
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    private void send(Notification it) {
        if (it.goesBy(PushChannel.IN_SITE)) {
            while (toInboxes(it) > 0) {
                // Until all are told or taken by other copies.
            }
        }
        if (it.goesBy(PushChannel.WECHAT)) {
            toWeChat(it);
        }
        // Where nobody brings them they wait for a copy that has somebody, or for being cancelled.
        if (it.goesBy(PushChannel.SMS) && texts.bringNotifications()) {
            toPhones(it);
        }
        endIfDone(it.getId());
    }

    /** @return how many were taken */
    int toInboxes(Notification it) {
        Integer taken = transaction.execute(status -> {
            Set<UUID> people = new HashSet<>(jdbc.sql("""
                            select r.account_id from notification_receiver r join notification n on n.id = r.notification_id
                            where r.notification_id = ? and r.channel = 'IN_SITE' and r.result = 'WAITING' and n.state = 'SENDING'
                            order by r.account_id limit ? for update of r skip locked""")
                    .params(it.getId(), BATCH)
                    .query((row, number) -> row.getObject(1, UUID.class))
                    .list());
            if (people.isEmpty()) {
                return 0;
            }
            Set<UUID> there = stillIn(people);
            messages.post(there, it.getId(), it.notice(), now());
            ended(it.getId(), PushChannel.IN_SITE, there, DeliveryResult.DELIVERED);
            Set<UUID> gone = new HashSet<>(people);
            gone.removeAll(there);
            ended(it.getId(), PushChannel.IN_SITE, gone, DeliveryResult.GONE);
            return people.size();
        });
        return taken == null ? 0 : taken;
    }

    private void toWeChat(Notification it) {
        List<Taken> taken = takeNotes(it);
        while (!taken.isEmpty()) {
            Set<UUID> all = taken.stream().map(Taken::account).collect(Collectors.toSet());
            Set<UUID> living = stillIn(all);
            endAll(it, PushChannel.WECHAT, without(all, living), DeliveryResult.GONE);
            Set<UUID> there = toTellNow(it, PushChannel.WECHAT, living);
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
            endAll(it, PushChannel.WECHAT, without(there, bound), DeliveryResult.NOBODY);
            for (Taken one : taken) {
                if (bound.contains(one.account()) && !sendNote(it, one)) {
                    return;
                }
            }
            taken = takeNotes(it);
        }
    }

    /** Who takes some puts off their next try: should this copy die, another takes them then. */
    private List<Taken> takeNotes(Notification it) {
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
                .params(it.getId(), it.getId(), NOTES_AT_ONCE)
                .query(Taken::read)
                .list();
    }

    /** @return false: WeChat, or auth-service, is away, and the others need not be tried now */
    private boolean sendNote(Notification it, Taken one) {
        try {
            InternalWeChat.Outcome outcome = weChat.send(
                            new Note(one.note(), one.account(), it.getTitle(), it.getLink(), now()))
                    .outcome();
            end(
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
                .filter(one -> one.tries() >= NOTE_TRIES)
                .forEach(one -> end(it, PushChannel.WECHAT, one.account(), DeliveryResult.FAILED));
    }

    private void toPhones(Notification it) {
        forgetLost(it);
        Set<UUID> taken = takePhones(it);
        while (!taken.isEmpty()) {
            Set<UUID> there = stillIn(taken);
            endAll(it, PushChannel.SMS, without(taken, there), DeliveryResult.GONE);
            lanes.each(toTellNow(it, PushChannel.SMS, there), account -> sendText(it, account));
            taken = takePhones(it);
        }
    }

    /** Those whose copy of the service died may have gone out: they are not sent again. */
    private void forgetLost(Notification it) {
        Set<UUID> lost = new HashSet<>(jdbc.sql("""
                        select account_id from notification_receiver
                        where notification_id = ? and channel = 'SMS' and result = 'TAKEN' and at < ?""")
                .params(it.getId(), BusinessTime.at(now().minus(TAKEN_FOR)))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list());
        endAll(it, PushChannel.SMS, lost, DeliveryResult.UNCERTAIN);
    }

    private Set<UUID> takePhones(Notification it) {
        return new HashSet<>(jdbc.sql("""
                        update notification_receiver set tries = tries + 1, result = 'TAKEN', at = ?
                        where notification_id = ? and channel = 'SMS' and account_id = any(array(
                          select r.account_id from notification_receiver r join notification n on n.id = r.notification_id
                          where r.notification_id = ? and r.channel = 'SMS' and r.result = 'WAITING'
                            and r.next_try_at <= now() and n.state = 'SENDING'
                          order by r.next_try_at limit ? for update of r skip locked))
                        returning account_id""")
                .params(BusinessTime.at(now()), it.getId(), it.getId(), TEXTS_AT_ONCE)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list());
    }

    private void sendText(Notification it, UUID account) {
        AccountRecord owner;
        try {
            owner = accounts.account(account);
        } catch (RuntimeException failure) {
            log.warn("Nobody says the phone of an account for notification {}: {}", it.getId(), failure.toString());
            putBack(it, account);
            return;
        }
        if (!owner.enabled() || !owner.phoneProved()) {
            end(it, PushChannel.SMS, account, owner.enabled() ? DeliveryResult.NOBODY : DeliveryResult.GONE);
            return;
        }
        UUID push = Ids.next();
        switch (texts.sendNotification(push, account, owner.phone(), it.getTitle())) {
            case ACCEPTED -> endOfText(it, push, account, DeliveryResult.ACCEPTED);
            case REFUSED -> end(it, push, PushChannel.SMS, account, DeliveryResult.FAILED);
            case UNKNOWN -> endOfText(it, push, account, DeliveryResult.UNCERTAIN);
            case UNAVAILABLE -> putBack(it, account);
        }
    }

    /** What its provider has, or may have, it will report of; the report may have been quicker than the answer. */
    private void endOfText(Notification it, UUID push, UUID account, DeliveryResult result) {
        transaction.executeWithoutResult(status -> {
            Optional<Boolean> delivered = texts.delivered(push);
            end(it, push, PushChannel.SMS, account, result);
            jdbc.sql("""
                            update notification_receiver set push_id = ?
                            where notification_id = ? and channel = 'SMS' and account_id = ? and result = ?""").params(push, it.getId(), account, result.name()).update();
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

    /** Of these, those who want it by this way and whom it may reach at this hour: for the others it is over, or waits for the end of their quiet hours. */
    private Set<UUID> toTellNow(Notification it, PushChannel channel, Set<UUID> people) {
        Set<UUID> declined = it.isMandatory() ? Set.of() : preferences.declined(people, Terms.NOTIFICATIONS, channel);
        endAll(it, channel, declined, DeliveryResult.DECLINED);
        Set<UUID> wanting = without(people, declined);
        Map<UUID, Instant> quiet = preferences.quiet(wanting, now());
        quiet.forEach((account, until) -> hold(it, channel, account, until));
        return without(wanting, quiet.keySet());
    }

    /** It was not tried; unless it was cancelled meanwhile it waits as before. */
    private void hold(Notification it, PushChannel channel, UUID account, Instant until) {
        jdbc.sql("""
                        update notification_receiver r set
                          result = case when n.state = 'CANCELLED' then 'CANCELLED' else 'WAITING' end, tries = r.tries - 1, next_try_at = ?
                        from notification n where n.id = r.notification_id
                          and r.notification_id = ? and r.channel = ? and r.account_id = ? and r.result in ('WAITING', 'TAKEN')""")
                .params(BusinessTime.at(until), it.getId(), channel.name(), account)
                .update();
    }

    /** Of these, those that may still get in: nobody else is told. */
    private Set<UUID> stillIn(Set<UUID> people) {
        return jdbc.sql("""
                        select account_id from account a where account_id = any(?) and enabled
                          and not exists (select from closed_account c where c.account_id = a.account_id)""")
                .param(people.toArray(UUID[]::new))
                .query((row, number) -> row.getObject(1, UUID.class))
                .set();
    }

    private static Set<UUID> without(Set<UUID> all, Set<UUID> some) {
        Set<UUID> rest = new HashSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    private void endAll(Notification it, PushChannel channel, Set<UUID> people, DeliveryResult result) {
        people.forEach(account -> end(it, channel, account, result));
    }

    /** With its entry in the log of pushes, where something was handed to somebody. A slow answer can come when another copy has brought it. */
    private void end(Notification it, PushChannel channel, UUID account, DeliveryResult result) {
        end(it, Ids.next(), channel, account, result);
    }

    private void end(Notification it, UUID push, PushChannel channel, UUID account, DeliveryResult result) {
        PushResult pushed = pushed(result);
        transaction.executeWithoutResult(status -> {
            boolean mine = ended(it.getId(), channel, Set.of(account), result) == 1;
            if (mine && pushed != null) {
                pushes.sent(push, account, channel, pushed, it.getKind(), it.getTitle(), now());
            }
        });
    }

    private int ended(UUID notification, PushChannel channel, Set<UUID> people, DeliveryResult result) {
        if (people.isEmpty()) {
            return 0;
        }
        return jdbc.sql("""
                        update notification_receiver set result = ?, at = ?
                        where notification_id = ? and channel = ? and account_id = any(?) and result in ('WAITING', 'TAKEN')""")
                .params(Arrays.asList(
                        result.name(),
                        BusinessTime.at(now()),
                        notification,
                        channel.name(),
                        people.toArray(UUID[]::new)))
                .update();
    }

    private static @Nullable PushResult pushed(DeliveryResult result) {
        return switch (result) {
            case DELIVERED -> PushResult.DELIVERED;
            case ACCEPTED -> PushResult.ACCEPTED;
            case FAILED, UNDELIVERED, UNCERTAIN -> PushResult.FAILED;
            case WAITING, TAKEN, NOBODY, GONE, CANCELLED, DECLINED -> null;
        };
    }

    private void endIfDone(UUID id) {
        jdbc.sql("""
                        update notification set state = 'SENT', ended_at = ?, version = version + 1
                        where id = ? and state = 'SENDING' and not exists (
                          select from notification_receiver r where r.notification_id = notification.id and r.result in ('WAITING', 'TAKEN'))""").params(BusinessTime.at(now()), id).update();
    }

    /** As exact as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
