package cn.zhengqi.auth.webhook;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which webhooks take an event now: those that are on, of keys that count. To the sandbox go the demo's facts alone. */
@Component
class Receivers {

    private static final String TAKING = """
            from webhook w join openapi_key k on k.id = w.key
            where w.disabled_at is null and w.events @> array[cast(:event as text)]
              and k.status = 'ACTIVE' and k.expires_at > :now""";
    private static final String FOR_REAL = " and (:demo or k.environment = 'LIVE')";

    private final JdbcClient jdbc;
    private final Clock clock;

    Receivers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean areThereFor(WebhookEvent event, boolean demo) {
        return asked("select exists(select 1 " + TAKING + FOR_REAL + ")", event)
                .param("demo", demo)
                .query(Boolean.class)
                .single();
    }

    List<UUID> of(UUID owner, WebhookEvent event, boolean demo) {
        return asked("select w.id " + TAKING + FOR_REAL + " and k.owner_id = :owner", event)
                .param("demo", demo)
                .param("owner", owner)
                .query(UUID.class)
                .list();
    }

    List<UUID> ofKey(UUID key, WebhookEvent event) {
        return asked("select w.id " + TAKING + " and k.id = :key", event)
                .param("key", key)
                .query(UUID.class)
                .list();
    }

    private JdbcClient.StatementSpec asked(String sql, WebhookEvent event) {
        return jdbc.sql(sql).param("event", event.code()).param("now", Timestamp.from(clock.instant()));
    }
}
