package cn.zhengqi.ops.audit;

import cn.zhengqi.data.Json;
import cn.zhengqi.data.OnceLoader;
import cn.zhengqi.events.EventHandler;
import cn.zhengqi.events.EventMetadata;
import cn.zhengqi.events.audit.ChangeRecorded;
import cn.zhengqi.kernel.BusinessTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Appends what the services tell to the chain. One writer at a time over all copies: the lock of the database is held to the commit, so that who gets it next
 * sees the entry to hang on to. What could not be written comes again; while this service is away, events wait at the broker and in the outboxes.
 */
@Component
class AuditLog implements EventHandler<ChangeRecorded> {

    static final String NAME = "audit-log";
    static final String WRITING = "audit chain";

    /** Every column that is hashed, in that order. */
    static final String COLUMNS = """
            seq, event_id, occurred_at, recorded_at, service, action, action_label, subject_kind, subject_id, subject_name,
            actor_kind, actor_id, actor_name, actor_type, enterprise_id, enterprise_name, institution_id, institution_name,
            address, user_agent, trace_id, changes""";

    private final JdbcClient jdbc;
    private final OnceLoader once;
    private final Chain chain;
    private final Clock clock;

    AuditLog(JdbcClient jdbc, OnceLoader once, Chain chain, Clock clock) {
        this.jdbc = jdbc;
        this.once = once;
        this.chain = chain;
        this.clock = clock;
    }

    /** The end of the chain. */
    record Head(long seq, byte[] hash) {}

    @Override
    public Class<ChangeRecorded> type() {
        return ChangeRecorded.class;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void handle(ChangeRecorded change, EventMetadata meta) {
        Optional<Tail> own = Tail.ofTransaction();
        if (own.isPresent()) {
            own.get().head = append(own.get().head, change, meta.id());
        } else {
            once.exclusively(WRITING, () -> new Tail(append(head(), change, meta.id())).keep());
        }
    }

    /**
     * What this transaction has hung on to the chain last: under its lock nobody else did since, so of many events that are taken together only the first asks for lock and head.
     */
    private static final class Tail implements TransactionSynchronization {

        private Head head;

        private Tail(Head head) {
            this.head = head;
        }

        private Tail keep() {
            TransactionSynchronizationManager.registerSynchronization(this);
            return this;
        }

        private static Optional<Tail> ofTransaction() {
            return TransactionSynchronizationManager.isSynchronizationActive()
                    ? TransactionSynchronizationManager.getSynchronizations().stream()
                            .filter(Tail.class::isInstance)
                            .map(Tail.class::cast)
                            .findAny()
                    : Optional.empty();
        }
    }

    private Head append(Head head, ChangeRecorded change, UUID eventId) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        AuditEntry entry =
                AuditEntry.of(head.seq() + 1, eventId, now, change, Json.MAPPER.writeValueAsString(change.changes()));
        byte[] hash = chain.hash(head.hash(), entry);
        List<@Nullable Object> values = new ArrayList<>();
        entry.values().forEach(value -> values.add(value instanceof Instant at ? BusinessTime.at(at) : value));
        values.add(head.hash());
        values.add(hash);
        values.add(chain.seal(hash));
        jdbc.sql("insert into ops_log.audit_entry (" + COLUMNS + ", previous_hash, hash, seal) values ("
                        + "?, ".repeat(values.size() - 1) + "?)")
                .params(values)
                .update();
        return new Head(entry.seq(), hash);
    }

    /** Where all entries have been taken away by time, the last checkpoint still knows it. */
    Head head() {
        return jdbc.sql("""
                        (select seq, hash from ops_log.audit_entry order by seq desc limit 1)
                        union all
                        (select through_seq, hash from ops_log.audit_checkpoint order by number desc limit 1)
                        order by seq desc limit 1""")
                .query((row, number) -> new Head(row.getLong("seq"), row.getBytes("hash")))
                .optional()
                .orElseGet(() -> new Head(0, Chain.BEGINNING));
    }

    static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("seq"),
                row.getObject("event_id", UUID.class),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("service"),
                row.getString("action"),
                row.getString("action_label"),
                row.getString("subject_kind"),
                row.getObject("subject_id", UUID.class),
                row.getString("subject_name"),
                row.getString("actor_kind"),
                row.getObject("actor_id", UUID.class),
                row.getString("actor_name"),
                row.getString("actor_type"),
                row.getObject("enterprise_id", UUID.class),
                row.getString("enterprise_name"),
                row.getObject("institution_id", UUID.class),
                row.getString("institution_name"),
                row.getString("address"),
                row.getString("user_agent"),
                row.getString("trace_id"),
                row.getString("changes"));
    }
}
