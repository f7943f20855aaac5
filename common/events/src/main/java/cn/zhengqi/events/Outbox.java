package cn.zhengqi.events;

import cn.zhengqi.data.Json;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.event.DomainEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Where a service writes the facts it tells, in the transaction that makes them true. */
public final class Outbox {

    /** Far below the broker's 4 MB, so that what was accepted here can always be sent. */
    static final int MAX_BYTES = 512 * 1024;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Traces traces;
    private final TransactionSynchronization wakeAfterCommit;

    Outbox(JdbcClient jdbc, Clock clock, Traces traces, Runnable committed) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.traces = traces;
        // One object for all: a transaction keeps its synchronizations in a set.
        this.wakeAfterCommit = new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                committed.run();
            }
        };
    }

    /**
     * @param version of the subject after the fact
     * @return id of the event
     * @throws IllegalStateException outside a transaction
     */
    public UUID publish(DomainEvent event, long version) {
        return publish(event, version, clock.instant());
    }

    /** For facts that are written down later than they happened, as demo history is. */
    public UUID publish(DomainEvent event, long version, Instant occurredAt) {
        requireTransaction();
        String data = data(event);
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into outbox (id, type, subject, version, occurred_at, trace_parent, data)
                        values (?, ?, ?, ?, ?, ?, ?::jsonb)""")
                .params(Arrays.asList(
                        id,
                        EventTypes.nameOf(event.getClass()),
                        event.subject(),
                        version,
                        occurredAt.atOffset(ZoneOffset.UTC),
                        traces.current(),
                        data))
                .update();
        TransactionSynchronizationManager.registerSynchronization(wakeAfterCommit);
        return id;
    }

    /** Many facts of one transaction in one trip, in their order. */
    public void publishAll(List<Fact> facts) {
        requireTransaction();
        if (facts.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into outbox (id, type, subject, version, occurred_at, trace_parent, data)
                        select id, type, subject, version, occurred_at, ?, data::jsonb
                        from unnest(?::uuid[], ?::text[], ?::uuid[], ?::bigint[], ?::timestamptz[], ?::text[])
                            with ordinality as fact (id, type, subject, version, occurred_at, data, place)
                        order by place""")
                .params(Arrays.asList(
                        traces.current(),
                        facts.stream().map(fact -> Ids.next()).toArray(UUID[]::new),
                        facts.stream()
                                .map(fact -> EventTypes.nameOf(fact.event().getClass()))
                                .toArray(String[]::new),
                        facts.stream().map(fact -> fact.event().subject()).toArray(UUID[]::new),
                        facts.stream().map(Fact::version).toArray(Long[]::new),
                        facts.stream().map(fact -> fact.occurredAt().toString()).toArray(String[]::new),
                        facts.stream().map(fact -> data(fact.event())).toArray(String[]::new)))
                .update();
        TransactionSynchronizationManager.registerSynchronization(wakeAfterCommit);
    }

    /** @param version of the subject after the fact */
    public record Fact(DomainEvent event, long version, Instant occurredAt) {}

    private static void requireTransaction() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("An event is published in the transaction that makes it true");
        }
    }

    private static String data(DomainEvent event) {
        String data = Json.MAPPER.writeValueAsString(event);
        if (data.length() > MAX_BYTES / 3) {
            throw new IllegalArgumentException(
                    EventTypes.nameOf(event.getClass()) + " has " + data.length() + " characters");
        }
        return data;
    }
}
