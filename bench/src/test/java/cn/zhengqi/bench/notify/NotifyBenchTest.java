package cn.zhengqi.bench.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhengqi.testing.TestServers;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class NotifyBenchTest {

    @Test
    void a_copy_starts_and_somebody_is_told() {
        try (StandIn aliyun = StandIns.aliyun(0);
                StandIn tencent = StandIns.tencent(0);
                ConfigurableApplicationContext copy =
                        NotifyBench.copy(TestServers.get().freshDatabase("bench"), aliyun, tencent)) {
            NotifyBench.wanted(copy.getBean(JdbcClient.class), 1);
            await().untilAsserted(() -> assertThat(
                            aliyun.brought().size() + tencent.brought().size())
                    .isEqualTo(1));
        }
    }
}
