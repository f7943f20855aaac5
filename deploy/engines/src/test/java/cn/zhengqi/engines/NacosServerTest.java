package cn.zhengqi.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class NacosServerTest {

    @Test
    void configuration_is_published_and_read_back_behind_a_password() {
        var secret = "a secret of the test that has at least 48 bytes in it".getBytes(StandardCharsets.UTF_8);
        try (var server = NacosServer.start(
                EngineHome.temporary("nacos"), Ports.free(NacosServer.PORT_DISTANCES), secret, "admin password")) {
            server.publish("zhengqi-common.yaml", "greeting: 你好\n");
            server.publish("zhengqi-common.yaml", "greeting: 再见\n");
            assertThat(server.instances("nobody-service")).isZero();
            assertThat(server.isHealthy()).isTrue();
        }
    }
}
