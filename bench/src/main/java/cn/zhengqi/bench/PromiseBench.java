package cn.zhengqi.bench;

import cn.zhengqi.data.DataAutoConfiguration;
import cn.zhengqi.data.retention.RetentionTerms;
import cn.zhengqi.events.EventsAutoConfiguration;
import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.promise.PromiseCall;
import cn.zhengqi.promise.PromiseAutoConfiguration;
import cn.zhengqi.promise.PromiseKind;
import cn.zhengqi.promise.PromiseSweep;
import cn.zhengqi.testing.TestServers;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long a sweep of 100,000 open promises takes on a real PostgreSQL, by two copies of a service at once: a usual one, in which one in twenty has something to
 * be told; one after which nothing is to be told; all dates found again after a change of the calendar; and one after an outage, in which all are told.
 */
public final class PromiseBench {

    private static final int OPEN = 100_000;
    private static final int COPIES = 2;
    private static final double MOST_SECONDS = 2;

    private PromiseBench() {}

    /** What a promise of the benchmark tells. */
    @EventType("bench.PromiseCalled")
    public record Called(PromiseCall call) implements DomainEvent {

        @Override
        public UUID subject() {
            return call.promiseId();
        }
    }

    /** As much of a service as sweeps. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        DataAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        FlywayAutoConfiguration.class,
        EventsAutoConfiguration.class,
        PromiseAutoConfiguration.class
    })
    @Import(RetentionTerms.class)
    static class Sweeper {

        @Bean
        PromiseKind kind() {
            return new PromiseKind("BENCH", Called::new);
        }

        @Bean
        @Order(Ordered.LOWEST_PRECEDENCE)
        OwnMigrations migrations() {
            return OwnMigrations.ofNoService();
        }
    }

    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        TestServers.Database database = TestServers.get().freshDatabase("bench");
        List<ConfigurableApplicationContext> copies = new ArrayList<>();
        for (int i = 0; i < COPIES; i++) {
            copies.add(copy(database));
        }
        JdbcClient jdbc = copies.getFirst().getBean(JdbcClient.class);
        fill(jdbc);
        System.out.printf(
                "%,d open promises, %d copies, %s%n",
                OPEN,
                COPIES,
                jdbc.sql("show server_version").query(String.class).single());
        timed("dates found for all of them", copies);
        // Once for warm code, on a part that is told and then looked at no more.
        due(jdbc, 1000, 1000);
        timed("to warm up: 1,000 told", copies);
        due(jdbc, 5000, 6000);
        double usual = timed("usual: 5,000 told", copies);
        double idle = timed("nothing to be told", copies);
        due(jdbc, OPEN, OPEN);
        timed("after an outage: all told", copies);
        long events = jdbc.sql("select count(*) from outbox").query(Long.class).single();
        long twice = jdbc.sql(
                        "select count(*) from (select 1 from outbox group by subject, data #>> '{call,signal}', data #>> '{call,level}' having count(*) > 1) more")
                .query(Long.class)
                .single();
        System.out.printf("%,d signals in the outbox, %d of them twice%n", events, twice);
        copies.forEach(ConfigurableApplicationContext::close);
        boolean met = usual <= MOST_SECONDS && idle <= MOST_SECONDS && twice == 0;
        System.out.printf("bar %.0f s for a usual sweep: %s%n", MOST_SECONDS, met ? "met" : "missed");
        System.exit(met ? 0 : 1);
    }

    static ConfigurableApplicationContext copy(TestServers.Database database) {
        return new SpringApplicationBuilder(Sweeper.class)
                .web(WebApplicationType.NONE)
                // Not the settings of the service whose engine lies on the class path too.
                .run(
                        "--spring.config.name=bench",
                        "--spring.application.name=bench-service",
                        "--spring.main.banner-mode=off",
                        "--logging.level.root=warn",
                        "--spring.cloud.nacos.discovery.enabled=false",
                        "--spring.cloud.nacos.config.enabled=false",
                        "--spring.cloud.nacos.config.import-check.enabled=false",
                        "--zhengqi.db.url=" + database.url(),
                        "--zhengqi.db.user=" + database.user(),
                        "--zhengqi.db.password=" + database.password(),
                        "--zhengqi.db.schema=" + database.schema());
    }

    /** From the last two working days, so that nothing is to be told. */
    private static void fill(JdbcClient jdbc) {
        jdbc.sql("""
                        insert into promise (id, kind, case_class, case_id, case_number, about, institution_id, institution_name,
                            working_days, warn_after, escalate_after, state, ran, started_at, reckoned_by)
                        select uuidv7(), 'BENCH', 'USUAL', uuidv7(), 'RZ' || n, '企业' || n || '　信用贷款', uuidv7(), '银行',
                            10, 0.8, '{1,3}', 'RUNNING', array[now() - interval '2 days'], now() - interval '2 days', -1
                        from generate_series(1, ?) n""").param(OPEN).update();
        jdbc.sql("analyze promise").update();
    }

    /** Lets the promised date of some go by, as if the clock had gone on. */
    private static void due(JdbcClient jdbc, int some, int upTo) {
        jdbc.sql("""
                        update promise
                        set told = 1, due_at = now() - interval '1 minute', next_at = now() - interval '1 minute',
                            escalate_at = array[now() + interval '1 day', now() + interval '3 days']
                        where substr(case_number, 3)::int between ? and ? and told < 2""").params(upTo - some + 1, upTo).update();
        jdbc.sql("vacuum analyze promise").update();
    }

    private static double timed(String what, List<ConfigurableApplicationContext> copies)
            throws InterruptedException, ExecutionException {
        long cpu = cpu();
        long start = System.nanoTime();
        int swept = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(copies.size())) {
            List<Future<Integer>> running = new ArrayList<>();
            for (ConfigurableApplicationContext copy : copies) {
                running.add(
                        threads.submit(() -> copy.getBean(PromiseSweep.class).run()));
            }
            for (Future<Integer> one : running) {
                swept += one.get();
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%-32s %,8d promises %6.2f s, %.2f s CPU here%n",
                what,
                swept,
                seconds,
                (cpu() - cpu) / 1e9);
        return seconds;
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
