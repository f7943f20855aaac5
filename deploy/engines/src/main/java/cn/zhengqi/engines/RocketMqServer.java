package cn.zhengqi.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;

/**
 * A real RocketMQ: name server and broker in one JVM. Listens on 127.0.0.1 only, except for the broker's replication port
 * (broker port + 1), for which RocketMQ has no such setting. The broker also takes its port − 2.
 */
public final class RocketMqServer extends ServerProcess {

    /** Distances from the broker's port that must be free too. */
    @SuppressWarnings("MutablePublicArray")
    public static final int[] BROKER_PORT_DISTANCES = {-2, 1};

    /** How long it keeps what nobody has read: of its own accord three days, after which a service that was away finds nothing. */
    public static final Duration KEPT = Duration.ofDays(8);

    private static final String NAME = "rocketmq";

    /**
     * Of their own accord name server and broker each make a key and a certificate for who might call them by TLS, two thirds of what their start takes of the processors. Here nobody does: they
     * are called from this machine only, and no client is told to.
     */
    private static final String WITHOUT_TLS = "-Dtls.server.mode=disabled";

    private final int nameServerPort;
    private final RocketMqAdmin admin;

    private RocketMqServer(EngineHome home, int nameServerPort, int brokerPort, ChildProcess process) {
        super(NAME, home, brokerPort, process, "TERM", "KILL");
        this.nameServerPort = nameServerPort;
        this.admin = new RocketMqAdmin(nameServerPort, brokerPort);
    }

    /** Starts the servers, or adopts those that already run in this home. Messages and offsets survive a restart. */
    public static RocketMqServer start(EngineHome home, int nameServerPort, int brokerPort) {
        var running = ChildProcess.running(NAME, home);
        if (running.isPresent()) {
            var server = new RocketMqServer(home, nameServerPort, brokerPort, running.get());
            if (running.get().serves(brokerPort)) {
                server.awaitReady();
                return server;
            }
            running.get().stop("TERM", GRACE);
        }
        return launch(home, nameServerPort, brokerPort, false);
    }

    /** Whether {@link #train} has nothing to do. */
    public static boolean isTrained(Path cache) {
        return ServerJvm.of(NAME, cache).isTrained();
    }

    /** Starts and stops a server of its own once, so that later starts are quicker. Takes a minute of CPU. */
    public static void train(Path cache) {
        var home = EngineHome.temporary(NAME, cache);
        var server = launch(home, Ports.free(), Ports.free(BROKER_PORT_DISTANCES), true);
        server.process.stop("TERM", ChildProcess.TRAINING_LIMIT);
        ServerJvm.of(NAME, cache).trained();
        home.deleteIfTemporary();
    }

    private static RocketMqServer launch(EngineHome home, int nameServerPort, int brokerPort, boolean training) {
        Ports.requireFree("the RocketMQ name server", nameServerPort);
        Ports.requireFree("the RocketMQ broker", brokerPort);
        for (int distance : BROKER_PORT_DISTANCES) {
            Ports.requireFree("the RocketMQ broker", brokerPort + distance);
        }
        var folder = home.folder();
        var command = ServerJvm.of(NAME, home.cache())
                .command(
                        training,
                        List.of(
                                "-Xms96m",
                                "-Xmx256m",
                                "-XX:MaxDirectMemorySize=128m",
                                WITHOUT_TLS,
                                "-Duser.home=" + folder),
                        "cn.zhengqi.engines.rocketmq.RocketMqMain",
                        List.of(
                                nameServerConfiguration(folder, nameServerPort).toString(),
                                brokerConfiguration(folder, nameServerPort, brokerPort)
                                        .toString()));
        var environment = new HashMap<>(ServerJvm.ENVIRONMENT);
        environment.put("ROCKETMQ_HOME", folder.toString());
        var server = new RocketMqServer(
                home, nameServerPort, brokerPort, ChildProcess.start(NAME, home, command, environment));
        server.awaitReady();
        return server;
    }

    /**
     * Makes sure that the topics exist and the name server knows them: an automatically created topic delivers its first
     * message half a minute late.
     */
    public void createTopics(String... topics) {
        for (var topic : topics) {
            admin.createTopic(topic);
        }
        for (var topic : topics) {
            process.await(Duration.ofSeconds(60), () -> admin.isRouted(topic));
        }
    }

    /** Makes sure that the consumer groups exist, for the same reason. */
    public void createConsumerGroups(String... groups) {
        for (var group : groups) {
            admin.createConsumerGroup(group);
        }
    }

    /** Form {@code host:port}, as clients want it. */
    public String nameServer() {
        return "127.0.0.1:" + nameServerPort;
    }

    public int nameServerPort() {
        return nameServerPort;
    }

    @Override
    boolean answers() {
        return Ports.isListening(process.pid(), nameServerPort) && admin.isRouted(RocketMqAdmin.CLUSTER);
    }

    private static Path nameServerConfiguration(Path folder, int port) {
        return write(folder.resolve("namesrv.conf"), """
                listenPort=%d
                bindAddress=127.0.0.1
                kvConfigPath=%s/namesrv/kvConfig.json
                serverWorkerThreads=4
                serverSelectorThreads=2
                defaultThreadPoolNums=4
                clientRequestThreadPoolNums=4
                """.formatted(port, folder));
    }

    private static Path brokerConfiguration(Path folder, int nameServerPort, int port) {
        return write(folder.resolve("broker.conf"), """
                brokerClusterName=%s
                brokerName=broker-a
                brokerId=0
                brokerRole=ASYNC_MASTER
                flushDiskType=SYNC_FLUSH
                namesrvAddr=127.0.0.1:%d
                brokerIP1=127.0.0.1
                brokerIP2=127.0.0.1
                bindAddress=127.0.0.1
                listenPort=%d
                storePathRootDir=%s/store
                storePathCommitLog=%s/store/commitlog
                mappedFileSizeCommitLog=33554432
                mappedFileSizeConsumeQueue=600000
                maxIndexNum=100000
                maxHashSlotNum=50000
                diskMaxUsedSpaceRatio=95
                fileReservedTime=%d
                timerWheelEnable=false
                # A machine that does much else is no overloaded broker.
                brokerFastFailureEnable=false
                sendMessageThreadPoolNums=4
                pullMessageThreadPoolNums=8
                adminBrokerThreadPoolNums=4
                clientManageThreadPoolNums=4
                consumerManageThreadPoolNums=4
                heartbeatThreadPoolNums=2
                autoCreateTopicEnable=true
                autoCreateSubscriptionGroup=true
                """.formatted(
                        RocketMqAdmin.CLUSTER, nameServerPort, port, folder, folder, KEPT.toHours()));
    }

    private static Path write(Path file, String content) {
        try {
            return Files.writeString(file, content);
        } catch (IOException e) {
            throw new EngineException("cannot write " + file, e);
        }
    }
}
