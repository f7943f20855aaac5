package cn.zhengqi.message.notification;

import static cn.zhengqi.events.EventHandler.on;

import cn.zhengqi.auth.api.AccountClosed;
import cn.zhengqi.events.EventHandler;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.LikePattern;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.message.api.MessageKind;
import cn.zhengqi.message.audience.Conditions;
import cn.zhengqi.message.audience.Meant;
import cn.zhengqi.message.push.PushChannel;
import cn.zhengqi.message.push.TextMissed;
import cn.zhengqi.message.push.TextReported;
import cn.zhengqi.message.push.TextTaken;
import cn.zhengqi.message.push.WayEnded;
import cn.zhengqi.message.ways.OuterNotice;
import cn.zhengqi.message.ways.OuterWays;
import cn.zhengqi.message.ways.Terms;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** To whom a notification goes by which way, and what became of it. */
@Component
class Receivers {

    private static final String ROWS = """
            select r.account_id, r.channel, r.result, r.at, m.read_at,
              case when r.result = 'WAITING' and r.held_until > now() then r.held_until end as held_until,
              coalesce((select name from account_name where account_id = r.account_id),
                (select max(name) from member where account_id = r.account_id)) as receiver
            from notification_receiver r
            left join message m on r.channel = 'IN_SITE' and m.account_id = r.account_id
              and m.event_id = r.notification_id and not m.at_desk
            where r.notification_id = ?""";

    private final JdbcClient jdbc;
    private final OuterWays ways;
    private final Clock clock;

    Receivers(JdbcClient jdbc, OuterWays ways, Clock clock) {
        this.jdbc = jdbc;
        this.ways = ways;
        this.clock = clock;
    }

    /** What is kept of a person here goes with the account. */
    @Configuration(proxyBeanMethods = false)
    static class Events {

        @Bean
        EventHandler<AccountClosed> receiverGone(Receivers receivers) {
            return on(AccountClosed.class, "notifications", (closed, meta) -> receivers.forget(closed.accountId()));
        }
    }

    /** Not private: the bean is a proxy, which has nothing of its own to ask. */
    void forget(UUID account) {
        jdbc.sql("delete from notification_receiver where account_id = ?")
                .param(account)
                .update();
    }

    /** What a provider could not bring and was sent again goes on where it was sent first, which is known there by its first push. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void sentAgain(WayEnded ended) {
        DeliveryResult now = switch (ended.how()) {
            // Of what was taken no more is heard where the report that it arrived was quicker.
            case TAKEN -> ended.reportedUnder() == null ? DeliveryResult.DELIVERED : DeliveryResult.ACCEPTED;
            case UNCERTAIN -> DeliveryResult.UNCERTAIN;
            case FAILED, NOBODY -> null;
        };
        if (now != null && ended.way() == PushChannel.SMS) {
            jdbc.sql("""
                            update notification_receiver set result = ?, at = ?, resent_push_id = ?
                            where push_id = ? and result in ('UNDELIVERED', 'UNCERTAIN')""")
                    .params(Arrays.asList(
                            now.name(), BusinessTime.at(clock.instant()), ended.reportedUnder(), ended.message()))
                    .update();
        }
    }

    /** What a provider reported counts for who it is of. What it could not bring stands in 未送达通知 too, where it can be sent again. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void reported(TextReported report) {
        ended(report.push(), report.delivered() ? DeliveryResult.DELIVERED : DeliveryResult.UNDELIVERED).stream()
                .filter(it -> !report.delivered())
                .forEach(ways::undelivered);
    }

    /** Of what nobody knew its provider has said that it has it. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void taken(TextTaken found) {
        jdbc.sql("""
                        update notification_receiver set result = 'ACCEPTED', at = ?
                        where ? in (push_id, resent_push_id) and result = 'UNCERTAIN'""").params(BusinessTime.at(clock.instant()), found.push()).update();
    }

    /** Of what nobody knew its provider has said that it never had it: it goes by 未送达通知, at once and by itself unless it was cancelled. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void missed(TextMissed miss) {
        for (OuterNotice it : ended(miss.push(), DeliveryResult.UNDELIVERED)) {
            ways.undelivered(it);
            if (miss.goesAgain()) {
                ways.goAgain(it.message());
            }
        }
    }

    /** @return what went out under this push; of what was sent again 未送达通知 hears by itself */
    private List<OuterNotice> ended(UUID push, DeliveryResult result) {
        jdbc.sql("""
                        update notification_receiver set result = ?, at = ?
                        where resent_push_id = ? and result in ('ACCEPTED', 'UNCERTAIN')""")
                .params(result.name(), BusinessTime.at(clock.instant()), push)
                .update();
        return jdbc.sql("""
                        update notification_receiver r set result = ?, at = ?
                        from notification n where n.id = r.notification_id and r.push_id = ? and r.result in ('ACCEPTED', 'UNCERTAIN')
                        returning r.account_id, n.kind, n.title, n.link, n.mandatory""")
                .params(result.name(), BusinessTime.at(clock.instant()), push)
                .query((row, number) -> new OuterNotice(
                        push,
                        row.getObject("account_id", UUID.class),
                        MessageKind.valueOf(row.getString("kind")),
                        new Terms(Terms.NOTIFICATIONS, row.getBoolean("mandatory"), false, false),
                        null,
                        null,
                        row.getString("title"),
                        row.getString("link"),
                        clock.instant(),
                        false))
                .list();
    }

    /** Fixes them, each once by each way. */
    void fix(UUID notification, Meant meant, List<PushChannel> ways) {
        Conditions.Query people = meant.query();
        List<Object> parameters = new ArrayList<>();
        parameters.add(notification);
        parameters.addAll(people.parameters());
        parameters.add(ways.stream().map(Enum::name).toArray(String[]::new));
        jdbc.sql("""
                        insert into notification_receiver (notification_id, account_id, channel)
                        select cast(? as uuid), people.account_id, way from (%s) people cross join unnest(?) way
                        on conflict do nothing""".formatted(people.sql())).params(parameters).update();
    }

    /** What was tried and not answered may have gone out. What goes again by itself does not when it only waits for its hour, either; who sets it out at this moment is waited for ({@link CancelledNotifications}). */
    void cancel(UUID notification, Instant at) {
        jdbc.sql("select from notification where id = ? for update")
                .param(notification)
                .query(row -> {
                    // Only locked.
                });
        jdbc.sql("""
                        update notification_receiver set result = case when unanswered_since is null then 'CANCELLED' else 'UNCERTAIN' end, at = ?
                        where notification_id = ? and result = 'WAITING'""").params(BusinessTime.at(at), notification).update();
        ways.takeBack(jdbc.sql(
                        "select push_id from notification_receiver where notification_id = ? and result in ('UNDELIVERED', 'UNCERTAIN') and push_id is not null")
                .param(notification)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list());
    }

    List<NotificationDetail.Tally> progress(UUID notification) {
        return jdbc.sql("""
                        select channel, result, count(*) as n from notification_receiver where notification_id = ?
                        group by channel, result order by channel, result""")
                .param(notification)
                .query((row, number) -> new NotificationDetail.Tally(
                        PushChannel.valueOf(row.getString("channel")),
                        DeliveryResult.valueOf(row.getString("result")),
                        row.getLong("n")))
                .list();
    }

    @Transactional(readOnly = true)
    Page<Receiver> list(UUID notification, ReceiverFilter filter, PageRequest page) {
        Narrowed narrowed = narrowed(notification, filter);
        List<Object> parameters = new ArrayList<>(narrowed.parameters());
        parameters.add(page.size());
        parameters.add(page.offset());
        List<Receiver> items = jdbc.sql(ROWS + narrowed.sql() + " order by r.account_id, r.channel limit ? offset ?")
                .params(parameters)
                .query((row, number) -> receiver(row))
                .list();
        return Page.of(items, count(notification, filter), page);
    }

    @Transactional(readOnly = true)
    long count(UUID notification, ReceiverFilter filter) {
        Narrowed narrowed = narrowed(notification, filter);
        return jdbc.sql("select count(*) from notification_receiver r where r.notification_id = ?" + narrowed.sql())
                .params(narrowed.parameters())
                .query(Long.class)
                .single();
    }

    /** Row by row; the rows are not kept. */
    @Transactional(readOnly = true)
    void each(UUID notification, ReceiverFilter filter, Consumer<Receiver> taker) {
        Narrowed narrowed = narrowed(notification, filter);
        jdbc.sql(ROWS + narrowed.sql() + " order by r.account_id, r.channel")
                .params(narrowed.parameters())
                .withFetchSize(500)
                .query(row -> {
                    taker.accept(receiver(row));
                });
    }

    private record Narrowed(String sql, List<Object> parameters) {}

    private static Narrowed narrowed(UUID notification, ReceiverFilter filter) {
        StringBuilder sql = new StringBuilder();
        List<Object> parameters = new ArrayList<>(List.of(notification));
        if (filter.channel() != null) {
            sql.append(" and r.channel = ?");
            parameters.add(filter.channel().name());
        }
        if (filter.result() != null) {
            sql.append(" and r.result = ?");
            parameters.add(filter.result().name());
        }
        String name = LikePattern.containing(filter.receiver());
        if (name != null) {
            sql.append(" and r.account_id in (select account_id from member where name ilike ?"
                    + " union select account_id from account_name where name ilike ?)");
            parameters.add(name);
            parameters.add(name);
        }
        return new Narrowed(sql.toString(), parameters);
    }

    private static Receiver receiver(ResultSet row) throws SQLException {
        return new Receiver(
                row.getObject("account_id", UUID.class),
                row.getString("receiver"),
                PushChannel.valueOf(row.getString("channel")),
                DeliveryResult.valueOf(row.getString("result")),
                time(row.getObject("at", OffsetDateTime.class)),
                time(row.getObject("held_until", OffsetDateTime.class)),
                time(row.getObject("read_at", OffsetDateTime.class)));
    }

    private static @Nullable OffsetDateTime time(@Nullable OffsetDateTime at) {
        return at == null ? null : BusinessTime.at(at.toInstant());
    }
}
