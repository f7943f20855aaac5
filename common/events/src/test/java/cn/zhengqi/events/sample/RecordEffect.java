package cn.zhengqi.events.sample;

import cn.zhengqi.events.EventHandler;
import cn.zhengqi.events.EventMetadata;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
public class RecordEffect implements EventHandler<Booked> {

    public record Heard(
            Booked event, EventMetadata meta, @Nullable String traceId) {}

    public static final List<Heard> HEARD = new CopyOnWriteArrayList<>();

    /** Numbers that cannot be handled for now. */
    public static final Set<Integer> BROKEN = ConcurrentHashMap.newKeySet();

    /** Numbers for which a class is missing, as after a bad build. */
    public static final Set<Integer> UNLINKED = ConcurrentHashMap.newKeySet();

    /** Numbers at which the database ends the connection, once each. */
    public static final Set<Integer> DISCONNECTING = ConcurrentHashMap.newKeySet();

    /** A copy in a process of its own ends as if it was killed while it handles the event of this number. */
    public static final String HALT_AT = "ledger.halt-at";

    private final JdbcClient jdbc;

    RecordEffect(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Class<Booked> type() {
        return Booked.class;
    }

    @Override
    public void handle(Booked event, EventMetadata meta) {
        HEARD.add(new Heard(event, meta, MDC.get("traceId")));
        jdbc.sql("insert into effect (number, subject) values (?, ?)")
                .params(event.number(), event.accountId())
                .update();
        if (event.number() == Integer.getInteger(HALT_AT, -1)) {
            Runtime.getRuntime().halt(9);
        }
        if (DISCONNECTING.remove(event.number())) {
            jdbc.sql("select pg_terminate_backend(pg_backend_pid())")
                    .query(Boolean.class)
                    .single();
        }
        if (UNLINKED.contains(event.number())) {
            throw new NoClassDefFoundError("nothing takes number " + event.number());
        }
        if (BROKEN.contains(event.number())) {
            throw new IllegalStateException("cannot take number " + event.number());
        }
    }
}
