package cn.zhengqi.user.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import cn.zhengqi.auth.api.AccountRenamed;
import cn.zhengqi.auth.api.UserRegistered;
import cn.zhengqi.events.EventLog;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.events.PlatformLogs;
import cn.zhengqi.events.Rebuild;
import cn.zhengqi.kernel.Channel;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.kernel.permission.DeclaredPermission;
import cn.zhengqi.kernel.permission.PermissionsDeclared;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.user.AmongOthers;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@AmongOthers
class AccountRebuildTest {

    private final UUID account = Ids.next();

    @Autowired
    private PlatformLogs logs;

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
        when(logs.sources()).thenReturn(List.of((after, limit) -> log.after(after, 2)));

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
        when(logs.sources()).thenReturn(List.of((after, limit) -> log.after(after, 2)));

        client.asService("operations")
                .post()
                .uri("/internal/user/rebuild")
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(name()).isEqualTo("张三丰");
    }

    @Test
    void the_permissions_that_services_declare_are_there_again_after_a_rebuild() {
        DeclaredPermission permission = new DeclaredPermission("invented.right", "试一试", "测试", "测试页");
        transaction.executeWithoutResult(
                status -> outbox.publish(new PermissionsDeclared("invented-service", List.of(permission)), 1));
        when(logs.sources()).thenReturn(List.of((after, limit) -> log.after(after, 2)));
        jdbc.sql("delete from permission").update();
        jdbc.sql("delete from permission_version").update();

        client.asService("operations")
                .post()
                .uri("/internal/user/rebuild")
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(jdbc.sql("select service from permission where code in ('invented.right', 'user.role.read')")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("invented-service", "user-service");
    }

    @Test
    void a_rebuild_whose_source_is_down_leaves_the_copy() {
        jdbc.sql("""
                        insert into account (id, display_name, user_type, channel, registered_at, demo)
                        values (?, '李四', 'ENTERPRISE', 'PC', now(), false)""").param(account).update();
        when(logs.sources()).thenReturn(List.of((after, limit) -> {
            throw new IllegalStateException("auth-service is down");
        }));

        client.asService("operations")
                .post()
                .uri("/internal/user/rebuild")
                .exchange()
                .expectStatus()
                .is5xxServerError();

        assertThat(name()).isEqualTo("李四");
    }

    /** WhenCodeIssued: memberships are this service's own and are given and taken by hand too. WhenCodeRevoked: as well. */
    @Test
    void everything_that_is_done_on_hearing_of_facts_is_made_anew_by_a_rebuild_or_there_is_a_reason_why_not(
            @Autowired Rebuild rebuilds) {
        Set<String> notRebuilt = Set.of("WhenCodeIssued", "WhenCodeRevoked");

        assertThat(rebuilds.handlers())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(AccountRebuildController.COPIES.handlers().stream(), notRebuilt.stream())
                                .toList());
    }

    private String name() {
        return jdbc.sql("select display_name from account where id = ?")
                .param(account)
                .query(String.class)
                .single();
    }
}
