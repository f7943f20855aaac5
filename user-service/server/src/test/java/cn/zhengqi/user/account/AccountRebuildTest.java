package cn.zhengqi.user.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.when;

import cn.zhengqi.auth.api.AccountRenamed;
import cn.zhengqi.auth.api.UserRegistered;
import cn.zhengqi.events.EventLog;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.kernel.Channel;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.ServiceTest;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.transaction.support.TransactionTemplate;

@ServiceTest
@ActiveProfiles("test")
class AccountRebuildTest {

    private final UUID account = Ids.next();

    @MockitoBean
    private AccountLog auth;

    @Autowired
    private Outbox outbox;

    @Autowired
    private EventLog log;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ServiceClient client;

    @Test
    void the_copy_of_the_accounts_is_rebuilt_from_the_log() {
        transaction.executeWithoutResult(status -> outbox.publish(
                new UserRegistered(account, UserType.ENTERPRISE, "张三", Channel.PC, Instant.now(), false), 0));
        jdbc.sql("""
                        insert into account (id, display_name, user_type, channel, registered_at, demo)
                        values (?, '李四', 'ENTERPRISE', 'PC', now(), false)""").param(account).update();
        when(auth.events(anyLong(), anyInt())).thenAnswer(call -> log.after(call.getArgument(0), 2));

        client.asService("operations")
                .post()
                .uri("/internal/user/rebuild")
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(name()).isEqualTo("张三");
    }

    @Test
    void who_was_renamed_has_the_new_name_after_a_rebuild() {
        transaction.executeWithoutResult(status -> {
            outbox.publish(new UserRegistered(account, UserType.ENTERPRISE, "张三", Channel.PC, Instant.now(), false), 0);
            outbox.publish(new AccountRenamed(account, "张三丰", Instant.now()), 2);
            outbox.publish(new AccountRenamed(account, "张三疯", Instant.now()), 1);
        });
        when(auth.events(anyLong(), anyInt())).thenAnswer(call -> log.after(call.getArgument(0), 2));

        client.asService("operations")
                .post()
                .uri("/internal/user/rebuild")
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(name()).isEqualTo("张三丰");
    }

    @Test
    void a_rebuild_whose_source_is_down_leaves_the_copy() {
        jdbc.sql("""
                        insert into account (id, display_name, user_type, channel, registered_at, demo)
                        values (?, '李四', 'ENTERPRISE', 'PC', now(), false)""").param(account).update();
        when(auth.events(anyLong(), anyInt())).thenThrow(new IllegalStateException("auth-service is down"));

        client.asService("operations")
                .post()
                .uri("/internal/user/rebuild")
                .exchange()
                .expectStatus()
                .is5xxServerError();

        assertThat(name()).isEqualTo("李四");
    }

    private String name() {
        return jdbc.sql("select display_name from account where id = ?")
                .param(account)
                .query(String.class)
                .single();
    }
}
