package cn.zhengqi.ops.audit;

import cn.zhengqi.data.Json;
import cn.zhengqi.events.EventHandler;
import cn.zhengqi.events.EventMetadata;
import cn.zhengqi.events.audit.ChangeRecorded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Appends what the services tell of changes to their chain. What could not be written comes again; while this service is away, events wait at the broker and in the
 * outboxes.
 */
@Component
class AuditLog implements EventHandler<ChangeRecorded> {

    static final String NAME = "audit-log";

    /** Every column that is hashed, in that order. */
    static final String COLUMNS = """
            seq, event_id, occurred_at, recorded_at, service, action, action_label, subject_kind, subject_id, subject_name,
            actor_kind, actor_id, actor_name, actor_type, enterprise_id, enterprise_name, institution_id, institution_name,
            address, user_agent, trace_id, changes""";

    private final Appender appender;
    private final Clock clock;

    AuditLog(Appender appender, Clock clock) {
        this.appender = appender;
        this.clock = clock;
    }

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
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        appender.append(
                ChainedLog.OPERATIONS,
                seq -> AuditEntry.of(seq, meta.id(), now, change, Json.MAPPER.writeValueAsString(change.changes())));
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
