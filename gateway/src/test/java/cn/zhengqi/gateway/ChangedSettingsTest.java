package cn.zhengqi.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhengqi.engines.EngineHome;
import cn.zhengqi.engines.NacosServer;
import cn.zhengqi.engines.Ports;
import cn.zhengqi.testing.TestServers;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A limit that the operator changes in a real Nacos, while the gateway runs. */
class ChangedSettingsTest {

    private static final byte[] SECRET =
            "a secret of the test that has at least 48 bytes in it".getBytes(StandardCharsets.UTF_8);
    private static final String PASSWORD = "admin password";
    private static final int TOO_MANY = 429;

    @Test
    void a_limit_that_is_changed_in_nacos_counts_without_a_restart() {
        try (NacosServer nacos = NacosServer.start(
                EngineHome.temporary("nacos"), Ports.free(NacosServer.PORT_DISTANCES), SECRET, PASSWORD)) {
            nacos.publish("gateway.yaml", limit(1));
            try (ConfigurableApplicationContext gateway = gatewayWith(nacos)) {
                Visitor visitor = new Visitor(
                        "http://127.0.0.1:" + gateway.getEnvironment().getRequiredProperty("local.server.port"));
                assertThat(signIn(visitor)).isNotEqualTo(TOO_MANY);
                assertThat(signIn(visitor)).isEqualTo(TOO_MANY);

                nacos.publish("gateway.yaml", limit(600));

                await().atMost(Duration.ofSeconds(60))
                        .until(() -> signIn(visitor) != TOO_MANY && signIn(visitor) != TOO_MANY);
            }
        }
    }

    private static ConfigurableApplicationContext gatewayWith(NacosServer nacos) {
        return new SpringApplicationBuilder(GatewayApplication.class)
                .run(
                        "--server.port=0",
                        "--zhengqi.nacos.import=nacos:gateway.yaml?refreshEnabled=true",
                        "--spring.cloud.nacos.config.enabled=true",
                        "--zhengqi.nacos.addr=" + nacos.address(),
                        "--zhengqi.nacos.user=" + NacosServer.USER,
                        "--zhengqi.nacos.password=" + nacos.password(),
                        "--zhengqi.redis.url=" + TestServers.get().redisUrl(),
                        "--zhengqi.public-url=http://localhost",
                        "--zhengqi.gateway.trusted-proxies=127.0.0.1",
                        "--management.tracing.sampling.probability=0");
    }

    private static String limit(int signIns) {
        return "zhengqi:\n  gateway:\n    sign-ins-per-minute: " + signIns + "\n";
    }

    /** No service stands behind the gateway: what passes the limit finds nobody. */
    private static int signIn(Visitor visitor) {
        if (visitor.cookie("XSRF-TOKEN").isEmpty()) {
            visitor.get("/bff/session");
        }
        return visitor.send(visitor.request("/api/auth/sign-in")
                        .header("X-XSRF-TOKEN", visitor.cookie("XSRF-TOKEN"))
                        .header("X-Forwarded-For", "198.51.100.77")
                        .POST(HttpRequest.BodyPublishers.ofString("{}")))
                .statusCode();
    }
}
