package cn.zhengqi.local;

import cn.zhengqi.engines.ChildProcess;
import cn.zhengqi.engines.EngineException;
import cn.zhengqi.engines.KeyDeviceVariables;
import cn.zhengqi.engines.NacosServer;
import cn.zhengqi.engines.Ports;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The running copy: engines and services as child processes that outlive the launcher. */
final class Platform {

    /** Whoever commits waits while a new file of the log is filled with zeros (60 ms), and pages are written whole into it after each checkpoint. */
    private static final Map<String, String> POSTGRES_PARAMETERS = Map.of(
            "shared_buffers", "64MB",
            "max_connections", "120",
            "synchronous_commit", "on",
            "wal_init_zero", "off",
            "checkpoint_timeout", "15min",
            "jit", "off",
            "log_min_duration_statement", "1000");

    private static final Duration SERVICE_GRACE = Duration.ofSeconds(30);

    /** Ten services that start at once share what processors there are: on a slow machine without caches the last takes minutes. One that dies is noticed at once. */
    private static final Duration SERVICE_START_LIMIT = Duration.ofMinutes(10);

    private final Workspace workspace;
    private final Topology topology;
    private final Secrets secrets;
    private final ServiceJvm jvm;
    private final Terminal terminal;
    private final Health health = new Health();

    Platform(Workspace workspace, Topology topology, Terminal terminal) {
        this.workspace = workspace;
        this.topology = topology;
        this.terminal = terminal;
        this.secrets = Secrets.in(workspace.state());
        this.jvm = new ServiceJvm(workspace, topology, secrets, KeyDeviceVariables.in(System.getenv()));
    }

    /** Starts what does not run yet and restarts services that were built anew; does nothing else. */
    void up() {
        up(process -> true);
    }

    /** @param trained which processes are trained first where they have not been: it costs each more than its first start gives back */
    void up(Predicate<String> trained) {
        requireWhatItNeeds();
        var applications = topology.services().stream()
                .map(service -> Application.of(service, workspace))
                .toList();
        var started = Instant.now();
        var nacos = startEngines();
        extractAndTrain(applications, trained);
        Parallel.each(applications, application -> start(application, nacos));
        discardOlder(applications);
        terminal.step("Everything is up after " + Terminal.seconds(Duration.between(started, Instant.now())) + ".");
    }

    void down() {
        Parallel.each(runningServices(), child -> child.stop("TERM", SERVICE_GRACE));
        Parallel.each(
                List.<Runnable>of(
                        () -> stopEngine(Topology.POSTGRES, "INT"),
                        () -> stopEngine(Topology.REDIS, "TERM"),
                        () -> stopEngine(Topology.ROCKETMQ, "TERM"),
                        () -> stopEngine(Topology.NACOS, "TERM")),
                Runnable::run);
    }

    void restart(Service service) {
        if (engineRunning(Topology.NACOS).isEmpty()) {
            throw new LauncherException("the platform is not up: ./zhengqi up");
        }
        var nacos = startNacos();
        var application = Application.of(service, workspace);
        extractAndTrain(List.of(application), process -> true);
        running(service).ifPresent(child -> child.stop("TERM", SERVICE_GRACE));
        start(application, nacos);
    }

    /**
     * Has services that run go on as what they are, with other settings of their JVMs; what has these settings runs on.
     *
     * @param names of services
     */
    void run(List<String> names, ServiceJvm.Settings settings) {
        if (engineRunning(Topology.NACOS).isEmpty()) {
            throw new LauncherException("the platform is not up: ./zhengqi up");
        }
        var nacos = startNacos();
        var applications = topology.services().stream()
                .filter(service -> names.contains(service.name()))
                .filter(service -> running(service).isPresent() || settings == ServiceJvm.Settings.LOCAL)
                .map(service -> new Application(
                        service,
                        Path.of(read(workspace.state().resolve(service.name()).resolve("application")))))
                .toList();
        Parallel.each(applications, application -> start(application, nacos, settings));
    }

    /** One line a process; whether all of them are healthy. */
    boolean status() {
        terminal.result("%-24s %-9s %8s %7s %9s".formatted("process", "state", "pid", "port", "memory"));
        boolean allWell = true;
        for (var engine : Topology.ENGINES) {
            int port = Objects.requireNonNull(topology.ports().get(engine));
            var child = engineRunning(engine);
            boolean well = child.isPresent() && Ports.isListening(child.get().pid(), port);
            allWell &= well;
            terminal.result(statusLine(engine, child, port, well));
        }
        for (var service : topology.services()) {
            var child = running(service);
            boolean well = child.isPresent() && isHealthy(service, child.get());
            allWell &= well;
            terminal.result(statusLine(service.name(), child, service.port(), well));
        }
        return allWell;
    }

    boolean isAnythingRunning() {
        return !runningServices().isEmpty()
                || Topology.ENGINES.stream()
                        .anyMatch(engine -> engineRunning(engine).isPresent());
    }

    /** Pids by name, of all that runs. */
    Map<String, Long> pids() {
        var pids = new java.util.LinkedHashMap<String, Long>();
        Topology.ENGINES.forEach(engine -> engineRunning(engine).ifPresent(child -> pids.put(engine, child.pid())));
        topology.services()
                .forEach(service -> running(service).ifPresent(child -> pids.put(service.name(), child.pid())));
        return pids;
    }

    /** Whether the process runs with what its training left. */
    boolean runsTrained(String process) {
        var pid = pids().get(process);
        if (pid == null) {
            return false;
        }
        try (var maps = Files.lines(Path.of("/proc/" + pid + "/maps"))) {
            return maps.anyMatch(line -> line.endsWith(".aot"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** When the process was first seen healthy; absent if it never was. */
    Optional<Instant> readyAt(String process) {
        var file = workspace.state().resolve(process).resolve("ready");
        try {
            return Files.exists(file) ? Optional.of(Instant.parse(Files.readString(file))) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Topology topology() {
        return topology;
    }

    Secrets secrets() {
        return secrets;
    }

    private static String statusLine(String name, Optional<ChildProcess> child, int port, boolean well) {
        var state = child.isEmpty() ? "down" : well ? "healthy" : "starting";
        return child.map(process -> "%-24s %-9s %8d %7d %s"
                        .formatted(
                                name,
                                state,
                                process.pid(),
                                port,
                                ProcessFigures.megabytes(
                                        ProcessFigures.of(process.pid()).pssMb())))
                .orElseGet(() -> "%-24s %-9s %8s %7d".formatted(name, state, "-", port));
    }

    // ---- before the start

    /**
     * Asked before a build too, which may take minutes.
     *
     * @throws LauncherException a port is taken or there is too little memory
     */
    void requireWhatItNeeds() {
        var problems = new ArrayList<String>();
        var ours = pids().values();
        topology.ports().forEach((what, port) -> {
            if (!Ports.isFree(port) && ours.stream().noneMatch(pid -> Ports.isListening(pid, port))) {
                try {
                    Ports.requireFree(what, port);
                } catch (EngineException e) {
                    problems.add(e.getMessage());
                }
            }
        });
        if (!problems.isEmpty()) {
            throw new LauncherException(String.join("\n", problems)
                    + "\nEnd those processes, or run this copy on other ports: ZHENGQI_PORT_OFFSET="
                    + (topology.offset() + Topology.NEXT_COPY) + " ./zhengqi up");
        }
        if (ours.isEmpty()) {
            Memory.requireFree(topology);
        }
    }

    // ---- engines

    private NacosServer startEngines() {
        var nacos = new java.util.concurrent.atomic.AtomicReference<NacosServer>();
        Parallel.each(
                List.<Runnable>of(
                        this::startPostgres, this::startRedis, this::startRocketMq, () -> nacos.set(startNacos())),
                Runnable::run);
        return Objects.requireNonNull(nacos.get());
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

    private NacosServer startNacos() {
        var started = new java.util.concurrent.atomic.AtomicReference<NacosServer>();
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

    private void stopEngine(String engine, String signal) {
        engineRunning(engine).ifPresent(child -> child.stop(signal, Duration.ofSeconds(30)));
    }

    private Optional<ChildProcess> engineRunning(String engine) {
        return ChildProcess.running(engine, workspace.home(engine));
    }

    private void timed(String what, int port, java.util.function.LongSupplier start) {
        long pidBefore = engineRunning(what).map(ChildProcess::pid).orElse(0L);
        var begin = Instant.now();
        long pid = start.getAsLong();
        report(what, pid, port, begin, pidBefore == pid);
    }

    private void report(String what, long pid, int port, Instant begin, boolean ranBefore) {
        var now = Instant.now();
        try {
            Files.writeString(workspace.state().resolve(what).resolve("ready"), now.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        terminal.done(
                what,
                Duration.between(begin, now),
                "pid " + pid + ", port " + port + (ranBefore ? ", ran already" : ""));
    }

    // ---- services

    static boolean trains() {
        return !"off".equals(System.getenv("ZHENGQI_AOT"));
    }

    private void extractAndTrain(List<Application> applications, Predicate<String> trained) {
        Parallel.each(
                applications.stream()
                        .filter(application -> !application.isExtracted())
                        .toList(),
                application -> {
                    application.extract(workspace);
                });
        if (!trains()) {
            return;
        }
        var training = new ArrayList<Runnable>();
        if (trained.test(Topology.NACOS) && !NacosServer.isTrained(workspace.cache())) {
            training.add(() -> trainEngine(Topology.NACOS, () -> NacosServer.train(workspace.cache())));
        }
        if (trained.test(Topology.ROCKETMQ) && !RocketMqServer.isTrained(workspace.cache())) {
            training.add(() -> trainEngine(Topology.ROCKETMQ, () -> RocketMqServer.train(workspace.cache())));
        }
        applications.stream()
                .filter(application -> trained.test(application.service().name()))
                .filter(application -> !Files.exists(application.aotCache()))
                .forEach(application -> training.add(() -> train(application)));
        if (!training.isEmpty()) {
            terminal.step("Training " + training.size() + " AOT caches (once a build)");
            Parallel.atMost(Runtime.getRuntime().availableProcessors(), training, Runnable::run);
        }
    }

    private void trainEngine(String engine, Runnable action) {
        var begin = Instant.now();
        try {
            action.run();
            terminal.done(engine, Duration.between(begin, Instant.now()), "trained");
        } catch (EngineException e) {
            // It runs without, only slower to start.
            terminal.step("  " + engine + " could not be trained: " + e.getMessage());
        }
    }

    private void train(Application application) {
        var begin = Instant.now();
        var service = application.service();
        var fresh = application.folder().resolve("training.aot");
        var log = workspace.build().resolve("train-" + service.name() + ".log");
        try {
            var builder = new ProcessBuilder(jvm.trainingCommand(application, fresh))
                    .directory(application.folder().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            KeyDeviceVariables.removeFrom(builder);
            builder.environment().putAll(jvm.environment(service));
            int exit;
            try (var training = AttachedProcess.start(builder)) {
                exit = training.waitFor();
            }
            if (exit == 0 && Files.exists(fresh)) {
                Files.move(fresh, application.aotCache());
                terminal.done(service.name(), Duration.between(begin, Instant.now()), "trained");
            } else {
                // It will say the same and more when it is started in earnest.
                terminal.step("  " + service.name() + " could not be trained; see " + workspace.shown(log));
            }
        } catch (IOException e) {
            throw new LauncherException("cannot train " + service.name() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("interrupted", e);
        }
    }

    private void start(Application application, NacosServer nacos) {
        start(application, nacos, ServiceJvm.Settings.LOCAL);
    }

    private void start(Application application, NacosServer nacos, ServiceJvm.Settings settings) {
        var service = application.service();
        var command = jvm.command(application, settings);
        var environment = jvm.environment(service);
        var identity = Integer.toHexString(command.hashCode()) + "-" + Integer.toHexString(environment.hashCode());
        var identityFile = workspace.state().resolve(service.name()).resolve("identity");
        var begin = Instant.now();
        var running = running(service).filter(child -> {
            if (identity.equals(read(identityFile))) {
                return true;
            }
            child.stop("TERM", SERVICE_GRACE);
            return false;
        });
        var child = running.orElseGet(() -> {
            Ports.requireFree(service.name(), service.port());
            var fresh = ChildProcess.start(service.name(), workspace.home(service.name()), command, environment);
            write(identityFile, identity);
            write(
                    workspace.state().resolve(service.name()).resolve("application"),
                    application.folder().toString());
            return fresh;
        });
        child.await(SERVICE_START_LIMIT, () -> isHealthy(service, child) && nacos.instances(service.name()) > 0);
        report(service.name(), child.pid(), service.port(), begin, running.isPresent());
    }

    private boolean isHealthy(Service service, ChildProcess child) {
        return Ports.isListening(child.pid(), service.port()) && health.isUp(service.port());
    }

    private Optional<ChildProcess> running(Service service) {
        return ChildProcess.running(service.name(), workspace.home(service.name()));
    }

    private List<ChildProcess> runningServices() {
        // All services, not only those asked for: a filter must not leave a process behind.
        return Topology.SERVICES.stream()
                .flatMap(service -> running(service).stream())
                .toList();
    }

    private void discardOlder(List<Application> applications) {
        var inUse = new ArrayList<Path>();
        try (Stream<Path> states = Files.list(workspace.root().resolve(".zhengqi"))) {
            for (var state : states.toList()) {
                for (var service : Topology.SERVICES) {
                    var folder = read(state.resolve(service.name()).resolve("application"));
                    if (!folder.isEmpty()) {
                        inUse.add(Path.of(folder));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        applications.forEach(application -> application.deleteOlder(inUse));
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
