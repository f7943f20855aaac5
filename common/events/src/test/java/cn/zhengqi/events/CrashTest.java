package cn.zhengqi.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhengqi.engines.EngineHome;
import cn.zhengqi.engines.Ports;
import cn.zhengqi.engines.PostgresServer;
import cn.zhengqi.engines.RocketMqServer;
import cn.zhengqi.events.sample.Booked;
import cn.zhengqi.events.sample.LedgerServiceApplication;
import cn.zhengqi.events.sample.RecordEffect;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A service writes events; two copies of another service, in processes of their own, handle them. In the middle of the run one copy and then the broker are
 * ended with kill -9.
 */
class CrashTest {

    private static final int EVENTS = 1200;
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    @TempDir
    Path folder;

    private final List<Process> copies = new ArrayList<>();
    private PostgresServer postgres;
    private RocketMqServer broker;
    private int nameServerPort;
    private int brokerPort;
    private ConfigurableApplicationContext writer;

    @BeforeEach
    void start() {
        postgres = PostgresServer.start(
                EngineHome.temporary("postgres"), Ports.free(), "secret", PostgresServer.NOT_DURABLE);
        postgres.createRoleAndSchema("zhengqi", "writer", "secret", "writer");
        postgres.createRoleAndSchema("zhengqi", "reader", "secret", "reader");
        nameServerPort = Ports.free();
        brokerPort = Ports.free(RocketMqServer.BROKER_PORT_DISTANCES);
        startBroker();
    }

    @AfterEach
    void stop() {
        copies.forEach(Process::destroyForcibly);
        if (writer != null) {
            writer.close();
        }
        broker.kill();
        postgres.close();
    }

    @Test
    void each_event_has_its_effect_once_though_broker_and_consumer_are_killed_in_the_middle() throws Exception {
        // The writer's own handler hears its events too: one more consumer group that must not lose any.
        writer = new SpringApplicationBuilder(LedgerServiceApplication.class).run(arguments("writer"));
        copies.add(startCopy());
        copies.add(startCopy());
        UUID account = Ids.next();

        publish(account, 0, 300);
        await().atMost(PATIENCE).until(() -> effects("reader", account) >= 100);
        copies.getFirst().destroyForcibly();
        publish(account, 300, 600);
        await().atMost(PATIENCE).until(() -> effects("reader", account) >= 400);
        broker.kill();
        publish(account, 600, 900);
        assertThat(published(account)).as("events that waited for the broker").isLessThan(900);
        startBroker();
        publish(account, 900, EVENTS);

        await().atMost(PATIENCE).until(() -> published(account) == EVENTS);
        await().atMost(PATIENCE).until(() -> distinctEffects("reader", account) == EVENTS);
        await().atMost(PATIENCE).until(() -> distinctEffects("writer", account) == EVENTS);
        assertThat(effects("reader", account)).isEqualTo(EVENTS);
        assertThat(effects("writer", account)).isEqualTo(EVENTS);
        assertThat(count("select count(*) from reader.dead_letter")).isZero();
    }

    @Test
    void of_a_batch_in_whose_middle_the_consumer_is_killed_nothing_has_happened_and_then_all_does_once()
            throws Exception {
        writer = new SpringApplicationBuilder(LedgerServiceApplication.class).run(arguments("writer"));
        UUID account = Ids.next();
        int last = 31;
        new TransactionTemplate(writer.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> publishNow(account, 0, last + 1));
        await().atMost(PATIENCE).until(() -> published(account) == last + 1);

        Process killed = startCopy("-D" + RecordEffect.HALT_AT + "=" + last / 2);
        copies.add(killed);
        assertThat(killed.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();

        assertThat(killed.exitValue()).isEqualTo(9);
        assertThat(effects("reader", account))
                .as("of those before it in the batch")
                .isZero();

        try (ConfigurableApplicationContext another =
                new SpringApplicationBuilder(LedgerServiceApplication.class).run(arguments("reader"))) {
            await().atMost(PATIENCE).until(() -> distinctEffects("reader", account) == last + 1);
            assertThat(effects("reader", account)).isEqualTo(last + 1);
            assertThat(count("select count(*) from reader.dead_letter")).isZero();
        }
    }

    private void publish(UUID account, int from, int to) {
        TransactionTemplate transaction = new TransactionTemplate(writer.getBean(PlatformTransactionManager.class));
        for (int start = from; start < to; start += 10) {
            int first = start;
            transaction.executeWithoutResult(status -> publishNow(account, first, first + 10));
        }
    }

    private void publishNow(UUID account, int from, int to) {
        Outbox outbox = writer.getBean(Outbox.class);
        IntStream.range(from, to)
                .forEach(number -> outbox.publish(
                        new Booked(account, number, BigDecimal.ONE, null, BusinessTime.at(Instant.EPOCH)), number));
    }

    private void startBroker() {
        broker = RocketMqServer.start(
                EngineHome.at(folder.resolve("rocketmq"), EngineHome.userCache()), nameServerPort, brokerPort);
    }

    private Process startCopy(String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx160m",
                "-Duser.home=" + System.getProperty("user.home"),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                LedgerServiceApplication.class.getName()));
        command.addAll(1, List.of(options));
        command.addAll(List.of(arguments("reader")));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(new File(folder.toFile(), "copy-" + copies.size() + ".log"))
                .start();
    }

    private String[] arguments(String role) {
        return new String[] {
            "--spring.application.name=" + role + "-service",
            "--server.port=0",
            "--server.address=127.0.0.1",
            "--spring.cloud.nacos.discovery.enabled=false",
            "--spring.cloud.nacos.config.enabled=false",
            "--logging.structured.format.console=",
            "--springdoc.api-docs.enabled=false",
            "--zhengqi.db.url=" + postgres.jdbcUrl("zhengqi"),
            "--zhengqi.db.user=" + role,
            "--zhengqi.db.password=secret",
            "--zhengqi.db.schema=" + role,
            "--zhengqi.rocketmq.namesrv=" + broker.nameServer(),
            "--zhengqi.rocketmq.max-attempts=20"
        };
    }

    private long published(UUID account) throws SQLException {
        return count("select count(*) from writer.outbox where published_at is not null and subject = '%s'"
                .formatted(account));
    }

    private long effects(String schema, UUID account) {
        try {
            return count("select count(*) from %s.effect where subject = '%s'".formatted(schema, account));
        } catch (SQLException notMigratedYet) {
            return 0;
        }
    }

    private long distinctEffects(String schema, UUID account) throws SQLException {
        return count("select count(distinct number) from %s.effect where subject = '%s'".formatted(schema, account));
    }

    private long count(String sql) throws SQLException {
        try (Connection connection = postgres.connect("zhengqi");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
