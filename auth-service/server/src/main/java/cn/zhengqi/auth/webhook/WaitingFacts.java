package cn.zhengqi.auth.webhook;

import cn.zhengqi.auth.openapi.Lineages;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Facts wait here until user-service has said who stands above the one whom they concern: written with the event that is handled, they outlive any outage. The
 * question is asked outside of a transaction, and asked again for as long as there is no answer.
 */
@Component
class WaitingFacts implements MeterBinder {

    private static final Logger LOG = LoggerFactory.getLogger(WaitingFacts.class);

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> DATA = new TypeReference<>() {};
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Lineages lineages;
    private final Receivers receivers;
    private final Deliveries deliveries;
    private final Clock clock;

    WaitingFacts(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Lineages lineages,
            Receivers receivers,
            Deliveries deliveries,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.lineages = lineages;
        this.receivers = receivers;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    private record Fact(
            UUID event, UUID concerned, String type, boolean demo, String payload, Instant at, int tries) {

        static Fact read(ResultSet row, int number) throws SQLException {
            return new Fact(
                    row.getObject("event_id", UUID.class),
                    row.getObject("concerned", UUID.class),
                    row.getString("type"),
                    row.getBoolean("demo"),
                    row.getString("payload"),
                    row.getTimestamp("happened_at").toInstant(),
                    row.getInt("tries"));
        }
    }

    /** {@code zhengqi.webhooks.facts.waiting}, asked of the database when somebody reads the metrics. */
    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder(
                        "zhengqi.webhooks.facts.waiting",
                        () -> jdbc.sql("select count(*) from webhook_fact")
                                .query(Double.class)
                                .single())
                .register(registry);
    }

    /** In the caller's transaction, and only where anybody wants to hear of it. */
    void add(Set<UUID> concerned, boolean demo, UUID event, WebhookEvent type, Map<String, ?> data, Instant at) {
        if (!receivers.areThereFor(type, demo)) {
            return;
        }
        String payload = JSON.writeValueAsString(data);
        concerned.forEach(one -> jdbc.sql("""
                        insert into webhook_fact (event_id, concerned, type, demo, payload, happened_at, next_try_at)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(
                        event,
                        one,
                        type.name(),
                        demo,
                        payload,
                        Timestamp.from(at),
                        Timestamp.from(clock.instant()))
                .update());
    }

    /** In every copy of the service. After one failure the others are left for the next time: it is mostly user-service that is away. */
    @Scheduled(fixedDelayString = "PT1S")
    void spreadAll() {
        Optional<Fact> next = claim();
        while (next.isPresent() && spread(next.get())) {
            next = claim();
        }
    }

    /** Who takes one puts off the next try: should this copy die, another takes it then. */
    private Optional<Fact> claim() {
        Instant now = clock.instant();
        return jdbc.sql("""
                        update webhook_fact set
                          tries = tries + 1,
                          next_try_at = cast(:now as timestamptz)
                            + least(make_interval(secs => :longest), make_interval(secs => :first * 2 ^ least(tries, 10)))
                        where (event_id, concerned) = (
                          select event_id, concerned from webhook_fact where next_try_at <= :now
                          order by next_try_at limit 1 for update skip locked)
                        returning *""")
                .param("now", Timestamp.from(now))
                .param("first", FIRST_PAUSE.toSeconds())
                .param("longest", LONGEST_PAUSE.toSeconds())
                .query(Fact::read)
                .optional();
    }

    private boolean spread(Fact fact) {
        try {
            Set<UUID> owners = lineages.upwards(fact.concerned());
            WebhookEvent type = WebhookEvent.valueOf(fact.type());
            Map<String, Object> data = JSON.readValue(fact.payload(), DATA);
            transaction.executeWithoutResult(status -> {
                if (isMine(fact)) {
                    owners.stream()
                            .flatMap(owner -> receivers.of(owner, type, fact.demo()).stream())
                            .forEach(hook -> deliveries.add(hook, fact.event(), type.code(), data, fact.at()));
                }
            });
            return true;
        } catch (RuntimeException failure) {
            LOG.warn(
                    "Event {} waits for those who stand above {}, try {}: {}",
                    fact.event(),
                    fact.concerned(),
                    fact.tries(),
                    failure.toString());
            return false;
        }
    }

    /** A slow answer can come when another copy has spread it. */
    private boolean isMine(Fact fact) {
        return jdbc.sql("delete from webhook_fact where event_id = ? and concerned = ?")
                        .params(fact.event(), fact.concerned())
                        .update()
                == 1;
    }
}
