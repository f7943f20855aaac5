package cn.zhengqi.message.audience;

import static cn.zhengqi.events.EventHandler.on;

import cn.zhengqi.auth.api.AccountStatusChanged;
import cn.zhengqi.auth.api.UserRegistered;
import cn.zhengqi.code.api.CodeIssued;
import cn.zhengqi.code.api.CodeStatus;
import cn.zhengqi.code.api.CodeStatusChanged;
import cn.zhengqi.events.EventHandler;
import cn.zhengqi.user.api.EnterpriseRegistered;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Copies of what an audience is chosen by: what an account is and whether it gets in, and where an enterprise stands. Events have no order: of each the newest holds. */
@Component
class Standings {

    static final String NAME = "standings";

    private final JdbcClient jdbc;

    Standings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Configuration(proxyBeanMethods = false)
    static class Events {

        @Bean
        EventHandler<UserRegistered> accountStands(Standings standings) {
            return on(UserRegistered.class, NAME, (account, meta) -> standings.opened(account));
        }

        @Bean
        EventHandler<AccountStatusChanged> accountStatusKnown(Standings standings) {
            return on(
                    AccountStatusChanged.class,
                    NAME,
                    (account, meta) -> standings.enabled(account.accountId(), account.enabled(), meta.version()));
        }

        @Bean
        EventHandler<EnterpriseRegistered> enterpriseKnown(Standings standings) {
            return on(
                    EnterpriseRegistered.class,
                    NAME,
                    (enterprise, meta) -> standings.registered(enterprise, meta.version()));
        }

        @Bean
        EventHandler<CodeIssued> enterpriseIsCertified(Standings standings) {
            return on(
                    CodeIssued.class,
                    NAME,
                    (code, meta) -> standings.code(code.codeId(), code.enterpriseId(), true, meta.version()));
        }

        @Bean
        EventHandler<CodeStatusChanged> certificationKnown(Standings standings) {
            return on(
                    CodeStatusChanged.class,
                    NAME,
                    (code, meta) -> standings.code(
                            code.codeId(), code.enterpriseId(), code.status() != CodeStatus.REVOKED, meta.version()));
        }
    }

    private void opened(UserRegistered account) {
        jdbc.sql("""
                        insert into account (account_id, user_type) values (?, ?)
                        on conflict (account_id) do update set user_type = excluded.user_type""").params(account.accountId(), account.userType().name()).update();
    }

    private void enabled(UUID account, boolean enabled, long version) {
        jdbc.sql("""
                        insert into account (account_id, enabled, status_version) values (?, ?, ?)
                        on conflict (account_id) do update
                        set enabled = excluded.enabled, status_version = excluded.status_version
                        where account.status_version < excluded.status_version""").params(account, enabled, version).update();
    }

    private void registered(EnterpriseRegistered it, long version) {
        jdbc.sql("""
                        insert into enterprise (id, name, uscc, town_code, industry_code, version) values (?, ?, ?, ?, ?, ?)
                        on conflict (id) do update
                        set name = excluded.name, uscc = excluded.uscc, town_code = excluded.town_code,
                          industry_code = excluded.industry_code, version = excluded.version
                        where enterprise.version < excluded.version""")
                .params(Arrays.asList(
                        it.enterpriseId(), it.name(), it.uscc(), it.townCode(), it.industryCode(), version))
                .update();
    }

    private void code(UUID code, UUID enterprise, boolean inForce, long version) {
        jdbc.sql("""
                        insert into code_standing (code_id, enterprise_id, in_force, version) values (?, ?, ?, ?)
                        on conflict (code_id) do update
                        set enterprise_id = excluded.enterprise_id, in_force = excluded.in_force, version = excluded.version
                        where code_standing.version < excluded.version""").params(code, enterprise, inForce, version).update();
    }
}
