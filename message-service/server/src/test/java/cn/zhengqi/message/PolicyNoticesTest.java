package cn.zhengqi.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhengqi.events.Outbox;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.matching.api.PolicyFits;
import cn.zhengqi.message.audience.MessageServiceTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the people of an enterprise are told of a policy for which it qualifies. */
@MessageServiceTest
class PolicyNoticesTest {

    private final UUID enterprise = Ids.next();
    private final UUID policy = Ids.next();
    private final UUID member = Ids.next();
    private final UUID stranger = Ids.next();

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void all_people_of_the_enterprise_and_nobody_else_are_told_in_site_with_the_way_to_the_policy() {
        belongs(member, enterprise);
        belongs(stranger, Ids.next());

        tell(fits(), Instant.now());

        await().untilAsserted(() -> assertThat(told(member)).containsExactly("贵企业符合一项政策的条件 /policies/" + policy));
        assertThat(jdbc.sql("select body from message where account_id = ?")
                        .param(member)
                        .query(String.class)
                        .single())
                .startsWith("“甲公司”符合《稳岗返还》的条件");
        assertThat(told(stranger)).isEmpty();
        assertThat(jdbc.sql("select channel from push_log where account_id = ?")
                        .param(member)
                        .query(String.class)
                        .list())
                .containsExactly("IN_SITE");
    }

    @Test
    void what_is_no_news_any_more_is_told_to_nobody() {
        belongs(member, enterprise);
        UUID later = Ids.next();
        UUID other = Ids.next();
        belongs(later, other);

        tell(fits(), Instant.now().minus(Duration.ofDays(30)));
        tell(new PolicyFits(policy, "稳岗返还", other, "乙公司", Instant.now()), Instant.now());

        await().untilAsserted(() -> assertThat(told(later)).hasSize(1));
        await().untilAsserted(() -> assertThat(
                        jdbc.sql("""
                        select count(*) from inbox i join outbox o on o.id = i.event_id
                        where o.type = 'matching.PolicyFits' and o.subject = ?""").param(enterprise).query(Long.class).single())
                .isEqualTo(1));
        assertThat(told(member)).isEmpty();
    }

    private PolicyFits fits() {
        return new PolicyFits(policy, "稳岗返还", enterprise, "甲公司", Instant.now());
    }

    private void belongs(UUID account, UUID to) {
        jdbc.sql(
                        "insert into member (account_id, enterprise_id, role, since, name) values (?, ?, 'ENTERPRISE_ADMIN', now(), '李四')")
                .params(account, to)
                .update();
    }

    private void tell(DomainEvent event, Instant at) {
        transaction.executeWithoutResult(status -> outbox.publish(event, 1, at));
    }

    private List<String> told(UUID account) {
        return jdbc.sql("select title || ' ' || link from message where account_id = ? order by id")
                .param(account)
                .query(String.class)
                .list();
    }
}
