package cn.zhengqi.policy.catalogue;

import static cn.zhengqi.events.EventHandler.on;

import cn.zhengqi.events.EventHandler;
import cn.zhengqi.matching.api.PolicyTagged;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A copy of the tags that policies carry by 政策标签库, to narrow lists by and to show. */
@Component
class PolicyTags {

    /** The name of the handler that feeds it, and the table that it fills. */
    static final String COPY = "policy-tags";

    static final String TABLE = "policy_tags";

    private final JdbcClient jdbc;

    PolicyTags(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Configuration(proxyBeanMethods = false)
    static class Events {

        @Bean
        EventHandler<PolicyTagged> tagsOfPolicies(PolicyTags tags) {
            return on(PolicyTagged.class, COPY, (told, meta) -> tags.keep(told, meta.version()));
        }
    }

    /** Events have no order: only what is newer than what is known changes anything. */
    void keep(PolicyTagged told, long version) {
        jdbc.sql("""
                        insert into policy_tags (policy_id, names, version) values (?, ?, ?)
                        on conflict (policy_id) do update set names = excluded.names, version = excluded.version
                        where policy_tags.version < excluded.version""")
                .params(told.policyId(), told.tags().toArray(String[]::new), version)
                .update();
    }
}
