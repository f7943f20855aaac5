package cn.zhengqi.message.ways;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.message.api.MessageKind;
import cn.zhengqi.message.push.PushChannel;
import cn.zhengqi.message.push.TextReported;
import cn.zhengqi.message.push.WayEnded;
import cn.zhengqi.message.sms.TextMessages;
import cn.zhengqi.message.sms.TextNotices;
import cn.zhengqi.message.wechat.WeChatNotices;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a message from one way to the next until one has it: 公众号, 订阅消息, then 短信; in the inbox it lies already. The next is tried only when the one before has failed for good or leads to nobody,
 * so nobody is told the same by two. Each step is taken in the transaction that heard of the one before. What its receiver declined does not go, at night it waits (ADR 0051).
 */
@Component
@EnableConfigurationProperties(WaysSettings.class)
public class OuterWays {

    /** By which the digest goes; its receiver chose it, and goes without it by choosing otherwise. */
    private static final Terms DIGEST = new Terms("digest", true, false, false);

    /** Of what no provider reported within it, it is taken to have arrived. */
    static final Duration REPORTS_WITHIN = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Preferences preferences;
    private final WeChatNotices weChat;
    private final TextNotices texts;
    private final TextMessages phones;
    private final WaysSettings settings;
    private final Clock clock;

    OuterWays(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Preferences preferences,
            WeChatNotices weChat,
            TextNotices texts,
            TextMessages phones,
            WaysSettings settings,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.preferences = preferences;
        this.weChat = weChat;
        this.texts = texts;
        this.phones = phones;
        this.settings = settings;
        this.clock = clock;
    }

    private record Row(OuterNotice notice, List<PushChannel> ways, List<PushChannel> failed) {

        static Row read(ResultSet row, int number) throws SQLException {
            return new Row(
                    new OuterNotice(
                            row.getObject("message_id", UUID.class),
                            row.getObject("account_id", UUID.class),
                            MessageKind.valueOf(row.getString("kind")),
                            new Terms(row.getString("code"), row.getBoolean("fixed"), row.getBoolean("urgent"), false),
                            row.getString("we_chat"),
                            row.getString("subscription"),
                            row.getString("sms"),
                            row.getString("link"),
                            row.getObject("happened_at", OffsetDateTime.class).toInstant()),
                    channels(row, "ways"),
                    channels(row, "failed"));
        }
    }

    /** In the transaction of the message. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(OuterNotice notice) {
        List<PushChannel> ways = wanted(notice, notice.chain());
        if (ways.isEmpty()) {
            return;
        }
        Instant now = now();
        if (notice.terms().digestible() && choice(notice).digest()) {
            insert(notice, ways, "DIGEST", settings.nextDigest(now));
            return;
        }
        insert(notice, ways, "HELD", now);
        go(notice, ways, now);
    }

    private void insert(OuterNotice notice, List<PushChannel> ways, String state, Instant due) {
        jdbc.sql("""
                        insert into outer_notice (message_id, account_id, code, kind, we_chat, subscription, sms, link, happened_at, fixed, urgent, state, ways, due_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        notice.message(),
                        notice.account(),
                        notice.terms().code(),
                        notice.kind().name(),
                        notice.weChat(),
                        notice.subscription(),
                        notice.sms(),
                        notice.link(),
                        BusinessTime.at(notice.at()),
                        notice.terms().fixed(),
                        notice.terms().urgent(),
                        state,
                        names(ways),
                        BusinessTime.at(due)))
                .update();
    }

    /** Of these ways, those that the receiver has not declined and that somebody serves. */
    private List<PushChannel> wanted(OuterNotice notice, List<PushChannel> ways) {
        if (ways.isEmpty()) {
            return ways;
        }
        Set<PushChannel> declined = choice(notice).declined();
        return ways.stream()
                .filter(way -> !declined.contains(way))
                .filter(way -> way != PushChannel.SMS || phones.bringNotifications())
                .toList();
    }

    private Choice choice(OuterNotice notice) {
        return notice.terms().fixed()
                ? Choice.AS_OFFERED
                : preferences.of(notice.account(), notice.terms().code());
    }

    /** By the first of these ways, or, at night, when it is over. */
    private void go(OuterNotice notice, List<PushChannel> ways, Instant now) {
        Optional<Instant> quiet = notice.terms().urgent() ? Optional.empty() : preferences.quiet(notice.account(), now);
        jdbc.sql(
                        "update outer_notice set state = ?, ways = ?, due_at = ?, ended_at = null, push_id = null where message_id = ?")
                .params(Arrays.asList(
                        quiet.isPresent() ? "HELD" : "UNDER_WAY",
                        names(ways),
                        quiet.map(BusinessTime::at).orElse(null),
                        notice.message()))
                .update();
        if (quiet.isPresent()) {
            return;
        }
        switch (ways.getFirst()) {
            case WECHAT ->
                weChat.add(
                        PushChannel.WECHAT,
                        notice.message(),
                        notice.account(),
                        notice.kind(),
                        Objects.requireNonNull(notice.weChat()),
                        notice.link(),
                        notice.at());
            case SUBSCRIPTION ->
                weChat.add(
                        PushChannel.SUBSCRIPTION,
                        notice.message(),
                        notice.account(),
                        notice.kind(),
                        Objects.requireNonNull(notice.subscription()),
                        notice.link(),
                        notice.at());
            case SMS ->
                texts.add(notice.message(), notice.account(), notice.kind(), Objects.requireNonNull(notice.sms()));
            case IN_SITE -> throw new IllegalStateException("It lies in the inbox");
        }
    }

    /** In the transaction in which it is on record. Of what is not under way by this way nothing is heard: it was told before there were chains, or goes by itself. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void ended(WayEnded ended) {
        jdbc.sql("""
                        select * from outer_notice where message_id = ? and state = 'UNDER_WAY' and ways[1] = ? for update""")
                .params(ended.message(), ended.way().name())
                .query(Row::read)
                .optional()
                .ifPresent(row -> ended(row, ended.how(), ended.reportedUnder()));
    }

    /** What a provider took and reported: it has arrived, or it has not and can be sent again. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void reported(TextReported report) {
        List<UUID> reported = jdbc.sql("select message_id from outer_notice where push_id = ? for update")
                .param(report.push())
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
        for (UUID message : reported) {
            if (report.delivered()) {
                delete(message);
            } else {
                jdbc.sql("""
                                update outer_notice set failed = array(select distinct unnest(failed || array['SMS'])), push_id = null
                                where message_id = ?""").param(message).update();
                finish(message, "FAILED");
            }
        }
    }

    /** What an operator sent to one person, and a provider took and could not bring. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void undelivered(OuterNotice notice) {
        insert(notice, List.of(PushChannel.SMS), "HELD", now());
        jdbc.sql("update outer_notice set failed = '{SMS}', due_at = null, state = 'UNDER_WAY' where message_id = ?")
                .param(notice.message())
                .update();
        finish(notice.message(), "FAILED");
    }

    private void ended(Row row, WayEnded.How how, @Nullable UUID push) {
        OuterNotice notice = row.notice();
        Set<PushChannel> failed = new LinkedHashSet<>(row.failed());
        if (how == WayEnded.How.FAILED || how == WayEnded.How.UNCERTAIN) {
            failed.add(row.ways().getFirst());
            jdbc.sql("update outer_notice set failed = ? where message_id = ?")
                    .params(names(failed), notice.message())
                    .update();
        }
        switch (how) {
            case TAKEN -> {
                if (push == null) {
                    delete(notice.message());
                } else {
                    waitForReport(notice.message(), push);
                }
            }
            case UNCERTAIN -> {
                finish(notice.message(), "UNCERTAIN");
                jdbc.sql("update outer_notice set push_id = ? where message_id = ?")
                        .params(Arrays.asList(push, notice.message()))
                        .update();
            }
            case FAILED, NOBODY -> {
                List<PushChannel> rest =
                        wanted(notice, row.ways().subList(1, row.ways().size()));
                if (!rest.isEmpty()) {
                    go(notice, rest, now());
                } else if (failed.isEmpty()) {
                    delete(notice.message());
                } else {
                    finish(notice.message(), "FAILED");
                }
            }
        }
    }

    private void waitForReport(UUID message, UUID push) {
        jdbc.sql("update outer_notice set state = 'TAKEN', push_id = ?, taken_at = ? where message_id = ?")
                .params(push, BusinessTime.at(now()), message)
                .update();
    }

    private void delete(UUID message) {
        jdbc.sql("delete from outer_notice where message_id = ?").param(message).update();
    }

    private void finish(UUID message, String state) {
        jdbc.sql("update outer_notice set state = ?, ways = '{}', ended_at = ?, taken_at = null where message_id = ?")
                .params(state, BusinessTime.at(now()), message)
                .update();
    }

    /** In every copy of the service: each takes those that no other has. */
    @Scheduled(fixedDelayString = "${zhengqi.message.look-every:PT1S}")
    void releaseAll() {
        while (Boolean.TRUE.equals(transaction.execute(status -> release()))) {
            // Until none is due.
        }
        while (Boolean.TRUE.equals(transaction.execute(status -> digest()))) {
            // Until nobody's is due.
        }
        jdbc.sql("delete from outer_notice where taken_at <= ?")
                .param(BusinessTime.at(now().minus(REPORTS_WITHIN)))
                .update();
    }

    /** What was declined since it was held, or read, done or deleted, does not go. */
    private boolean release() {
        Optional<Row> due =
                jdbc.sql("""
                        select * from outer_notice where state = 'HELD' and due_at <= ?
                        order by due_at limit 1 for update skip locked""").param(BusinessTime.at(now())).query(Row::read).optional();
        due.ifPresent(row -> {
            List<PushChannel> ways = wanted(row.notice(), row.ways());
            if (ways.isEmpty() || unread(row.notice().account(), List.of(row)).isEmpty()) {
                delete(row.notice().message());
            } else {
                go(row.notice(), ways, now());
            }
        });
        return due.isPresent();
    }

    /** One person's day: what they have read meanwhile, or deleted, is not counted. */
    private boolean digest() {
        Instant now = now();
        Optional<UUID> account = jdbc.sql("""
                        select account_id from outer_notice where state = 'DIGEST' and due_at <= ?
                        order by due_at limit 1""")
                .param(BusinessTime.at(now))
                .query((row, number) -> row.getObject(1, UUID.class))
                .optional();
        account.ifPresent(it -> digest(it, now));
        return account.isPresent();
    }

    /** Copies that come to the same person wait for each other; the second finds nothing more to tell. */
    private void digest(UUID account, Instant now) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('zhengqi_message_digest'), hashtext(?))")
                .param(account.toString())
                .query(row -> {
                    // pg_advisory_xact_lock answers void
                });
        List<Row> gathered = jdbc.sql("""
                        delete from outer_notice where account_id = ? and state = 'DIGEST' and due_at <= ? returning *""")
                .params(account, BusinessTime.at(now))
                .query(Row::read)
                .list();
        Set<UUID> unread = unread(account, gathered);
        List<Row> told = gathered.stream()
                .filter(row -> unread.contains(row.notice().message()))
                .toList();
        Set<PushChannel> ways = told.stream()
                .flatMap(row -> wanted(row.notice(), row.ways()).stream())
                .collect(Collectors.toSet());
        if (ways.isEmpty()) {
            return;
        }
        String words = "每日汇总：" + told.size() + " 条未读消息";
        OuterNotice digest = new OuterNotice(
                Ids.next(),
                account,
                MessageKind.SYSTEM,
                DIGEST,
                ways.contains(PushChannel.WECHAT) ? words : null,
                ways.contains(PushChannel.SUBSCRIPTION) ? words : null,
                ways.contains(PushChannel.SMS) ? words : null,
                null,
                now);
        insert(digest, digest.chain(), "HELD", now);
        go(digest, digest.chain(), now);
    }

    private Set<UUID> unread(UUID account, List<Row> gathered) {
        return jdbc.sql("""
                        select id from message where account_id = ? and id = any(?) and read_at is null and done_at is null""")
                .params(
                        account,
                        gathered.stream().map(row -> row.notice().message()).toArray(UUID[]::new))
                .query((row, number) -> row.getObject(1, UUID.class))
                .set();
    }

    /** What became of sending one again. */
    enum Resent {
        RESENT,
        /** It has arrived meanwhile, is on its way, or went after its term. */
        NOT_THERE,
        /** It may have gone out. */
        UNCERTAIN,
        /** Its receiver wants it by none of its ways any more. */
        DECLINED
    }

    /** By all its ways anew, as its receiver wants it now. What has arrived is not sent again. */
    Resent resend(UUID message) {
        Optional<String> state = jdbc.sql("select state from outer_notice where message_id = ? for update")
                .param(message)
                .query(String.class)
                .optional();
        if (state.isEmpty() || !state.get().equals("FAILED")) {
            return state.filter("UNCERTAIN"::equals).isPresent() ? Resent.UNCERTAIN : Resent.NOT_THERE;
        }
        OuterNotice notice = jdbc.sql("select * from outer_notice where message_id = ?")
                .param(message)
                .query(Row::read)
                .single()
                .notice();
        List<PushChannel> ways = wanted(notice, notice.chain());
        if (ways.isEmpty()) {
            return Resent.DECLINED;
        }
        jdbc.sql("update outer_notice set resent = resent + 1, failed = '{}' where message_id = ?")
                .param(message)
                .update();
        go(notice, ways, now());
        return Resent.RESENT;
    }

    /** The account is closed for good. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(UUID account) {
        jdbc.sql("delete from outer_notice where account_id = ?").param(account).update();
        preferences.forget(account);
    }

    private static String[] names(Iterable<PushChannel> ways) {
        Set<String> names = new LinkedHashSet<>();
        ways.forEach(way -> names.add(way.name()));
        return names.toArray(String[]::new);
    }

    private static List<PushChannel> channels(ResultSet row, String column) throws SQLException {
        return Arrays.stream(Preferences.strings(row.getArray(column)))
                .map(PushChannel::valueOf)
                .toList();
    }

    /** As exact as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
