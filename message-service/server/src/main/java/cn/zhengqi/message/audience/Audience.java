package cn.zhengqi.message.audience;

import static cn.zhengqi.events.EventHandler.on;

import cn.zhengqi.auth.api.AccountRenamed;
import cn.zhengqi.auth.api.UserRegistered;
import cn.zhengqi.events.EventHandler;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.user.api.MemberJoined;
import cn.zhengqi.user.api.MemberLeft;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the people of an enterprise, who are told, in a copy of the memberships, and knows what people are called. */
@Component
public class Audience {

    static final String NAME = "audience";

    private final JdbcClient jdbc;

    Audience(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Configuration(proxyBeanMethods = false)
    static class Events {

        @Bean
        EventHandler<UserRegistered> accountKnown(Audience audience) {
            return on(
                    UserRegistered.class,
                    NAME,
                    (account, meta) -> audience.named(account.accountId(), account.displayName(), meta.version()));
        }

        @Bean
        EventHandler<AccountRenamed> accountRenamed(Audience audience) {
            return on(
                    AccountRenamed.class,
                    NAME,
                    (account, meta) -> audience.named(account.accountId(), account.displayName(), meta.version()));
        }

        @Bean
        EventHandler<MemberJoined> memberKnown(Audience audience) {
            return on(
                    MemberJoined.class,
                    NAME,
                    (member, meta) -> audience.put(
                            member.accountId(),
                            member.enterpriseId(),
                            member.institutionId(),
                            member.role(),
                            member.joinedAt(),
                            true,
                            meta.version(),
                            member.displayName()));
        }

        @Bean
        EventHandler<MemberLeft> memberGone(Audience audience) {
            return on(
                    MemberLeft.class,
                    NAME,
                    (member, meta) -> audience.put(
                            member.accountId(),
                            member.enterpriseId(),
                            member.institutionId(),
                            member.role(),
                            member.leftAt(),
                            false,
                            meta.version(),
                            null));
        }
    }

    private void named(UUID account, String name, long version) {
        jdbc.sql("""
                        insert into account_name (account_id, name, version) values (?, ?, ?)
                        on conflict (account_id) do update set name = excluded.name, version = excluded.version
                        where account_name.version < excluded.version""").params(account, name, version).update();
    }

    /** Events have no order: only what is newer than what is known counts, and who left stays known as that. */
    private void put(
            UUID account,
            @Nullable UUID enterprise,
            @Nullable UUID institution,
            String role,
            Instant at,
            boolean belongs,
            long version,
            @Nullable String name) {
        jdbc.sql("""
                        insert into member (account_id, enterprise_id, institution_id, role, since, belongs, version, name)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (account_id, role, enterprise_id, institution_id) do update
                        set since = excluded.since, belongs = excluded.belongs, version = excluded.version,
                          name = coalesce(excluded.name, member.name)
                        where member.version < excluded.version""")
                .params(Arrays.asList(
                        account, enterprise, institution, role, BusinessTime.at(at), belongs, version, name))
                .update();
    }

    /**
     * @param applicant told although no membership of theirs is known here yet; who is known to have left is told no more, unless they were among the last, as
     *     where its code was revoked and all lost it at once: what goes on in its name would be told to nobody
     */
    public Set<UUID> enterprise(UUID enterprise, UUID applicant) {
        return new HashSet<>(jdbc.sql("""
                        select account_id from member where enterprise_id = :enterprise and belongs
                        union
                        select :applicant where not exists (
                          select from member where enterprise_id = :enterprise and account_id = :applicant)
                        or exists (
                          select from member last where enterprise_id = :enterprise and account_id = :applicant
                          and not exists (
                            select from member other
                            where other.enterprise_id = :enterprise and (other.belongs or other.since > last.since)))""")
                .param("enterprise", enterprise)
                .param("applicant", applicant)
                .query(UUID.class)
                .list());
    }

    public Set<UUID> enterprise(UUID enterprise) {
        return find("select account_id from member where enterprise_id = ? and belongs", enterprise);
    }

    public Set<UUID> administrators(UUID enterprise) {
        return find(
                "select account_id from member where enterprise_id = ? and belongs and role = 'ENTERPRISE_ADMIN'",
                enterprise);
    }

    /** Those who belonged to it then: a change that ends memberships is told to those who had them, whichever is heard first. */
    public Set<UUID> enterpriseAt(UUID enterprise, Instant then) {
        return new HashSet<>(
                jdbc.sql("select account_id from member where enterprise_id = ? and (belongs or since >= ?)")
                        .params(enterprise, BusinessTime.at(then))
                        .query(UUID.class)
                        .list());
    }

    private Set<UUID> find(String sql, Object parameter) {
        return new HashSet<>(jdbc.sql(sql).param(parameter).query(UUID.class).list());
    }
}
