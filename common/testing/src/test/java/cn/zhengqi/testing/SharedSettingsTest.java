package cn.zhengqi.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhengqi.engines.EngineHome;
import cn.zhengqi.engines.NacosServer;
import cn.zhengqi.engines.Ports;
import cn.zhengqi.testing.sample.SampleServiceApplication;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** What is published to a real Nacos reaches services that run. */
class SharedSettingsTest {

    private static final byte[] SECRET =
            "a secret of the test that has at least 48 bytes in it".getBytes(StandardCharsets.UTF_8);
    private static final String LOGGER = "cn.zhengqi.shared.settings";

    @Test
    void a_changed_shared_setting_works_in_a_running_service() {
        Logger log = LoggerFactory.getLogger(LOGGER);
        try (NacosServer nacos = NacosServer.start(
                EngineHome.temporary("nacos"), Ports.free(NacosServer.PORT_DISTANCES), SECRET, "admin password")) {
            nacos.publish("zhengqi-common.yaml", level("warn"));
            try (ConfigurableApplicationContext service = serviceWith(nacos)) {
                assertThat(log.isInfoEnabled()).isFalse();
                assertThat(service.getEnvironment().getProperty("logging.level." + LOGGER))
                        .isEqualTo("warn");

                nacos.publish("zhengqi-common.yaml", level("debug"));

                await().atMost(Duration.ofSeconds(60)).until(log::isDebugEnabled);
            }
        }
    }

    private static ConfigurableApplicationContext serviceWith(NacosServer nacos) {
        return new SpringApplicationBuilder(SampleServiceApplication.class)
                .run(
                        "--spring.application.name=sample-service",
                        "--server.port=0",
                        "--spring.cloud.nacos.discovery.enabled=false",
                        "--spring.cloud.service-registry.auto-registration.enabled=false",
                        "--zhengqi.service-secret=of-the-test",
                        "--zhengqi.nacos.addr=" + nacos.address(),
                        "--zhengqi.nacos.user=" + NacosServer.USER,
                        "--zhengqi.nacos.password=" + nacos.password(),
                        "--management.tracing.sampling.probability=0");
    }

    private static String level(String level) {
        return "logging:\n  level:\n    " + LOGGER + ": " + level + "\n";
    }
}
