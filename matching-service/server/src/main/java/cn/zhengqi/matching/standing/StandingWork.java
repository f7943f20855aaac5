package cn.zhengqi.matching.standing;

import cn.zhengqi.matching.library.LibraryChanged;
import cn.zhengqi.matching.profile.ProfileChanged;
import cn.zhengqi.matching.profile.TaxDataEnded;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Judges in every copy of the service what is to be judged: one thread those whose facts changed, another the rules that changed and whole parts, so that nobody waits
 * for a part of others. Woken by commits of this copy; what another one left is found by looking twice a second.
 */
@Component
class StandingWork implements SmartLifecycle, MeterBinder {

    private static final Duration LOOK = Duration.ofMillis(500);

    private final Marks marks;
    private final JdbcClient jdbc;
    private final Loop facts;
    private final Loop rules;

    StandingWork(Marks marks, ChangedRules changed, WholeParts parts, RulePlaces places, JdbcClient jdbc) {
        this.marks = marks;
        this.jdbc = jdbc;
        facts = new Loop("standing-facts", LOOK, () -> this.marks.judge() > 0);
        rules = new Loop("standing-rules", LOOK, () -> {
            boolean judged = changed.judgeNext() || parts.judgeNext();
            if (!judged) {
                places.refresh();
            }
            return judged;
        });
    }

    @TransactionalEventListener
    void changed(ProfileChanged change) {
        facts.wake();
    }

    @TransactionalEventListener
    void ended(TaxDataEnded end) {
        facts.wake();
    }

    @TransactionalEventListener
    void changed(LibraryChanged change) {
        rules.wake();
    }

    /** Asked of the database when somebody reads the metrics. */
    @Override
    public void bindTo(MeterRegistry registry) {
        for (List<String> gauge : List.of(
                List.of("zhengqi.standings.marked", "select count(*) from standing_mark"),
                List.of(
                        "zhengqi.standings.parts.due",
                        "select count(*) from standing_part where due or day is distinct from (now() at time zone 'Asia/Shanghai')::date"))) {
            Gauge.builder(
                            gauge.getFirst(),
                            () -> jdbc.sql(gauge.getLast()).query(Double.class).single())
                    .register(registry);
        }
    }

    @Override
    public void start() {
        facts.start();
        rules.start();
    }

    @Override
    public void stop() {
        facts.stop();
        rules.stop();
    }

    @Override
    public boolean isRunning() {
        return facts.isRunning();
    }
}
