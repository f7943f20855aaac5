package cn.zhengqi.local;

import cn.zhengqi.engines.ChildProcess;
import cn.zhengqi.engines.NacosServer;
import cn.zhengqi.engines.Ports;
import cn.zhengqi.local.Topology.Service;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The services of one copy, as child processes that outlive the launcher. */
final class RunningServices {

    private static final Duration GRACE = Duration.ofSeconds(30);

    /** Services that start side by side share what processors there are: on a slow machine without caches the last takes minutes. One that dies is noticed at once. */
    private static final Duration START_LIMIT = Duration.ofMinutes(10);

    private final Workspace workspace;
    private final ServiceJvm jvm;
    private final StartRecord starts;
    private final Health health = new Health();

    RunningServices(Workspace workspace, ServiceJvm jvm, StartRecord starts) {
        this.workspace = workspace;
        this.jvm = jvm;
        this.starts = starts;
    }

    /** What runs as it would be started runs on; what does not is started anew. Returns when it is healthy and registered. */
    void start(Application application, NacosServer nacos, ServiceJvm.Settings settings) {
        var service = application.service();
        var command = jvm.command(application, settings);
        var environment = jvm.environment(service);
        var identity = Integer.toHexString(command.hashCode()) + "-" + Integer.toHexString(environment.hashCode());
        var begin = Instant.now();
        var running = running(service).filter(child -> {
            if (identity.equals(starts.identityOf(service.name()))) {
                return true;
            }
            stop(child);
            return false;
        });
        var child = running.orElseGet(() -> launch(application, command, environment, identity));
        awaitReady(service, child, nacos);
        starts.started(service.name(), child.pid(), service.port(), begin, running.isPresent());
    }

    /**
     * Starts the service as it always starts, until it is healthy and registered, and ends it, upon which it leaves all
     * that it loaded in the cache. Of a run that ends before it serves a fifth of what a start costs is missing.
     */
    void train(Application application, NacosServer nacos, Path cache) {
        var service = application.service();
        stop(service);
        var child = launch(
                application, jvm.trainingCommand(application, cache), jvm.trainingEnvironment(service), "training");
        try {
            awaitReady(service, child, nacos);
        } finally {
            child.stop("TERM", ChildProcess.TRAINING_LIMIT);
        }
    }

    private ChildProcess launch(
            Application application, List<String> command, Map<String, String> environment, String identity) {
        var service = application.service();
        Ports.requireFree(service.name(), service.port());
        var child = ChildProcess.start(service.name(), workspace.home(service.name()), command, environment);
        starts.startedAs(service.name(), identity, application.folder());
        return child;
    }

    private void awaitReady(Service service, ChildProcess child, NacosServer nacos) {
        child.await(START_LIMIT, () -> isHealthy(service, child) && nacos.instances(service.name()) > 0);
    }

    void stop(Service service) {
        running(service).ifPresent(RunningServices::stop);
    }

    void stopAll() {
        Parallel.each(all(), RunningServices::stop);
    }

    private static void stop(ChildProcess child) {
        child.stop("TERM", GRACE);
    }

    boolean isHealthy(Service service, ChildProcess child) {
        return Ports.isListening(child.pid(), service.port()) && health.isUp(service.port());
    }

    Optional<ChildProcess> running(Service service) {
        return ChildProcess.running(service.name(), workspace.home(service.name()));
    }

    private List<ChildProcess> all() {
        // All services, not only those asked for: a filter must not leave a process behind.
        return Topology.SERVICES.stream()
                .flatMap(service -> running(service).stream())
                .toList();
    }
}
