package cn.zhengqi.auth.webhook;

import cn.zhengqi.auth.api.WebhookGone;
import cn.zhengqi.auth.outside.BackOff;
import cn.zhengqi.auth.outside.OutsideCalls;
import cn.zhengqi.auth.outside.Places;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Messages on their way. A copy of the service claims one by putting off its next try, sends it outside of any transaction, and writes down what came of it; should it
 * die in between, the message goes again, under the same id.
 */
@Component
class Deliveries implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Longer than a try can take. */
    private static final Duration CLAIMED = Duration.ofMinutes(1);

    /** Of the places of a copy, how many one receiver can hold. */
    static final int MOST_TO_ONE = 4;

    /** How long a message is tried. */
    private static final Duration TRIED_FOR = Duration.ofDays(1);

    /** How long one can see what was sent. */
    private static final Duration KEPT = Duration.ofDays(90);

    private final JdbcClient jdbc;
    private final WebhookSecrets secrets;
    private final WebhookSender sender;
    private final AuditTrail audit;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final RandomGenerator random = RandomGenerator.getDefault();
    private final Places places = new Places(OutsideCalls.MOST_AT_ONCE, MOST_TO_ONE);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Deliveries(
            JdbcClient jdbc,
            WebhookSecrets secrets,
            WebhookSender sender,
            AuditTrail audit,
            Outbox outbox,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.sender = sender;
        this.audit = audit;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    enum Status {
        PENDING,
        DELIVERED,
        /** Nobody took it for a day, or nobody may be sent it any more. */
        DEAD
    }

    /**
     * As its owner sees it.
     *
     * @param lastProblem code, where there was no answer
     * @param endedBecause why it is tried no more, where that is not for want of time
     */
    record Delivery(
            UUID id,
            String type,
            Status status,
            OffsetDateTime createdAt,
            int tries,
            @Nullable OffsetDateTime nextTryAt,
            @Nullable OffsetDateTime lastTriedAt,
            @Nullable Integer lastStatus,
            @Nullable Integer lastMillis,
            @Nullable String lastProblem,
            @Nullable WhyEnded endedBecause,
            String payload) {

        static Delivery of(ResultSet row, int number) throws SQLException {
            Status status = Status.valueOf(row.getString("status"));
            Timestamp tried = row.getTimestamp("last_tried_at");
            String ended = row.getString("ended_because");
            return new Delivery(
                    row.getObject("id", UUID.class),
                    row.getString("type"),
                    status,
                    BusinessTime.at(row.getTimestamp("created_at").toInstant()),
                    row.getInt("tries"),
                    status == Status.PENDING
                            ? BusinessTime.at(row.getTimestamp("next_try_at").toInstant())
                            : null,
                    tried == null ? null : BusinessTime.at(tried.toInstant()),
                    row.getObject("last_status", Integer.class),
                    row.getObject("last_millis", Integer.class),
                    row.getString("last_problem"),
                    ended == null ? null : WhyEnded.valueOf(ended),
                    row.getString("payload"));
        }
    }

    /** As it goes on record. */
    record Standing(boolean webhookEnabled) {}

    private record SwitchedOff(WebhookGone event, int version) {}

    /**
     * @param version of the webhook: what it answers is about what it was then
     * @param until by which another copy takes it for lost; with the tries it says that the row is as it was claimed
     */
    private record Claimed(
            UUID id,
            UUID webhook,
            int version,
            URI url,
            String payload,
            int tries,
            Timestamp until,
            Instant giveUpAt,
            List<byte[]> sealedSecrets) {}

    /** In the caller's transaction; the same event twice is one message. */
    void add(UUID webhook, UUID event, String type, Map<String, ?> data, Instant at) {
        Instant now = clock.instant();
        jdbc.sql("""
                        insert into webhook_delivery (id, webhook, event_id, type, payload, status, created_at, next_try_at, give_up_at)
                        values (?, ?, ?, ?, ?, 'PENDING', ?, ?, ?) on conflict (webhook, event_id) do nothing""")
                .params(
                        Ids.next(),
                        webhook,
                        event,
                        type,
                        JSON.writeValueAsString(Map.of(
                                "type", type, "timestamp", BusinessTime.at(at).toString(), "data", data)),
                        Timestamp.from(now),
                        Timestamp.from(now),
                        Timestamp.from(now.plus(TRIED_FOR)))
                .update();
    }

    /** From the primary: whoever has just had a test sent looks for it here. */
    @Transactional
    Page<Delivery> of(UUID webhook, @Nullable Status status, PageRequest page) {
        String which =
                " from webhook_delivery where webhook = :webhook and (cast(:status as text) is null or status = :status)";
        String wanted = status == null ? null : status.name();
        long total = jdbc.sql("select count(*)" + which)
                .param("webhook", webhook)
                .param("status", wanted)
                .query(Long.class)
                .single();
        List<Delivery> rows = jdbc.sql("select *" + which + " order by created_at desc, id limit :size offset :offset")
                .param("webhook", webhook)
                .param("status", wanted)
                .param("size", page.size())
                .param("offset", page.offset())
                .query(Delivery::of)
                .list();
        return Page.of(rows, total, page);
    }

    /** For another day. @throws ProblemException NOT_FOUND for one that is not there, or that waits anyhow */
    void again(UUID webhook, UUID id) {
        Instant now = clock.instant();
        int found = jdbc.sql("""
                        update webhook_delivery set status = 'PENDING', tries = 0, next_try_at = ?, give_up_at = ?, ended_because = null
                        where id = ? and webhook = ? and status <> 'PENDING'""")
                .params(Timestamp.from(now), Timestamp.from(now.plus(TRIED_FOR)), id, webhook)
                .update();
        if (found == 0) {
            throw ProblemException.notFound("没有可以重新发送的推送");
        }
    }

    /** In the caller's transaction: what waits is sent no more. What another is at work on is left to it. */
    void endWaiting(UUID webhook, WhyEnded why) {
        jdbc.sql("""
                        update webhook_delivery set status = 'DEAD', ended_because = ?
                        where id in (
                          select id from webhook_delivery where webhook = ? and status = 'PENDING' for update skip locked)""").params(why.name(), webhook).update();
    }

    /** In every copy of the service. Nobody is waited for: what finds a place is on its way, what finds none stays due. */
    @Scheduled(fixedDelayString = "${zhengqi.webhooks.send-every:PT1S}")
    void sendDue() {
        dropOrphans();
        fillPlaces();
    }

    /** One at a time, so that the places counted are still free when they are taken. */
    synchronized void fillPlaces() {
        if (places.free() == 0) {
            return;
        }
        for (Claimed one : claim()) {
            places.take(one.webhook());
            threads.execute(() -> sendOrSay(one));
        }
    }

    /** What may be sent to nobody any more: its key was revoked or has run out, or the receiver does not want anything. */
    private void dropOrphans() {
        jdbc.sql("""
                        update webhook_delivery d set status = 'DEAD', ended_because =
                          case when w.disabled_at is null then 'KEY_ENDED' else coalesce(w.disabled_because, 'RECEIVER_GONE') end
                        from webhook w join openapi_key k on k.id = w.key
                        where d.status = 'PENDING' and d.next_try_at <= ? and w.id = d.webhook
                          and (w.disabled_at is not null or k.status <> 'ACTIVE' or k.expires_at <= ?)""")
                .params(Timestamp.from(clock.instant()), Timestamp.from(clock.instant()))
                .update();
    }

    /** As many as there are places for, and to each receiver as many as it has room for; to those that may still be sent something, as of this statement. */
    private List<Claimed> claim() {
        Instant now = clock.instant();
        Map<UUID, Integer> taken = places.taken();
        UUID[] receivers = taken.keySet().toArray(UUID[]::new);
        Integer[] counts =
                Arrays.stream(receivers).map(it -> taken.getOrDefault(it, 0)).toArray(Integer[]::new);
        return jdbc.sql("""
                        update webhook_delivery d set tries = tries + 1, next_try_at = :until
                        from webhook w
                        where w.id = d.webhook and d.id in (
                          select due.id
                          from webhook w
                          join openapi_key k on k.id = w.key
                          left join unnest(cast(:receivers as uuid[]), cast(:counts as integer[])) as busy (receiver, places)
                            on busy.receiver = w.id
                          cross join lateral (
                            select id, next_try_at from webhook_delivery
                            where webhook = w.id and status = 'PENDING' and next_try_at <= :now
                            order by next_try_at limit :each - coalesce(busy.places, 0) for update skip locked) due
                          where w.disabled_at is null and k.status = 'ACTIVE' and k.expires_at > :now
                          order by due.next_try_at limit :free)
                        returning d.id, d.webhook, d.payload, d.tries, d.next_try_at, d.give_up_at, w.version, w.url, w.secret,
                          case when w.previous_until > :now then w.previous_secret end as previous_secret""")
                .param("until", Timestamp.from(now.plus(CLAIMED)))
                .param("now", Timestamp.from(now))
                .param("receivers", receivers)
                .param("counts", counts)
                .param("each", places.each())
                .param("free", places.free())
                .query((row, number) -> {
                    List<byte[]> sealed = new ArrayList<>();
                    sealed.add(row.getBytes("secret"));
                    if (row.getBytes("previous_secret") != null) {
                        sealed.add(row.getBytes("previous_secret"));
                    }
                    return new Claimed(
                            row.getObject("id", UUID.class),
                            row.getObject("webhook", UUID.class),
                            row.getInt("version"),
                            URI.create(row.getString("url")),
                            row.getString("payload"),
                            row.getInt("tries"),
                            row.getTimestamp("next_try_at"),
                            row.getTimestamp("give_up_at").toInstant(),
                            sealed);
                })
                .list();
    }

    private void sendOrSay(Claimed one) {
        try {
            send(one);
        } catch (RuntimeException failure) {
            LOG.warn("Webhook message {} was not dealt with and is tried again", one.id(), failure);
        } finally {
            places.giveBack(one.webhook());
        }
        goOn();
    }

    /** Whoever has given back a place sees to the next message at once: with a tick alone a receiver would get but a few a second. */
    private void goOn() {
        try {
            fillPlaces();
        } catch (RuntimeException failure) {
            LOG.warn("Webhook messages were not claimed; the next tick does it", failure);
        }
    }

    private void send(Claimed one) {
        Instant now = clock.instant();
        String id = "msg_" + one.id();
        OutsideCalls.Outcome outcome = sender.send(
                one.url(),
                id,
                now.getEpochSecond(),
                secrets.signatures(one.webhook(), one.sealedSecrets(), id, now, one.payload()),
                one.payload());
        Instant next = clock.instant().plus(BackOff.after(one.tries(), random));
        Status status = outcome.isDelivered()
                ? Status.DELIVERED
                : outcome.isGone() || next.isAfter(one.giveUpAt()) ? Status.DEAD : Status.PENDING;
        // What was ended while it was on its way stays so, unless it has arrived.
        jdbc.sql("""
                        update webhook_delivery
                        set status = case when status = 'PENDING' or :status = 'DELIVERED' then :status else status end,
                          ended_because = case when :status = 'DELIVERED' then null else coalesce(ended_because, cast(:ended as text)) end,
                          next_try_at = :next, last_tried_at = :now,
                          last_status = :answer, last_millis = :millis, last_problem = :problem
                        where id = :id and tries = :tries and next_try_at = :until and (status = 'PENDING' or ended_because is not null)""")
                .param("status", status.name())
                .param("next", Timestamp.from(next))
                .param("now", Timestamp.from(now))
                .param("answer", outcome.status())
                .param("millis", outcome.millis())
                .param("problem", outcome.problem())
                .param("id", one.id())
                .param("tries", one.tries())
                .param("until", one.until())
                .param("ended", outcome.isGone() ? WhyEnded.RECEIVER_GONE.name() : null)
                .update();
        if (outcome.isGone()) {
            transaction.executeWithoutResult(none -> switchOff(one.webhook(), one.version(), now));
        }
    }

    /** The receiver said that it wants nothing any more, which its owner is told; of many messages at once one finds the webhook still on, and what was set anew meanwhile has not answered. */
    private void switchOff(UUID webhook, int version, Instant at) {
        jdbc.sql("""
                        update webhook w set disabled_at = ?, disabled_because = 'RECEIVER_GONE', version = w.version + 1
                        from openapi_key k
                        where w.id = ? and w.version = ? and w.disabled_at is null and k.id = w.key
                        returning w.key, w.version, k.system_name, k.applicant_id,
                          case when k.owner_kind = 'ENTERPRISE' then k.owner_id end as enterprise_id,
                          case when k.owner_kind = 'INSTITUTION' then k.owner_id end as institution_id""")
                .params(Timestamp.from(at), webhook, version)
                .query((row, number) -> new SwitchedOff(
                        new WebhookGone(
                                row.getObject("key", UUID.class),
                                row.getString("system_name"),
                                row.getObject("applicant_id", UUID.class),
                                row.getObject("enterprise_id", UUID.class),
                                row.getObject("institution_id", UUID.class),
                                at),
                        row.getInt("version")))
                .optional()
                .ifPresent(it -> {
                    WebhookGone gone = it.event();
                    audit.changed(
                            WebhookAction.WEBHOOK_GONE,
                            gone.key(),
                            gone.systemName(),
                            new Standing(true),
                            new Standing(false));
                    outbox.publish(gone, it.version(), at);
                    endWaiting(webhook, WhyEnded.RECEIVER_GONE);
                });
    }

    /** What is broken off here was put off before, and goes again under the same id. */
    @Override
    public void destroy() {
        threads.shutdownNow();
    }

    /** Doing it twice, or by two copies at once, does no harm. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT9M")
    void forgetOld() {
        jdbc.sql("delete from webhook_delivery where status <> 'PENDING' and created_at < ?")
                .param(Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }
}
