package cn.zhengqi.events;

import cn.zhengqi.data.Json;
import cn.zhengqi.data.OnceLoader;
import cn.zhengqi.kernel.event.DomainEvent;
import java.util.Objects;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells what the service declares in code, at its start and only when it is other than it told last. */
final class Announcer<E extends DomainEvent> implements SmartInitializingSingleton {

    private final String name;
    private final Class<E> type;
    private final E nothing;
    private final E now;
    private final OnceLoader once;
    private final JdbcClient jdbc;
    private final Outbox outbox;

    /**
     * @param name of the lock under which copies of the service wait for each other
     * @param nothing what a service that never told anything is taken to have told
     */
    Announcer(String name, Class<E> type, E nothing, E now, OnceLoader once, JdbcClient jdbc, Outbox outbox) {
        this.name = name;
        this.type = type;
        this.nothing = nothing;
        this.now = now;
        this.once = once;
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    private record Told(long version, DomainEvent what) {}

    @Override
    public void afterSingletonsInstantiated() {
        once.exclusively(name, () -> {
            Told last = jdbc.sql("select version, data from outbox where type = ? order by seq desc limit 1")
                    .param(EventTypes.nameOf(type))
                    .query((row, n) ->
                            new Told(row.getLong("version"), Json.MAPPER.readValue(row.getString("data"), type)))
                    .optional()
                    .orElse(new Told(0, nothing));
            if (!Objects.equals(last.what(), now)) {
                outbox.publish(now, last.version() + 1);
            }
            return last;
        });
    }
}
