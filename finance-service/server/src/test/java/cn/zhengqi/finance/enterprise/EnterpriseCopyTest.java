package cn.zhengqi.finance.enterprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhengqi.events.Outbox;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.testing.ServiceTest;
import cn.zhengqi.user.api.EnterpriseRegistered;
import cn.zhengqi.user.api.EnterpriseStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The copy of the register, fed over the real broker. */
@ServiceTest(events = true)
class EnterpriseCopyTest {

    @Autowired
    Outbox outbox;

    @Autowired
    EnterpriseMapper enterprises;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void what_the_register_tells_is_known_here() {
        UUID id = Ids.next();

        transaction.executeWithoutResult(status -> outbox.publish(registered(id, "重庆某某有限公司"), 1));

        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(enterprises.find(id))
                        .get()
                        .extracting(Enterprise::name, Enterprise::townCode)
                        .containsExactly("重庆某某有限公司", "500113103"));
    }

    private static EnterpriseRegistered registered(UUID id, String name) {
        return new EnterpriseRegistered(
                id,
                "91500113MAX5XQ4WX4",
                name,
                "企业",
                "法人",
                BigDecimal.TEN,
                LocalDate.of(2020, 1, 1),
                "C3484",
                "机械零部件加工",
                "500113103",
                "界石镇",
                "500113",
                EnterpriseStatus.ACTIVE,
                true,
                Instant.now(),
                Map.of());
    }
}
