package cn.zhengqi.events;

import cn.zhengqi.data.Json;
import cn.zhengqi.kernel.event.DomainEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives each event to its handlers once: the event id is recorded in the transaction of the effect. */
final class Inbox {

    private final Map<String, List<EventHandler<?>>> handlers;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Traces traces;

    Inbox(Collection<EventHandler<?>> handlers, JdbcClient jdbc, TransactionTemplate transaction, Traces traces) {
        this.handlers = byType(handlers);
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.traces = traces;
    }

    Collection<String> types() {
        return handlers.keySet();
    }

    Set<String> handlerNames() {
        return handlers.values().stream()
                .flatMap(Collection::stream)
                .map(EventHandler::name)
                .collect(Collectors.toSet());
    }

    List<EventHandler<?>> handlersOf(String type) {
        return handlers.getOrDefault(type, List.of());
    }

    /** @return false when this handler has had this event before */
    boolean handleOnce(EventHandler<?> handler, CloudEvent event) {
        boolean[] fresh = {false};
        traces.continueIn(
                event.traceparent(),
                "handle " + event.type(),
                () -> fresh[0] = Boolean.TRUE.equals(transaction.execute(status -> {
                    if (!recorded(event.id(), handler.name())) {
                        return false;
                    }
                    pass(handler, event);
                    return true;
                })));
        return fresh[0];
    }

    /** Many events in one transaction, their ids recorded in one trip. If one fails none has had its effect. */
    void handleTogether(List<CloudEvent> events) {
        List<Effect> effects = events.stream()
                .flatMap(event -> handlersOf(event.type()).stream().map(handler -> new Effect(handler, event)))
                .toList();
        transaction.executeWithoutResult(status -> {
            Set<Key> fresh = recorded(effects);
            for (Effect effect : effects) {
                // An event that came twice has one row and one effect.
                if (fresh.remove(effect.key())) {
                    traces.continueIn(
                            effect.event().traceparent(),
                            "handle " + effect.event().type(),
                            () -> pass(effect.handler(), effect.event()));
                }
            }
        });
    }

    private record Effect(EventHandler<?> handler, CloudEvent event) {

        Key key() {
            return new Key(event.id(), handler.name());
        }
    }

    private record Key(UUID event, String handler) {}

    /** Not of events that can still be replayed: a dead letter waits as long as it likes. */
    void forgetOlderThan(Duration age) {
        jdbc.sql("""
                        delete from inbox i where handled_at < now() - make_interval(secs => ?) and not exists (
                          select 1 from dead_letter d where d.event_id = i.event_id and d.replayed_at is null)""").param(age.toSeconds()).update();
    }

    private boolean recorded(UUID event, String handler) {
        return jdbc.sql("insert into inbox (event_id, handler) values (?, ?) on conflict do nothing")
                        .params(event, handler)
                        .update()
                == 1;
    }

    /** @return those that are new here */
    private Set<Key> recorded(List<Effect> effects) {
        return new HashSet<>(jdbc.sql("""
                        insert into inbox (event_id, handler) select event_id, handler from unnest(?::uuid[], ?::text[]) as all_of (event_id, handler)
                        on conflict do nothing returning event_id, handler""")
                .params(
                        effects.stream().map(effect -> effect.event().id()).toArray(UUID[]::new),
                        effects.stream().map(effect -> effect.handler().name()).toArray(String[]::new))
                .query((row, number) -> new Key(row.getObject(1, UUID.class), row.getString(2)))
                .list());
    }

    private static <E extends DomainEvent> void pass(EventHandler<E> handler, CloudEvent event) {
        handler.handle(Json.MAPPER.treeToValue(event.data(), handler.type()), event.metadata());
    }

    private static Map<String, List<EventHandler<?>>> byType(Collection<EventHandler<?>> handlers) {
        Map<String, List<EventHandler<?>>> byType = new LinkedHashMap<>();
        Map<String, EventHandler<?>> names = new LinkedHashMap<>();
        for (EventHandler<?> handler : handlers) {
            String type = EventTypes.nameOf(handler.type());
            EventHandler<?> namesake = names.put(type + " " + handler.name(), handler);
            if (namesake != null) {
                throw new IllegalStateException("Two handlers of " + type + " are named " + handler.name());
            }
            byType.computeIfAbsent(type, none -> new ArrayList<>()).add(handler);
        }
        return byType;
    }
}
