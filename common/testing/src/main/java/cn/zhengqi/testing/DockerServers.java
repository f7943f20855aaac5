package cn.zhengqi.testing;

import cn.zhengqi.engines.Ports;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports.Binding;
import java.time.Duration;
import java.util.Objects;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** Containers, removed by Testcontainers itself when the JVM ends. */
final class DockerServers implements ServerSource {

    private static final String PASSWORD = "only-for-tests";
    private static final int NAME_SERVER_PORT = 9876;
    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    @Override
    public String description() {
        return "containers (a Docker engine answers)";
    }

    @Override
    @SuppressWarnings("resource")
    public PostgresAddress startPostgres() {
        PostgreSQLContainer postgres = new PostgreSQLContainer(DockerImageName.parse("postgres:18"))
                .withUsername("postgres")
                .withPassword(PASSWORD)
                .withEnv(
                        "POSTGRES_INITDB_ARGS",
                        "--encoding=UTF8 --locale-provider=icu --icu-locale=zh-u-co-pinyin --locale=C.UTF-8")
                .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=200", "-c", "scram_iterations=1");
        postgres.start();
        return new PostgresAddress(
                "jdbc:postgresql://%s:%d/".formatted(postgres.getHost(), postgres.getMappedPort(5432)),
                "postgres",
                PASSWORD);
    }

    @Override
    @SuppressWarnings("resource")
    public String startRedis() {
        GenericContainer<?> redis = new GenericContainer<>(DockerImageName.parse("redis:8"))
                .withExposedPorts(6379)
                .withCommand("redis-server", "--requirepass", PASSWORD, "--save", "")
                .waitingFor(Wait.forListeningPort());
        redis.start();
        return "redis://:%s@%s:%d".formatted(PASSWORD, redis.getHost(), redis.getMappedPort(6379));
    }

    /** The broker announces its address to clients, so inside and outside it must have the same port. */
    @Override
    @SuppressWarnings("resource")
    public String startRocketMq() {
        DockerImageName image = DockerImageName.parse("apache/rocketmq:5.5.0");
        Network network = Network.newNetwork();
        GenericContainer<?> nameServer = new GenericContainer<>(image)
                .withNetwork(network)
                .withNetworkAliases("namesrv")
                .withEnv("JAVA_OPT_EXT", "-Xms128m -Xmx256m")
                .withExposedPorts(NAME_SERVER_PORT)
                .withCommand("sh", "mqnamesrv")
                .waitingFor(Wait.forListeningPort().withStartupTimeout(START_LIMIT));
        nameServer.start();
        int port = Ports.free();
        String configuration =
                """
                brokerClusterName=DefaultCluster
                brokerName=broker-a
                brokerId=0
                listenPort=%d
                brokerIP1=%s
                autoCreateTopicEnable=true
                """.formatted(port, DockerClientFactory.instance().dockerHostIpAddress());
        GenericContainer<?> broker = new GenericContainer<>(image)
                .withNetwork(network)
                .withEnv("JAVA_OPT_EXT", "-Xms256m -Xmx512m -XX:MaxDirectMemorySize=256m")
                .withExposedPorts(port)
                .withCreateContainerCmdModifier(command -> Objects.requireNonNull(command.getHostConfig())
                        .withPortBindings(new PortBinding(Binding.bindPort(port), new ExposedPort(port))))
                .withCopyToContainer(Transferable.of(configuration), "/home/rocketmq/broker.conf")
                .withCommand("sh", "mqbroker", "-n", "namesrv:" + NAME_SERVER_PORT, "-c", "/home/rocketmq/broker.conf")
                .waitingFor(Wait.forLogMessage(".*boot success.*", 1).withStartupTimeout(START_LIMIT));
        broker.start();
        return nameServer.getHost() + ":" + nameServer.getMappedPort(NAME_SERVER_PORT);
    }
}
