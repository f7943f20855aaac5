package cn.zhengqi.events;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which facts the releases of this service that run at the same time take. All copies are one group at the broker: each receives what any of them takes, and what it takes only in part it leaves to
 * the others (ADR 0083).
 */
final class Releases {

    /** A release of which no copy said anything for so long is not waited for. */
    private static final Duration SEEN_WITHIN = Duration.ofHours(1);

    private final Inbox inbox;
    private final JdbcClient jdbc;
    private volatile Map<String, Set<String>> others = Map.of();

    Releases(Inbox inbox, JdbcClient jdbc) {
        this.inbox = inbox;
        this.jdbc = jdbc;
    }

    private record Pair(String type, String handler) {}

    /** That this release runs, and what it takes. In one order, so that copies that say so at once wait for each other. */
    void say() {
        List<Pair> own = inbox.types().stream()
                .flatMap(type -> inbox.handlersOf(type).stream().map(handler -> new Pair(type, handler.name())))
                .toList();
        jdbc.sql("""
                        insert into event_handler (type, handler, seen_at)
                        select type, handler, now() from unnest(?::text[], ?::text[]) as own (type, handler) order by type, handler
                        on conflict (type, handler) do update set seen_at = excluded.seen_at""")
                .params(
                        own.stream().map(Pair::type).toArray(String[]::new),
                        own.stream().map(Pair::handler).toArray(String[]::new))
                .update();
    }

    /** @return whether the others take anything else than they did when this was asked last */
    boolean look() {
        Map<String, Set<String>> now = jdbc
                .sql("select type, handler from event_handler where seen_at > now() - make_interval(secs => ?)")
                .param(SEEN_WITHIN.toSeconds())
                .query((row, number) -> new Pair(row.getString("type"), row.getString("handler")))
                .list()
                .stream()
                .filter(pair -> inbox.handlersOf(pair.type()).stream()
                        .noneMatch(handler -> handler.name().equals(pair.handler())))
                .collect(Collectors.groupingBy(Pair::type, Collectors.mapping(Pair::handler, Collectors.toSet())));
        boolean changed = !now.equals(others);
        others = now;
        return changed;
    }

    /** What any of them takes, by topic: the copies of a group have to ask for the same. */
    Map<String, Set<String>> typesByTopic() {
        Map<String, Set<String>> types = new TreeMap<>();
        for (String type : inbox.types()) {
            types.computeIfAbsent(EventTypes.topicOf(type), none -> new TreeSet<>())
                    .add(type);
        }
        for (String type : others.keySet()) {
            types.computeIfAbsent(EventTypes.topicOf(type), none -> new TreeSet<>())
                    .add(type);
        }
        return types;
    }

    /** Whether another release does something with it that this one does not. */
    boolean waitElsewhereFor(@Nullable String type) {
        return type != null && others.containsKey(type);
    }
}
