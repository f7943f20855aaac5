package cn.zhengqi.local;

import cn.zhengqi.engines.ChildProcess;
import cn.zhengqi.engines.EngineException;
import cn.zhengqi.engines.KeyDeviceVariables;
import cn.zhengqi.engines.NacosServer;
import cn.zhengqi.engines.Ports;
import cn.zhengqi.local.Topology.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** The running copy: engines and services as child processes that outlive the launcher. */
final class Platform {

    /** All at once they throw each other out of the caches: ten on two processors took 68 s and 113 s of them, four at a time 61 s and 102 s. */
    private static final int STARTS_PER_PROCESSOR = 2;

    private final Workspace workspace;
    private final Topology topology;
    private final Secrets secrets;
    private final Terminal terminal;
    private final StartRecord starts;
    private final RunningEngines engines;
    private final RunningServices services;
    private final ServiceJvm.Settings settings;
    private final Training training;

    Platform(Workspace workspace, Topology topology, Terminal terminal) {
        this(workspace, topology, terminal, ServiceJvm.Settings.LOCAL);
    }

    /** @param settings of the JVMs of its services */
    Platform(Workspace workspace, Topology topology, Terminal terminal, ServiceJvm.Settings settings) {
        this.workspace = workspace;
        this.topology = topology;
        this.terminal = terminal;
        this.settings = settings;
        this.secrets = Secrets.in(workspace.state());
        var jvm = new ServiceJvm(workspace, topology, secrets, KeyDeviceVariables.in(System.getenv()));
        this.starts = new StartRecord(workspace, terminal);
        this.engines = new RunningEngines(workspace, topology, secrets, starts);
        this.services = new RunningServices(workspace, jvm, starts);
        this.training = new Training(workspace, services, terminal);
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
        var nacos = engines.startAll();
        training.extract(applications);
        var due = applications.stream()
                .filter(application -> training.isDue(application, trained))
                .toList();
        // Training takes longest, so it is the first of as many as start at once; the others wait for nobody's
        // training.
        var starting = new ArrayList<Runnable>();
        starting.add(() -> {
            training.train(due, nacos, trained);
            start(due, nacos);
        });
        applications.stream()
                .filter(application -> !due.contains(application))
                .forEach(application -> starting.add(() -> start(List.of(application), nacos)));
        Parallel.atMost(startsAtOnce(), starting, Runnable::run);
        var inUse = starts.applicationsOfAllCopies();
        applications.forEach(application -> application.deleteOlder(inUse));
        terminal.step(
                "All processes are healthy after " + Terminal.seconds(Duration.between(started, Instant.now())) + ".");
    }

    /**
     * Before there is anything built to start: what services wait for runs then already.
     *
     * @param trained which of them are trained first where they have not been
     */
    void startEngines(Predicate<String> trained) {
        requireWhatItNeeds();
        training.trainEngines(trained);
        engines.startAll();
    }

    private void start(List<Application> applications, NacosServer nacos) {
        Parallel.atMost(startsAtOnce(), applications, application -> services.start(application, nacos, settings));
    }

    private static int startsAtOnce() {
        return STARTS_PER_PROCESSOR * Runtime.getRuntime().availableProcessors();
    }

    void down() {
        services.stopAll();
        engines.stopAll();
    }

    /** @param trained which processes are trained before it is started where they have not been */
    void restart(Service service, Predicate<String> trained) {
        var nacos = nacosThatRuns();
        var application = Application.of(service, workspace);
        training.extract(List.of(application));
        // While the service still runs; its own training takes its port.
        training.trainEngines(trained);
        training.train(training.isDue(application, trained) ? List.of(application) : List.of(), nacos, engine -> false);
        services.stop(service);
        services.start(application, nacos, settings);
    }

    /** Starts the service where it does not run, and waits for it where it has not started yet; leaves it alone where it is well. */
    void awaken(Service service) {
        if (services.running(service)
                .filter(child -> services.isHealthy(service, child))
                .isPresent()) {
            return;
        }
        var nacos = nacosThatRuns();
        terminal.step(service.name() + " does not run; it is started");
        var application = Application.of(service, workspace);
        training.extract(List.of(application));
        services.start(application, nacos, settings);
    }

    private NacosServer nacosThatRuns() {
        if (engines.running(Topology.NACOS).isEmpty()) {
            throw new LauncherException("the platform is not up: ./zhengqi up");
        }
        return engines.startNacos();
    }

    /**
     * Has services that run go on as what they are, with other settings of their JVMs; what has these settings runs on.
     *
     * @param names of services
     */
    void run(List<String> names, ServiceJvm.Settings settings) {
        var nacos = nacosThatRuns();
        var applications = topology.services().stream()
                .filter(service -> names.contains(service.name()))
                .filter(service -> services.running(service).isPresent() || settings == ServiceJvm.Settings.LOCAL)
                .map(service -> new Application(service, Path.of(starts.applicationOf(service.name()))))
                .toList();
        Parallel.each(applications, application -> services.start(application, nacos, settings));
    }

    /** One line a process; whether all of them are healthy. */
    boolean status() {
        terminal.result("%-24s %-9s %8s %7s %9s".formatted("process", "state", "pid", "port", "memory"));
        boolean allWell = true;
        for (var engine : Topology.ENGINES) {
            int port = Objects.requireNonNull(topology.ports().get(engine));
            var child = engines.running(engine);
            boolean well = child.isPresent() && Ports.isListening(child.get().pid(), port);
            allWell &= well;
            terminal.result(statusLine(engine, child, port, well));
        }
        for (var service : topology.services()) {
            var child = services.running(service);
            boolean well = child.isPresent() && services.isHealthy(service, child.get());
            allWell &= well;
            terminal.result(statusLine(service.name(), child, service.port(), well));
        }
        return allWell;
    }

    /** Pids by name, of all that runs. */
    Map<String, Long> pids() {
        var pids = new LinkedHashMap<String, Long>();
        Topology.ENGINES.forEach(engine -> engines.running(engine).ifPresent(child -> pids.put(engine, child.pid())));
        topology.services()
                .forEach(
                        service -> services.running(service).ifPresent(child -> pids.put(service.name(), child.pid())));
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
        return starts.readyAt(process);
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
}
