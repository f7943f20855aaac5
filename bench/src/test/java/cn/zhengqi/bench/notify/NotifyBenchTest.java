package cn.zhengqi.bench.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhengqi.testing.TestServers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class NotifyBenchTest {

    private static final int RECEIVERS = 60;

    /** Of what Tencent Cloud is silent about it has all: of what it had not nobody would ever know. */
    @Test
    void a_copy_tells_everybody_once_and_asks_both_providers_of_what_got_no_answer() {
        try (StandIn aliyun = StandIns.aliyun(new StandIn.Failing(0, 250, 250));
                StandIn tencent = StandIns.tencent(new StandIn.Failing(0, 0, 500));
                ConfigurableApplicationContext copy =
                        NotifyBench.copy(TestServers.get().freshDatabase("bench"), aliyun, tencent)) {
            JdbcClient jdbc = copy.getBean(JdbcClient.class);
            NotifyBench.wanted(jdbc, RECEIVERS);
            await().atMost(Duration.ofMinutes(2)).until(() -> NotifyBench.count(jdbc, NotifyBench.OPEN) == 0);

            assertThat(NotifyBench.checks(jdbc, RECEIVERS, aliyun, tencent).values())
                    .containsOnly(0L);
            assertThat(aliyun.asked()).isPositive();
            assertThat(tencent.asked()).isPositive();
            assertThat(
                            NotifyBench.count(
                                    jdbc,
                                    "select count(*) from sms_attempt where provider = 'ALIYUN' and state = 'REFUSED' and receipt_at is not null"))
                    .as("it had not all, and that went again")
                    .isPositive();
        }
    }
}
