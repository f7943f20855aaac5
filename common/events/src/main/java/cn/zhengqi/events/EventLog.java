package cn.zhengqi.events;

import cn.zhengqi.data.Json;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All events of this service from the first on, so that others can rebuild what they derive from them. */
public final class EventLog {

    private final JdbcClient jdbc;

    EventLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A part of the log.
     *
     * @param lastSeq ask for the next part with this as {@code afterSeq}
     * @param more false: this is the end of the log for now
     */
    public record Slice(List<CloudEvent> items, long lastSeq, boolean more) {}

    /**
     * @param afterSeq number of the last event already seen, 0 for the beginning
     * @param limit from 1 to 1,000
     */
    public Slice after(long afterSeq, int limit) {
        int size = Math.clamp(limit, 1, 1000);
        List<CloudEvent> items = new ArrayList<>();
        long[] last = {afterSeq};
        jdbc.sql("""
                        select seq, id, type, subject, occurred_at, version, trace_parent, data from outbox
                        where seq > ? and written_by < pg_snapshot_xmin(pg_current_snapshot())
                        order by seq limit ?""").params(afterSeq, size).query(row -> {
            last[0] = row.getLong("seq");
            items.add(CloudEvent.of(
                    row.getObject("id", UUID.class),
                    row.getString("type"),
                    row.getObject("subject", UUID.class),
                    row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                    row.getLong("version"),
                    row.getString("trace_parent"),
                    Json.MAPPER.readTree(row.getString("data"))));
        });
        return new Slice(items, last[0], items.size() == size);
    }
}
