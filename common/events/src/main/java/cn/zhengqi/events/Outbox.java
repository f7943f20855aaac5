package cn.zhengqi.events;

import cn.zhengqi.data.Json;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.event.Kept;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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
        Named named = Named.by(event, data);
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into outbox (id, type, subject, version, occurred_at, trace_parent, data, until_heard, person, names)
                        values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)""")
                .params(Arrays.asList(
                        id,
                        EventTypes.nameOf(event.getClass()),
                        event.subject(),
                        version,
                        occurredAt.atOffset(ZoneOffset.UTC),
                        traces.current(),
                        data,
                        untilHeard(event),
                        named.person(),
                        named.names()))
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
        List<String> data = facts.stream().map(fact -> data(fact.event())).toList();
        List<Named> named = IntStream.range(0, facts.size())
                .mapToObj(place -> Named.by(facts.get(place).event(), data.get(place)))
                .toList();
        jdbc.sql("""
                        insert into outbox (id, type, subject, version, occurred_at, trace_parent, data, until_heard, person, names)
                        select id, type, subject, version, occurred_at, ?, data::jsonb, until_heard, person, string_to_array(names, ' ')
                        from unnest(?::uuid[], ?::text[], ?::uuid[], ?::bigint[], ?::timestamptz[], ?::text[], ?::boolean[], ?::uuid[], ?::text[])
                            with ordinality as fact (id, type, subject, version, occurred_at, data, until_heard, person, names, place)
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
                        data.toArray(String[]::new),
                        facts.stream().map(fact -> untilHeard(fact.event())).toArray(Boolean[]::new),
                        named.stream().map(Named::person).toArray(UUID[]::new),
                        named.stream().map(Named::joined).toArray(String[]::new)))
                .update();
        TransactionSynchronizationManager.registerSynchronization(wakeAfterCommit);
    }

    /** @param version of the subject after the fact */
    public record Fact(DomainEvent event, long version, Instant occurredAt) {}

    /**
     * Blanks in all that stays what somebody was called whose account was closed. What is not published yet is told so, too.
     *
     * @param nobody stands there then
     */
    public void forget(UUID person, String nobody) {
        jdbc.sql("""
                        update outbox
                        set data = data || (select jsonb_object_agg(name, cast(:nobody as text)) from unnest(names) name), person = null, names = null
                        where person = :person""").param("nobody", nobody).param("person", person).update();
    }

    private static boolean untilHeard(DomainEvent event) {
        return EventTypes.typeOf(event.getClass()).kept() == Kept.UNTIL_HEARD;
    }

    /** Whom an event that stays names, and where. */
    private record Named(@Nullable UUID person, String @Nullable [] names) {

        private static final Named NOBODY = new Named(null, null);

        static Named by(DomainEvent event, String data) {
            EventType type = EventTypes.typeOf(event.getClass());
            if (type.person().isEmpty()) {
                return NOBODY;
            }
            String person = Json.MAPPER.readTree(data).path(type.person()).asString("");
            return person.isEmpty() ? NOBODY : new Named(UUID.fromString(person), type.names());
        }

        @Nullable
        String joined() {
            return names == null ? null : String.join(" ", names);
        }
    }

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
