package cn.zhengqi.local;

import java.util.List;

/** Services that run with production's JVM settings for a while; closed, or interrupted, they run with those of this machine again. */
final class ProductionJvms implements AutoCloseable {

    private final Platform platform;
    private final List<String> services;
    private final Terminal terminal;
    private final Thread whenInterrupted = new Thread(this::putBack, "put back");
    private boolean changed = true;

    ProductionJvms(Platform platform, List<String> services, Terminal terminal) {
        this.platform = platform;
        this.services = services;
        this.terminal = terminal;
        Runtime.getRuntime().addShutdownHook(whenInterrupted);
        try {
            terminal.step("Restarting with production's JVM settings (deploy/jvm/production.options): "
                    + String.join(", ", services));
            platform.run(services, ServiceJvm.Settings.PRODUCTION);
        } catch (RuntimeException failed) {
            close();
            throw failed;
        }
    }

    @Override
    public void close() {
        putBack();
        try {
            Runtime.getRuntime().removeShutdownHook(whenInterrupted);
        } catch (IllegalStateException shuttingDown) {
            // It found nothing left to do, or waits for its turn to find that.
        }
    }

    /** Also for two at once: the one that is interrupted, and the interruption. */
    private synchronized void putBack() {
        if (changed) {
            terminal.step("Putting back the JVM settings of this machine");
            platform.run(services, ServiceJvm.Settings.LOCAL);
            changed = false;
        }
    }
}
