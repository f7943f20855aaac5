package cn.zhengqi.local;

import cn.zhengqi.engines.ChildProcess;
import cn.zhengqi.engines.NacosServer;
import cn.zhengqi.engines.PostgresServer;
import cn.zhengqi.engines.RedisServer;
import cn.zhengqi.engines.RocketMqServer;
import cn.zhengqi.local.Secrets.Secret;
import cn.zhengqi.local.Topology.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/** The engines of one copy: PostgreSQL, Redis, RocketMQ and Nacos as child processes, with what the services find in them. */
final class RunningEngines {

    /** Whoever commits waits while a new file of the log is filled with zeros (60 ms), and pages are written whole into it after each checkpoint. */
    private static final Map<String, String> POSTGRES_PARAMETERS = Map.of(
            "shared_buffers", "64MB",
            "max_connections", "120",
            "synchronous_commit", "on",
            "wal_init_zero", "off",
            "checkpoint_timeout", "15min",
            "jit", "off",
            "log_min_duration_statement", "1000");

    private static final Duration GRACE = Duration.ofSeconds(30);

    private final Workspace workspace;
    private final Topology topology;
    private final Secrets secrets;
    private final StartRecord starts;

    RunningEngines(Workspace workspace, Topology topology, Secrets secrets, StartRecord starts) {
        this.workspace = workspace;
        this.topology = topology;
        this.secrets = secrets;
        this.starts = starts;
    }

    NacosServer startAll() {
        var nacos = new AtomicReference<NacosServer>();
        Parallel.each(
                List.<Runnable>of(
                        this::startPostgres, this::startRedis, this::startRocketMq, () -> nacos.set(startNacos())),
                Runnable::run);
        return Objects.requireNonNull(nacos.get());
    }

    void stopAll() {
        Parallel.each(
                List.<Runnable>of(
                        () -> stop(Topology.POSTGRES, "INT"),
                        () -> stop(Topology.REDIS, "TERM"),
                        () -> stop(Topology.ROCKETMQ, "TERM"),
                        () -> stop(Topology.NACOS, "TERM")),
                Runnable::run);
    }

    private void startPostgres() {
        timed(Topology.POSTGRES, topology.postgresPort(), () -> {
            var server = PostgresServer.start(
                    workspace.home(Topology.POSTGRES),
                    topology.postgresPort(),
                    secrets.text(Secret.POSTGRES_PASSWORD),
                    POSTGRES_PARAMETERS);
            server.createDatabase(Topology.DATABASE);
            for (var service : topology.services()) {
                if (service.schema() != null) {
                    server.createRoleAndSchema(
                            Topology.DATABASE,
                            service.role(),
                            secrets.databasePassword(service.role()),
                            service.schema());
                }
                if (service.name().equals(Topology.OPS)) {
                    server.createOperationLog(Topology.DATABASE, service.role());
                }
            }
            return server.pid();
        });
    }

    private void startRedis() {
        timed(
                Topology.REDIS,
                topology.redisPort(),
                () -> RedisServer.start(
                                workspace.home(Topology.REDIS),
                                topology.redisPort(),
                                secrets.text(Secret.REDIS_PASSWORD))
                        .pid());
    }

    private void startRocketMq() {
        timed(Topology.ROCKETMQ, topology.brokerPort(), () -> {
            var server = RocketMqServer.start(
                    workspace.home(Topology.ROCKETMQ), topology.nameServerPort(), topology.brokerPort());
            server.createTopics(Topology.SERVICES.stream()
                    .map(Service::topic)
                    .filter(Objects::nonNull)
                    .toArray(String[]::new));
            server.createConsumerGroups(
                    Topology.SERVICES.stream().map(Service::name).toArray(String[]::new));
            return server.pid();
        });
    }

    /** Starts it, or finds it running, and publishes the configuration of the services as it is now. */
    NacosServer startNacos() {
        var started = new AtomicReference<NacosServer>();
        timed(Topology.NACOS, topology.nacosPort(), () -> {
            var server = NacosServer.start(
                    workspace.home(Topology.NACOS),
                    topology.nacosPort(),
                    secrets.bytes(Secret.NACOS_TOKEN_KEY),
                    secrets.text(Secret.NACOS_PASSWORD));
            publishConfiguration(server);
            started.set(server);
            return server.pid();
        });
        return Objects.requireNonNull(started.get());
    }

    private void publishConfiguration(NacosServer server) {
        try (Stream<Path> files = Files.list(workspace.root().resolve("deploy/nacos"))) {
            for (var file : files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                server.publish(file.getFileName().toString(), Files.readString(file));
            }
            server.publish("zhengqi-district.yaml", Files.readString(workspace.districtConfiguration()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void stop(String engine, String signal) {
        running(engine).ifPresent(child -> child.stop(signal, GRACE));
    }

    Optional<ChildProcess> running(String engine) {
        return ChildProcess.running(engine, workspace.home(engine));
    }

    private void timed(String what, int port, LongSupplier start) {
        long pidBefore = running(what).map(ChildProcess::pid).orElse(0L);
        var begin = Instant.now();
        long pid = start.getAsLong();
        starts.started(what, pid, port, begin, pidBefore == pid);
    }
}
