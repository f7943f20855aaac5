package cn.zhengqi.events;

import cn.zhengqi.data.Json;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The events of this service, so that others can rebuild what they derive from them: all from the first on that are kept for that, of the others those of late. */
public final class EventLog implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(EventLog.class);
    /** Rows of a dump come before all that is written after it; at a start, few are. */
    private static final int LAST_ROWS = 1000;

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
     * Rows that came with a dump of another cluster carry its transaction numbers. Those that are still to come here would hide
     * the rows once they are reached, so they are made old at the start, when nothing is reached yet.
     */
    @Override
    public void afterSingletonsInstantiated() {
        boolean restored = jdbc.sql("""
                        select exists (
                          select from (select written_by from outbox order by seq desc limit ?) last
                          where written_by >= pg_snapshot_xmax(pg_current_snapshot()))""").param(LAST_ROWS).query(Boolean.class).single();
        if (restored) {
            int rows = jdbc.sql("""
                            update outbox set written_by = '1'
                            where written_by >= pg_snapshot_xmax(pg_current_snapshot())""").update();
            log.info("{} events came with a dump of another cluster", rows);
        }
    }

    /** As {@link #after(long, int, Set)}, all types. */
    public Slice after(long afterSeq, int limit) {
        return after(afterSeq, limit, Set.of());
    }

    /**
     * Shows nothing of the oldest open transaction nor of younger ones. Still, who reads on from the last number can miss something: a transaction that is open now may have
     * taken its number before an older one took a higher, which is shown. Whoever needs all reads again from the beginning once it is over, as {@link Rebuild} does where
     * something is missing. A number of a transaction that this cluster has not given out yet is of another, from
     * which the row came by a dump: nothing is open behind it.
     *
     * @param afterSeq number of the last event already seen, 0 for the beginning
     * @param limit from 1 to 1,000
     * @param withheld types that who asks may not know
     */
    Slice after(long afterSeq, int limit, Set<String> withheld) {
        int size = Math.clamp(limit, 1, 1000);
        List<CloudEvent> items = new ArrayList<>();
        long[] last = {afterSeq};
        jdbc.sql("""
                        select seq, id, type, subject, occurred_at, version, trace_parent, data from outbox
                        where seq > ? and type <> all (?) and (written_by < pg_snapshot_xmin(pg_current_snapshot())
                          or written_by >= pg_snapshot_xmax(pg_current_snapshot()))
                        order by seq limit ?""").params(afterSeq, withheld.toArray(String[]::new), size).query(row -> {
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
