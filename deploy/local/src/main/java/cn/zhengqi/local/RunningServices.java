package cn.zhengqi.local;

import cn.zhengqi.engines.ChildProcess;
import cn.zhengqi.engines.NacosServer;
import cn.zhengqi.engines.Ports;
import cn.zhengqi.local.Topology.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The services of one copy, as child processes that outlive the launcher. */
final class RunningServices {

    private static final Duration GRACE = Duration.ofSeconds(30);

    /** Ten services that start at once share what processors there are: on a slow machine without caches the last takes minutes. One that dies is noticed at once. */
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
        var child = running.orElseGet(() -> {
            Ports.requireFree(service.name(), service.port());
            var fresh = ChildProcess.start(service.name(), workspace.home(service.name()), command, environment);
            starts.startedAs(service.name(), identity, application.folder());
            return fresh;
        });
        child.await(START_LIMIT, () -> isHealthy(service, child) && nacos.instances(service.name()) > 0);
        starts.started(service.name(), child.pid(), service.port(), begin, running.isPresent());
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

    boolean isAnyRunning() {
        return !all().isEmpty();
    }

    private List<ChildProcess> all() {
        // All services, not only those asked for: a filter must not leave a process behind.
        return Topology.SERVICES.stream()
                .flatMap(service -> running(service).stream())
                .toList();
    }
}
