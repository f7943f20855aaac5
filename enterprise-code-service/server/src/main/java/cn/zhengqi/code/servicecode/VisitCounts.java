package cn.zhengqi.code.servicecode;

import cn.zhengqi.kernel.BusinessTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many came by each code. Not by the mapper: its session remembers what it was asked to the end of the transaction, however long a list is taken out. */
@Component
class VisitCounts {

    private final JdbcClient jdbc;

    VisitCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param lately visits since the moment that was asked for */
    record Visits(
            UUID serviceCodeId,
            long total,
            long lately,
            long enterprises,
            @Nullable Instant lastAt) {}

    /** By code; one that nobody came by is missing. */
    Map<UUID, Visits> of(Collection<UUID> codes, Instant since) {
        Map<UUID, Visits> counts = new HashMap<>();
        if (!codes.isEmpty()) {
            jdbc.sql("""
                            select service_code_id, count(*) as total, count(*) filter (where at >= :since) as lately,
                              count(distinct enterprise_id) as enterprises, max(at) as last_at
                            from service_code_visit where service_code_id in (:codes) group by service_code_id""")
                    .param("codes", codes)
                    .param("since", BusinessTime.at(since))
                    .query((row, number) -> visits(row))
                    .list()
                    .forEach(visits -> counts.put(visits.serviceCodeId(), visits));
        }
        return counts;
    }

    private static Visits visits(ResultSet row) throws SQLException {
        OffsetDateTime last = row.getObject("last_at", OffsetDateTime.class);
        return new Visits(
                row.getObject("service_code_id", UUID.class),
                row.getLong("total"),
                row.getLong("lately"),
                row.getLong("enterprises"),
                last == null ? null : last.toInstant());
    }
}
