package cn.zhengqi.message.audience;

import static cn.zhengqi.events.EventHandler.on;

import cn.zhengqi.events.EventHandler;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.user.api.MemberJoined;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the people who are told, in a copy of the memberships. */
@Component
public class Audience {

    private final JdbcClient jdbc;

    Audience(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Configuration(proxyBeanMethods = false)
    static class Events {

        @Bean
        EventHandler<MemberJoined> memberKnown(Audience audience) {
            return on(MemberJoined.class, "audience", (member, meta) -> audience.add(member));
        }
    }

    private void add(MemberJoined member) {
        jdbc.sql("""
                        insert into member (account_id, enterprise_id, institution_id, role, joined_at)
                        values (?, ?, ?, ?, ?) on conflict do nothing""")
                .params(Arrays.asList(
                        member.accountId(),
                        member.enterpriseId(),
                        member.institutionId(),
                        member.role(),
                        BusinessTime.at(member.joinedAt())))
                .update();
    }

    /** @param applicant told in any case: their membership may not be known here yet */
    public Set<UUID> enterprise(UUID enterprise, UUID applicant) {
        Set<UUID> people = enterprise(enterprise);
        people.add(applicant);
        return people;
    }

    public Set<UUID> enterprise(UUID enterprise) {
        return find("select account_id from member where enterprise_id = ?", enterprise);
    }

    public Set<UUID> institution(UUID institution) {
        return find("select account_id from member where institution_id = ?", institution);
    }

    public Set<UUID> roles(String... roles) {
        return find("select account_id from member where role = any(?)", roles);
    }

    private Set<UUID> find(String sql, Object parameter) {
        return new HashSet<>(jdbc.sql(sql).param(parameter).query(UUID.class).list());
    }
}
