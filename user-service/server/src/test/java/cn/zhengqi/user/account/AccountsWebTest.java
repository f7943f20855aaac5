package cn.zhengqi.user.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhengqi.auth.api.AccountRenamed;
import cn.zhengqi.auth.api.AccountStatusChanged;
import cn.zhengqi.auth.api.UserRegistered;
import cn.zhengqi.events.EventMetadata;
import cn.zhengqi.kernel.Channel;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.testing.ExportedFile;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.ServiceTest;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.user.Enterprises;
import cn.zhengqi.user.UserPermissions;
import cn.zhengqi.user.membership.Membership;
import cn.zhengqi.user.membership.Memberships;
import cn.zhengqi.user.reference.ReferenceData;
import cn.zhengqi.user.register.Enterprise;
import cn.zhengqi.user.register.Register;
import cn.zhengqi.web.CurrentUser;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.support.TransactionTemplate;

@ServiceTest
@ActiveProfiles("test")
class AccountsWebTest {

    private static final Instant AT = Instant.parse("2026-03-01T02:00:00Z");

    @Autowired
    Accounts accounts;

    @Autowired
    AccountStatus status;

    @Autowired
    AccountNames names;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Memberships memberships;

    @Autowired
    Register register;

    @Autowired
    ReferenceData reference;

    @Autowired
    ServiceClient service;

    @Test
    void an_account_is_listed_with_the_enterprise_it_joined() {
        Enterprise enterprise = Enterprises.named("重庆账号机械有限公司");
        register.add(enterprise);
        UUID account = registered("账号甲", UserType.ENTERPRISE);
        registered("账号乙", UserType.GOVERNMENT);
        memberships.join(new Membership(Ids.next(), account, enterprise.getId(), null, "ENTERPRISE_ADMIN", AT), "账号甲");

        service.as(TestUsers.operator(UserPermissions.READ_ACCOUNTS))
                .get()
                .uri("/api/user/accounts?q=账号&userType=ENTERPRISE")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(1)
                .jsonPath("$.items[0].displayName")
                .isEqualTo("账号甲")
                .jsonPath("$.items[0].enterpriseName")
                .isEqualTo("重庆账号机械有限公司")
                .jsonPath("$.items[0].roles[0]")
                .isEqualTo("ENTERPRISE_ADMIN")
                .jsonPath("$.items[0].channel")
                .isEqualTo("WECHAT")
                .jsonPath("$.items[0].registeredAt")
                .isEqualTo("2026-03-01T10:00:00+08:00");
    }

    @Test
    void of_the_staff_only_the_roles_are_told_that_somebody_was_given() {
        UUID account = registered("授权员工", UserType.BANK);
        UUID bank = reference.institution("CCB").orElseThrow().id();
        for (String role : List.of("STAFF", "BANK_OFFICER")) {
            memberships.join(new Membership(Ids.next(), account, null, bank, role, AT), "授权员工");
        }

        service.as(TestUsers.operator(UserPermissions.READ_ACCOUNTS))
                .get()
                .uri("/api/user/accounts?q=授权员工")
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].roleNames")
                .isEqualTo(List.of("银行客户经理"));
    }

    @Test
    void an_account_whose_event_comes_twice_is_listed_once() {
        UUID account = registered("两次开户", UserType.ENTERPRISE);
        register(account, "两次开户", UserType.ENTERPRISE);

        service.as(TestUsers.operator(UserPermissions.READ_ACCOUNTS))
                .get()
                .uri("/api/user/accounts?q=两次开户")
                .exchange()
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(1);
    }

    @Test
    void an_account_whose_opening_is_heard_last_has_the_name_and_the_status_that_it_got_since() {
        UUID account = Ids.next();
        disabled(account, true, 4);
        disabled(account, false, 3);
        renamed(account, "晚到的旧名", 1);
        renamed(account, "先到的新名", 2);
        assertThat(count("account", "id", account)).as("not listed half known").isZero();

        register(account, "开户时名", UserType.ENTERPRISE);

        service.as(TestUsers.operator(UserPermissions.READ_ACCOUNTS))
                .get()
                .uri("/api/user/accounts?q=先到的新名")
                .exchange()
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(1)
                .jsonPath("$.items[0].enabled")
                .isEqualTo(false);
        assertThat(count("account_early", "account_id", account)).isZero();

        // What was brought in is ordered with what comes now.
        disabled(account, false, 2);
        disabled(account, false, 5);
        renamed(account, "更旧的名", 1);
        assertThat(jdbc.sql("select display_name || ' ' || enabled from account where id = ?")
                        .param(account)
                        .query(String.class)
                        .single())
                .isEqualTo("先到的新名 true");
    }

    @Test
    void an_opening_and_other_news_that_are_heard_at_once_do_not_miss_each_other() throws Exception {
        UUID account = Ids.next();
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> opening = threads.submit(() -> transaction.executeWithoutResult(nothing -> {
                register(account, "同时开户", UserType.ENTERPRISE);
                written.countDown();
                waitFor(commit);
            }));
            written.await();
            Future<?> news = threads.submit(() -> disabled(account, true, 1));
            await().untilAsserted(() -> assertThat(
                            jdbc.sql("select count(*) from pg_locks where locktype = 'advisory' and not granted")
                                    .query(Long.class)
                                    .single())
                    .isPositive());
            commit.countDown();
            opening.get();
            news.get();
        }

        assertThat(jdbc.sql("select enabled from account where id = ?")
                        .param(account)
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void disabled(UUID account, boolean disabled, long version) {
        transaction.executeWithoutResult(nothing -> status.handle(
                new AccountStatusChanged(account, !disabled, AT),
                new EventMetadata(Ids.next(), "auth.AccountStatusChanged", account, version, AT)));
    }

    private void renamed(UUID account, String name, long version) {
        transaction.executeWithoutResult(nothing -> names.handle(
                new AccountRenamed(account, name, AT),
                new EventMetadata(Ids.next(), "auth.AccountRenamed", account, version, AT)));
    }

    private long count(String table, String column, UUID account) {
        return jdbc.sql("select count(*) from " + table + " where " + column + " = ?")
                .param(account)
                .query(Long.class)
                .single();
    }

    @Test
    void reading_enterprises_is_not_reading_accounts() {
        service.as(TestUsers.operator(UserPermissions.READ_ENTERPRISES))
                .get()
                .uri("/api/user/accounts")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    private UUID registered(String name, UserType type) {
        UUID account = Ids.next();
        register(account, name, type);
        return account;
    }

    private void register(UUID account, String name, UserType type) {
        accounts.handle(
                new UserRegistered(account, type, name, Channel.WECHAT, AT, false),
                new EventMetadata(Ids.next(), "auth.UserRegistered", account, 0, AT));
    }

    @Test
    void people_of_enterprises_are_taken_out_by_name_channel_and_day() {
        registered("取走甲", UserType.ENTERPRISE);
        registered("取走乙", UserType.TALENT);
        registered("取走丙", UserType.BANK);
        CurrentUser system = TestUsers.operator(UserPermissions.MANAGE_ENTERPRISE_USERS, UserPermissions.READ_ACCOUNTS);
        String path = "/api/user/enterprise-accounts/export?q=取走";

        ExportedFile all = ExportedFile.of(service.as(system), path + "&channel=WECHAT&sort=displayName,desc");
        assertThat(all.column("姓名")).containsExactlyInAnyOrder("取走甲", "取走乙");
        assertThat(all.column("注册时间")).containsOnly("2026-03-01 10:00:00");
        assertThat(ExportedFile.of(service.as(system), path + "&from=2026-03-01&to=2026-03-01")
                        .rows())
                .hasSize(2);
        assertThat(ExportedFile.of(service.as(system), path + "&from=2026-03-02")
                        .rows())
                .isEmpty();
        assertThat(ExportedFile.of(service.as(system), path + "&enabled=false").rows())
                .isEmpty();
        assertThat(ExportedFile.of(service.as(system), "/api/user/accounts/export?q=取走&userType=BANK")
                        .column("姓名"))
                .containsExactly("取走丙");
    }
}
