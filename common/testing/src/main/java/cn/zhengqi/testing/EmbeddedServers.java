package cn.zhengqi.testing;

import cn.zhengqi.engines.EngineHome;
import cn.zhengqi.engines.Ports;
import cn.zhengqi.engines.PostgresServer;
import cn.zhengqi.engines.RedisServer;
import cn.zhengqi.engines.RocketMqServer;
import java.util.HashMap;
import java.util.Map;

final class EmbeddedServers implements ServerSource {

    private static final String PASSWORD = "only-for-tests";

    /** Where the name server is that the tests of several modules share, {@code host:port}. */
    private static final String SHARED_NAME_SERVER = "ZHENGQI_TEST_ROCKETMQ";

    @Override
    public String description() {
        return "embedded servers (no Docker engine answers)";
    }

    @Override
    public PostgresAddress startPostgres() {
        Map<String, String> parameters = new HashMap<>(PostgresServer.NOT_DURABLE);
        parameters.put("max_connections", "200");
        // What makes a stolen password hard to guess makes every connection of every test slow.
        parameters.put("scram_iterations", "1");
        PostgresServer server =
                PostgresServer.start(EngineHome.temporary("postgres"), Ports.free(), PASSWORD, parameters);
        endWithJvm(server);
        return new PostgresAddress(server.jdbcUrl(""), server.superuser(), server.superuserPassword());
    }

    @Override
    public String startRedis() {
        RedisServer server = RedisServer.start(EngineHome.temporary("redis"), Ports.free(), PASSWORD);
        endWithJvm(server);
        return server.url();
    }

    /** To start one takes the processor longer than most modules' tests of events: who runs the tests of many modules starts one for all. */
    @Override
    public String startRocketMq() {
        String shared = System.getenv(SHARED_NAME_SERVER);
        if (shared != null) {
            return shared;
        }
        RocketMqServer server = RocketMqServer.start(
                EngineHome.temporary("rocketmq"), Ports.free(), Ports.free(RocketMqServer.BROKER_PORT_DISTANCES));
        endWithJvm(server);
        return server.nameServer();
    }

    private static void endWithJvm(AutoCloseable server) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                server.close();
            } catch (Exception alreadyGone) {
                System.err.println("A test server did not stop in order: " + alreadyGone);
            }
        }));
    }
}
