package cn.zhengqi.auth.openapi;

import cn.zhengqi.auth.api.OpenApiKeyExpiring;
import cn.zhengqi.events.Outbox;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells in time that a key will run out, once for each end it was given: the mark and the event are one transaction, also where copies do it at once. */
@Component
class KeyExpiry {

    static final Duration AHEAD = Duration.ofDays(14);

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final Clock clock;

    KeyExpiry(JdbcClient jdbc, Outbox outbox, Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @return how many were told of */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT2M")
    @Transactional
    public int tell() {
        Instant now = clock.instant();
        List<Told> due = jdbc.sql("""
                        update openapi_key set expiry_told_for = expires_at
                        where status = 'ACTIVE' and expires_at > ? and expires_at <= ?
                          and expiry_told_for is distinct from expires_at
                        returning id, key_id, system_name, applicant_id, expires_at, version,
                          case when owner_kind = 'ENTERPRISE' then owner_id end as enterprise_id,
                          case when owner_kind = 'INSTITUTION' then owner_id end as institution_id""")
                .params(Timestamp.from(now), Timestamp.from(now.plus(AHEAD)))
                .query((row, number) -> new Told(
                        new OpenApiKeyExpiring(
                                row.getObject("id", UUID.class),
                                row.getString("key_id"),
                                row.getString("system_name"),
                                row.getObject("applicant_id", UUID.class),
                                row.getObject("enterprise_id", UUID.class),
                                row.getObject("institution_id", UUID.class),
                                row.getTimestamp("expires_at").toInstant()),
                        row.getInt("version")))
                .list();
        due.forEach(told -> outbox.publish(told.event(), told.version(), now));
        return due.size();
    }

    private record Told(OpenApiKeyExpiring event, int version) {}
}
