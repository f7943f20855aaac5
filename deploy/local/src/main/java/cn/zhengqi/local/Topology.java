package cn.zhengqi.local;

import cn.zhengqi.engines.NacosServer;
import cn.zhengqi.engines.RocketMqServer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What runs. Engines come first (PostgreSQL and Redis at once, RocketMQ, Nacos); then the services, two for each processor
 * at a time, each of which waits for nobody but the engines; the platform is up when every service is healthy and registered in Nacos.
 */
public final class Topology {

    /** Keeps the log of operations, which belongs to a role of its own. */
    static final String OPS = "ops-service";

    /**
     * Every service, its folder, port, schema (its login role is {@code zq_SCHEMA}), the topic that is its own (all publish to {@code zhengqi-audit}), heap in MB: it keeps 45 to 70 of them,
     * and who writes a paper needs another 50 to 60 meanwhile, for its font.
     */
    public static final List<Service> SERVICES = List.of(
            new Service("gateway", "gateway", 8080, null, null, 96),
            new Service("auth-service", "auth-service/server", 8101, "auth", "zhengqi-auth", 128),
            new Service("user-service", "user-service/server", 8102, "users", "zhengqi-user", 128),
            new Service("enterprise-code-service", "enterprise-code-service/server", 8103, "code", "zhengqi-code", 128),
            new Service("policy-service", "policy-service/server", 8104, "policy", "zhengqi-policy", 192),
            new Service("finance-service", "finance-service/server", 8105, "finance", "zhengqi-finance", 192),
            new Service("matching-service", "matching-service/server", 8106, "matching", "zhengqi-matching", 192),
            new Service("message-service", "message-service/server", 8107, "message", "zhengqi-message", 128),
            new Service("stats-service", "stats-service/server", 8108, "stats", null, 96),
            new Service(OPS, "ops-service/server", 8109, "ops", "zhengqi-audit", 128));

    /** Services that encrypt columns: they alone get the data keys. */
    static final List<String> ENCRYPTING = List.of(
            "auth-service",
            "user-service",
            "enterprise-code-service",
            "policy-service",
            "finance-service",
            "matching-service",
            "message-service",
            OPS);

    public static final String DATABASE = "zhengqi";
    public static final String POSTGRES = "postgres";
    public static final String REDIS = "redis";
    public static final String ROCKETMQ = "rocketmq";
    public static final String NACOS = "nacos";
    public static final List<String> ENGINES = List.of(POSTGRES, REDIS, ROCKETMQ, NACOS);

    private static final int POSTGRES_PORT = 15432;
    private static final int REDIS_PORT = 16379;
    private static final int NAME_SERVER_PORT = 19876;
    private static final int BROKER_PORT = 20911;
    private static final int NACOS_PORT = 18848;

    /** Offset from one copy to the next. Not every number will do: Nacos has two ports that lie a thousand beside its own. */
    static final int NEXT_COPY = 3_000;

    /** What the engines need, and one service beside them, page cache and the launcher aside. */
    private static final int ENGINES_MB = 1_100;

    private static final int SERVICE_MB = 260;

    private final int offset;
    private final List<Service> services;

    Topology(int offset, List<Service> services) {
        this.offset = offset;
        this.services = services;
    }

    /**
     * The topology of one copy.
     *
     * @param offset added to every port, so that a second copy can run beside the first
     * @param only names of the services to run; empty: all
     */
    public static Topology of(int offset, List<String> only) {
        only.forEach(Topology::serviceNamed);
        var services = SERVICES.stream()
                .filter(service -> only.isEmpty() || only.contains(service.name()))
                .map(service -> service.movedBy(offset))
                .toList();
        return new Topology(offset, services);
    }

    /** What a machine must have free for it, in MB. */
    public int memoryMb() {
        return ENGINES_MB + services.size() * SERVICE_MB;
    }

    boolean isWhole() {
        return services.size() == SERVICES.size();
    }

    /**
     * A Spring Boot service.
     *
     * @param name Spring's application name, also the consumer group
     * @param module folder of the Maven module that builds it
     * @param schema its schema in the one database; null: it keeps nothing
     * @param topic what it publishes to; null: it tells nobody anything
     */
    public record Service(
            String name,
            String module,
            int port,
            @Nullable String schema,
            @Nullable String topic,
            int heapMb) {

        public String role() {
            return "zq_" + Objects.requireNonNull(schema);
        }

        private Service movedBy(int offset) {
            return new Service(name, module, port + offset, schema, topic, heapMb);
        }
    }

    static Service serviceNamed(String name) {
        return SERVICES.stream()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new LauncherException("there is no service " + name + "; there are: "
                        + String.join(", ", SERVICES.stream().map(Service::name).toList())));
    }

    public int offset() {
        return offset;
    }

    public List<Service> services() {
        return services;
    }

    public int postgresPort() {
        return POSTGRES_PORT + offset;
    }

    public int redisPort() {
        return REDIS_PORT + offset;
    }

    public int nameServerPort() {
        return NAME_SERVER_PORT + offset;
    }

    public int brokerPort() {
        return BROKER_PORT + offset;
    }

    public int nacosPort() {
        return NACOS_PORT + offset;
    }

    public int gatewayPort() {
        return serviceNamed("gateway").port() + offset;
    }

    /** Every port that is listened on, those that the engines take on their own account included. */
    public Map<String, Integer> ports() {
        var ports = new LinkedHashMap<String, Integer>();
        services.forEach(service -> ports.put(service.name(), service.port()));
        ports.put(POSTGRES, postgresPort());
        ports.put(REDIS, redisPort());
        ports.put("rocketmq name server", nameServerPort());
        ports.put(ROCKETMQ, brokerPort());
        IntStream.of(RocketMqServer.BROKER_PORT_DISTANCES)
                .forEach(distance -> ports.put("rocketmq (its port %+d)".formatted(distance), brokerPort() + distance));
        ports.put(NACOS, nacosPort());
        IntStream.of(NacosServer.PORT_DISTANCES)
                .forEach(distance -> ports.put("nacos (its port %+d)".formatted(distance), nacosPort() + distance));
        return ports;
    }
}
