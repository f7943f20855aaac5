package cn.zhengqi.user.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import cn.zhengqi.auth.api.InternalAccounts;
import cn.zhengqi.auth.api.InternalAccounts.AccountRecord;
import cn.zhengqi.auth.api.InternalAccounts.NewAccount;
import cn.zhengqi.auth.api.InternalAccounts.OneTimeLink;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.ServiceTest;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** A platform without demo data, which nobody administers yet. */
@ServiceTest(properties = "zhengqi.demo.enabled=false")
class FirstAdministratorsTest {

    private static final OneTimeLink LINK = new OneTimeLink("one-time", Instant.parse("2026-12-01T00:00:00Z"));

    @MockitoBean
    private InternalAccounts auth;

    @Autowired
    private ServiceClient service;

    @Autowired
    private JdbcClient jdbc;

    private final Map<UUID, NewAccount> accounts = new ConcurrentHashMap<>();
    private final Set<UUID> used = ConcurrentHashMap.newKeySet();

    @BeforeEach
    void authServiceAnswers() {
        when(auth.open(any(), any())).thenAnswer(call -> {
            accounts.put(call.getArgument(0), call.getArgument(1));
            return LINK;
        });
        when(auth.account(any())).thenAnswer(call -> {
            UUID id = call.getArgument(0);
            NewAccount it = accounts.get(id);
            return new AccountRecord(
                    id,
                    it.userType(),
                    null,
                    it.phone(),
                    true,
                    it.displayName(),
                    true,
                    !used.contains(id),
                    true,
                    Instant.now());
        });
    }

    @Test
    void three_people_are_opened_one_for_each_duty_and_a_fourth_is_refused() {
        opened("甲", "13800000001", "系统管理员");
        opened("甲", "13800000001", "系统管理员");
        assertThat(accounts)
                .as("a link that was lost is made anew, for the same account")
                .hasSize(1);
        opened("乙", "13800000002", "安全管理员");
        opened("丙", "13800000003", "审计管理员");

        open("operations", "丁", "13800000004")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("ADMINISTRATORS_THERE");

        assertThat(accounts.values()).extracting(NewAccount::userType).containsOnly(UserType.OPERATOR);
        assertThat(jdbc.sql("select role_code from membership where role_code <> 'STAFF' order by joined_at")
                        .query(String.class)
                        .list())
                .containsExactly("SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDIT_ADMIN");
        assertThat(jdbc.sql("select count(*) from outbox where data ->> 'action' = 'FIRST_ADMINISTRATOR_OPENED'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(4);
        used.addAll(accounts.keySet());
        open("operations", "甲", "13800000001").expectStatus().isEqualTo(409);

        // The last two of a duty can disable each other at once: nobody is left to enable them.
        jdbc.sql("""
                        insert into account (id, display_name, user_type, channel, registered_at, demo, enabled)
                        select account_id, '甲', 'OPERATOR', 'PC', now(), false, false from membership
                        where role_code = 'SYSTEM_ADMIN'""").update();
        opened("戊", "13800000005", "系统管理员");
        used.addAll(accounts.keySet());
        open("operations", "己", "13800000006").expectStatus().isEqualTo(409);
    }

    @Test
    void nobody_but_who_runs_the_platform_opens_one() {
        open("finance-service", "甲", "13800000009").expectStatus().isForbidden();
        open("operations", "甲", "1380").expectStatus().isBadRequest();
    }

    private void opened(String name, String phone, String role) {
        open("operations", name, phone)
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.role")
                .isEqualTo(role)
                .jsonPath("$.link.token")
                .isEqualTo("one-time");
    }

    private ResponseSpec open(String caller, String name, String phone) {
        return service.asService(caller)
                .post()
                .uri("/internal/user/first-administrators")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("displayName", name, "phone", phone))
                .exchange();
    }
}
