package cn.zhengqi.ops.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.when;

import cn.zhengqi.events.EventLog;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.ops.OpsServiceTest;
import cn.zhengqi.policy.api.DeclarationApproved;
import cn.zhengqi.policy.api.DeclarationParties;
import cn.zhengqi.testing.ServiceClient;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@OpsServiceTest
class CopyRebuildTest {

    @Autowired
    private Outbox outbox;

    @Autowired
    private EventLog log;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ServiceClient client;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private CopySource.User user;

    @Autowired
    private CopySource.Code code;

    @Autowired
    private CopySource.Policy policy;

    @Autowired
    private CopySource.Finance finance;

    @Test
    void finished_cases_are_made_anew_and_nobody_is_asked_a_second_time() {
        UUID declaration = Ids.next();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        transaction.executeWithoutResult(status -> outbox.publish(
                new DeclarationApproved(
                        new DeclarationParties(
                                declaration,
                                "SB1",
                                Ids.next(),
                                "技改补助",
                                Ids.next(),
                                "经信委",
                                Ids.next(),
                                "甲公司",
                                Ids.next(),
                                false),
                        now),
                3,
                now));
        await().untilAsserted(() -> assertThat(titles(declaration)).containsExactly("技改补助"));
        jdbc.sql("update finished_case set title = '错的' where case_id = ?")
                .param(declaration)
                .update();
        EventLog.Slice nothing = log.after(Long.MAX_VALUE, 1);
        when(user.events(anyLong(), anyInt())).thenReturn(nothing);
        when(code.events(anyLong(), anyInt())).thenReturn(nothing);
        when(finance.events(anyLong(), anyInt())).thenReturn(nothing);
        when(policy.events(anyLong(), anyInt())).thenAnswer(asked -> log.after(asked.getArgument(0), 100));

        client.asService("operations")
                .post()
                .uri("/internal/ops/rebuild")
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(titles(declaration)).containsExactly("技改补助");
        assertThat(jdbc.sql("select count(*) from outbox where type = 'ops.EvaluationInvited' and subject = ?")
                        .param(declaration)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private List<String> titles(UUID caseId) {
        return jdbc.sql("select title from finished_case where case_id = ?")
                .param(caseId)
                .query(String.class)
                .list();
    }
}
