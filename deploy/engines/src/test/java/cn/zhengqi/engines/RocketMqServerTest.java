package cn.zhengqi.engines;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RocketMqServerTest {

    @Test
    void topics_exist_at_once_and_survive_a_crash() {
        var home = EngineHome.temporary("rocketmq");
        int nameServer = Ports.free();
        int broker = Ports.free(RocketMqServer.BROKER_PORT_DISTANCES);
        var first = RocketMqServer.start(home, nameServer, broker);
        first.createTopics("zhengqi-test", "zhengqi-other");
        first.createConsumerGroups("test-service");
        var admin = new RocketMqAdmin(nameServer, broker);
        assertThat(admin.isRouted("zhengqi-test")).isTrue();
        assertThat(admin.isRouted("zhengqi-unknown")).isFalse();
        first.kill();
        assertThat(first.isHealthy()).isFalse();
        try (var second = RocketMqServer.start(home, nameServer, broker)) {
            assertThat(admin.isRouted("zhengqi-test")).isTrue();
            second.createTopics("zhengqi-test");
        }
    }
}
