package cn.zhengqi.code.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.when;

import cn.zhengqi.code.CodeServiceTest;
import cn.zhengqi.events.EventLog;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.user.api.EnterpriseRegistered;
import cn.zhengqi.user.api.EnterpriseStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.transaction.support.TransactionTemplate;

class RegisterRebuildTest extends CodeServiceTest {

    private final UUID enterprise = Ids.next();

    @MockitoBean
    private RegisterLog users;

    @Autowired
    private Outbox outbox;

    @Autowired
    private EventLog log;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private RegisteredEnterpriseMapper copy;

    @Test
    void the_copy_of_the_register_is_rebuilt_from_the_log_in_its_newest_state() {
        transaction.executeWithoutResult(status -> {
            outbox.publish(registered("王五"), 2);
            outbox.publish(registered("张三"), 1);
        });
        copy.put(registered("李四"), 7);
        when(users.events(anyLong(), anyInt())).thenAnswer(call -> log.after(call.getArgument(0), 2));

        service.asService("operations")
                .post()
                .uri("/internal/enterprise-code/rebuild")
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(copy.find(enterprise))
                .extracting(RegisteredEnterprise::legalRep)
                .isEqualTo("王五");
    }

    private EnterpriseRegistered registered(String legalRep) {
        return new EnterpriseRegistered(
                enterprise,
                "91500113MAX5XQ4WX4",
                "重庆示例机械有限公司",
                "企业",
                legalRep,
                new BigDecimal("500"),
                LocalDate.of(2020, 5, 10),
                "C3484",
                "机械零部件加工",
                "500113004",
                "鱼洞街道",
                "500113",
                EnterpriseStatus.ACTIVE,
                false,
                Instant.now(),
                Map.of());
    }
}
