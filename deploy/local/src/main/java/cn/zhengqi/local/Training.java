package cn.zhengqi.local;

import cn.zhengqi.engines.EngineException;
import cn.zhengqi.engines.NacosServer;
import cn.zhengqi.engines.RocketMqServer;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Extracts what was built anew and lets it, and the engines, leave their AOT caches: each of them once a build. */
final class Training {

    private final Workspace workspace;
    private final RunningServices services;
    private final Terminal terminal;

    Training(Workspace workspace, RunningServices services, Terminal terminal) {
        this.workspace = workspace;
        this.services = services;
        this.terminal = terminal;
    }

    static boolean isOn() {
        return !"off".equals(System.getenv("ZHENGQI_AOT"));
    }

    void extract(List<Application> applications) {
        Parallel.each(
                applications.stream()
                        .filter(application -> !application.isExtracted())
                        .toList(),
                application -> application.extract(workspace));
    }

    /** @param trained which processes are trained where they have not been */
    boolean isDue(Application application, Predicate<String> trained) {
        return isOn() && trained.test(application.service().name()) && !Files.exists(application.aotCache());
    }

    /** The engines, as far as they are to be trained. */
    void trainEngines(Predicate<String> trained) {
        train(engines(trained));
    }

    /** The engines, as far as they are to be trained, and these. */
    void train(List<Application> due, NacosServer nacos, Predicate<String> trained) {
        var training = engines(trained);
        due.forEach(application -> training.add(() -> train(application, nacos)));
        train(training);
    }

    private void train(List<Runnable> training) {
        if (!training.isEmpty()) {
            terminal.step("Training " + training.size()
                    + " AOT caches (once a build; ZHENGQI_AOT=off goes without, and each start takes longer)");
            Parallel.atMost(Runtime.getRuntime().availableProcessors(), training, Runnable::run);
        }
    }

    private List<Runnable> engines(Predicate<String> trained) {
        var training = new ArrayList<Runnable>();
        if (isOn() && trained.test(Topology.NACOS) && !NacosServer.isTrained(workspace.cache())) {
            training.add(() -> trainEngine(Topology.NACOS, () -> NacosServer.train(workspace.cache())));
        }
        if (isOn() && trained.test(Topology.ROCKETMQ) && !RocketMqServer.isTrained(workspace.cache())) {
            training.add(() -> trainEngine(Topology.ROCKETMQ, () -> RocketMqServer.train(workspace.cache())));
        }
        return training;
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

    private void train(Application application, NacosServer nacos) {
        var begin = Instant.now();
        var name = application.service().name();
        var fresh = application.folder().resolve("training.aot");
        try {
            services.train(application, nacos, fresh);
            Files.move(fresh, application.aotCache());
            terminal.done(name, Duration.between(begin, Instant.now()), "trained");
        } catch (EngineException | IOException e) {
            // It will say the same and more when it is started in earnest.
            terminal.step("  " + name + " could not be trained: " + e.getMessage());
        }
    }
}
