package cn.zhengqi.engines;

import java.nio.file.Path;
import java.time.Duration;

/** What the engines have in common: each is one child process in a home of its own, on one main port. */
abstract sealed class ServerProcess implements Engine permits PostgresServer, RedisServer, RocketMqServer, NacosServer {

    static final Duration GRACE = Duration.ofSeconds(30);

    final EngineHome home;
    final int port;
    final ChildProcess process;
    private final String name;
    private final String stopSignal;
    private final String dropSignal;

    /**
     * @param stopSignal asks the server to end in order
     * @param dropSignal ends it at once where its data is not wanted any more
     */
    ServerProcess(String name, EngineHome home, int port, ChildProcess process, String stopSignal, String dropSignal) {
        this.name = name;
        this.home = home;
        this.port = port;
        this.process = process;
        this.stopSignal = stopSignal;
        this.dropSignal = dropSignal;
    }

    /** Whether it answers its own protocol, asked when the process is known to hold its port. */
    abstract boolean answers();

    void awaitReady() {
        process.await(ChildProcess.START_LIMIT, this::isHealthy);
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final int port() {
        return port;
    }

    @Override
    public final long pid() {
        return process.pid();
    }

    @Override
    public final Path log() {
        return process.log();
    }

    @Override
    public final boolean isHealthy() {
        return process.isAlive() && Ports.accepts(port) && Ports.isListening(process.pid(), port) && answers();
    }

    @Override
    public final void kill() {
        process.kill();
    }

    @Override
    public final void close() {
        process.stop(home.temporary() ? dropSignal : stopSignal, GRACE);
        home.deleteIfTemporary();
    }
}
