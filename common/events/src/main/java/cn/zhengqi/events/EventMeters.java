package cn.zhengqi.events;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What waits: {@code zhengqi.outbox.waiting} events not yet with the broker, {@code zhengqi.outbox.age} seconds that the first
 * of them has been waiting, {@code zhengqi.dead.letters} to be looked at. Asked of the database when somebody reads the metrics.
 */
final class EventMeters implements MeterBinder {

    private final JdbcClient jdbc;

    EventMeters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "zhengqi.outbox.waiting", "select count(*) from outbox where published_at is null");
        Gauge.builder("zhengqi.outbox.age", () -> number("""
                        select extract(epoch from clock_timestamp() - uuid_extract_timestamp(id)) from outbox
                        where published_at is null order by seq limit 1"""))
                .baseUnit("seconds")
                .register(registry);
        gauge(registry, "zhengqi.dead.letters", "select count(*) from dead_letter where replayed_at is null");
    }

    private void gauge(MeterRegistry registry, String name, String sql) {
        Gauge.builder(name, () -> number(sql)).register(registry);
    }

    private double number(String sql) {
        return jdbc.sql(sql).query(Double.class).optional().orElse(0.0);
    }
}
