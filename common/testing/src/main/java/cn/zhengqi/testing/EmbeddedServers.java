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

    @Override
    public String startRocketMq() {
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
