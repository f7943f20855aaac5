package cn.zhengqi.message.topic;

import static cn.zhengqi.events.EventHandler.on;

import cn.zhengqi.auth.api.AccountClosed;
import cn.zhengqi.events.EventHandler;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who hears of a new policy because of its topic. Nobody is told of one policy twice, neither of its topic and that they qualify for it nor of two topics nor of two editions:
 * who was told stands in the database, in the transaction of the message.
 */
@Component
public class TopicSubscribers {

    private final JdbcClient jdbc;

    TopicSubscribers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is kept of a person here goes with the account. */
    @Configuration(proxyBeanMethods = false)
    static class Events {

        @Bean
        EventHandler<AccountClosed> subscriberGone(TopicSubscribers subscribers) {
            return on(AccountClosed.class, "policy-topics", (closed, meta) -> subscribers.forget(closed.accountId()));
        }
    }

    /**
     * What a policy is by its topic.
     *
     * @param industries that it names; empty: none
     */
    public record About(
            UUID policy, String title, String issuer, String level, String category, List<String> industries) {}

    /** Those who asked for it and were not told of the policy yet; from now on they were. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<UUID> tellFirst(About policy) {
        return new HashSet<>(jdbc.sql("""
                        insert into policy_told (account_id, policy_id, reason)
                        select distinct t.account_id, cast(:policy as uuid), 'TOPIC' from policy_topic t
                        where (t.categories = '{}' or :category = any(t.categories))
                          and (t.levels = '{}' or :level = any(t.levels))
                          and (t.industries = '{}' or t.industries && cast(:industries as text[]))
                          and (t.words is null or position(lower(t.words) in lower(:title)) > 0 or position(lower(t.words) in lower(:issuer)) > 0)
                          and not exists (select from closed_account c where c.account_id = t.account_id)
                        order by 1
                        on conflict do nothing returning account_id""")
                .param("policy", policy.policy())
                .param("category", policy.category())
                .param("level", policy.level())
                .param("industries", policy.industries().toArray(String[]::new))
                .param("title", policy.title())
                .param("issuer", policy.issuer())
                .query((row, number) -> row.getObject(1, UUID.class))
                .list());
    }

    /** Of these, all to whom the policy is told now because their enterprise qualifies; without those who have heard of it by its topic. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<UUID> withoutThoseTold(UUID policy, Set<UUID> people) {
        UUID[] some = people.stream().sorted().toArray(UUID[]::new);
        jdbc.sql("""
                        insert into policy_told (account_id, policy_id, reason) select a, ?, 'FITS' from unnest(?) a
                        order by 1 on conflict do nothing""").params(policy, some).update();
        return new HashSet<>(jdbc.sql("""
                        select account_id from policy_told where policy_id = ? and account_id = any(?) and reason = 'FITS'""")
                .params(policy, some)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list());
    }

    /** Not private: the bean is a proxy, which has nothing of its own to ask. */
    void forget(UUID account) {
        jdbc.sql("delete from policy_topic where account_id = ?").param(account).update();
        jdbc.sql("delete from policy_told where account_id = ?").param(account).update();
    }
}
