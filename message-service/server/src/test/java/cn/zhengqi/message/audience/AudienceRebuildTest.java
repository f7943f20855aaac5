package cn.zhengqi.message.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.when;

import cn.zhengqi.auth.api.AccountRenamed;
import cn.zhengqi.auth.api.UserRegistered;
import cn.zhengqi.events.EventLog;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.events.Rebuild;
import cn.zhengqi.kernel.Channel;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.user.api.MemberJoined;
import cn.zhengqi.user.api.MemberLeft;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MessageServiceTest
class AudienceRebuildTest {

    private final UUID enterprise = Ids.next();
    private final UUID member = Ids.next();
    private final UUID former = Ids.next();

    @Autowired
    private MembershipLog users;

    @Autowired
    private AccountLog accounts;

    @Autowired
    private CodeLog codes;

    @Autowired
    private Audience audience;

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

    /** notices, texts: nobody is told a thing again. notifications: what it takes away is not made by events. */
    @Test
    void everything_that_is_done_on_hearing_of_facts_is_made_anew_by_a_rebuild_or_there_is_a_reason_why_not(
            @Autowired Rebuild rebuilds) {
        Set<String> notRebuilt = Set.of("notices", "texts", "notifications", "policy-topics");

        assertThat(rebuilds.handlers())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(AudienceRebuildController.MEMBERS.handlers().stream(), notRebuilt.stream())
                                .toList());
    }

    @Test
    void who_belongs_to_whom_is_rebuilt_from_the_log_and_nobody_is_told_a_thing_again() {
        transaction.executeWithoutResult(status -> {
            outbox.publish(joined(member), 1);
            outbox.publish(joined(former), 1);
            outbox.publish(new MemberLeft(former, enterprise, null, "ENTERPRISE_ADMIN", Instant.now()), 2);
            outbox.publish(new UserRegistered(member, UserType.ENTERPRISE, "张三", Channel.PC, Instant.now(), false), 0);
            outbox.publish(new AccountRenamed(member, "张三丰", Instant.now()), 1);
        });
        await().untilAsserted(() -> assertThat(handled()).isGreaterThanOrEqualTo(5));
        await().untilAsserted(() -> assertThat(audience.enterprise(enterprise)).containsExactly(member));
        jdbc.sql("update member set enterprise_id = gen_random_uuid() where account_id = ?")
                .param(member)
                .update();
        jdbc.sql("delete from account_name where account_id = ?").param(member).update();
        jdbc.sql("update account set user_type = 'TALENT' where account_id = ?")
                .param(member)
                .update();
        when(users.events(anyLong(), anyInt())).thenAnswer(call -> told(call.getArgument(0), "user."));
        when(accounts.events(anyLong(), anyInt())).thenAnswer(call -> told(call.getArgument(0), "auth."));
        when(codes.events(anyLong(), anyInt())).thenAnswer(call -> told(call.getArgument(0), "code."));
        long messages = count("message");

        client.asService("operations")
                .post()
                .uri("/internal/message/rebuild")
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(audience.enterprise(enterprise)).containsExactly(member);
        assertThat(jdbc.sql("select name from account_name where account_id = ?")
                        .param(member)
                        .query(String.class)
                        .list())
                .containsExactly("张三丰");
        assertThat(jdbc.sql("select user_type from account where account_id = ? and enabled")
                        .param(member)
                        .query(String.class)
                        .list())
                .as("by which an audience is chosen")
                .containsExactly("ENTERPRISE");
        assertThat(count("message")).isEqualTo(messages);
    }

    @Test
    void a_rebuild_whose_source_is_down_leaves_the_memberships() {
        transaction.executeWithoutResult(status -> outbox.publish(joined(member), 1));
        await().untilAsserted(() -> assertThat(audience.enterprise(enterprise)).containsExactly(member));
        when(users.events(anyLong(), anyInt())).thenThrow(new IllegalStateException("user-service is down"));

        client.asService("operations")
                .post()
                .uri("/internal/message/rebuild")
                .exchange()
                .expectStatus()
                .is5xxServerError();

        assertThat(audience.enterprise(enterprise)).containsExactly(member);
    }

    /** The part of one service in the log of this very service. */
    private EventLog.Slice told(long after, String service) {
        EventLog.Slice slice = log.after(after, 2);
        return new EventLog.Slice(
                slice.items().stream()
                        .filter(event -> event.type().startsWith(service))
                        .toList(),
                slice.lastSeq(),
                slice.more());
    }

    private MemberJoined joined(UUID account) {
        return new MemberJoined(account, "张三", enterprise, null, "ENTERPRISE_ADMIN", Instant.now());
    }

    private long handled() {
        return jdbc.sql(
                        "select count(*) from inbox i join outbox o on o.id = i.event_id where o.subject = any(?) and handler = ?")
                .params(new UUID[] {member, former}, Audience.NAME)
                .query(Long.class)
                .single();
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
