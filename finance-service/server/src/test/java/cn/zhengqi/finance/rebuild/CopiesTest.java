package cn.zhengqi.finance.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.when;

import cn.zhengqi.code.api.CodeLevel;
import cn.zhengqi.code.api.CodeStatus;
import cn.zhengqi.code.api.CodeStatusChanged;
import cn.zhengqi.events.EventLog;
import cn.zhengqi.events.EventLogApi;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.events.Rebuild;
import cn.zhengqi.finance.enterprise.Enterprise;
import cn.zhengqi.finance.enterprise.EnterpriseMapper;
import cn.zhengqi.finance.match.MatchResults;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.matching.api.MatchCompleted;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.ServiceTest;
import cn.zhengqi.user.api.EnterpriseRegistered;
import cn.zhengqi.user.api.EnterpriseStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.transaction.support.TransactionTemplate;

/** The copies of the register and of whose match is whose, fed over the real broker, and made anew. */
@ServiceTest(events = true)
class CopiesTest {

    @Autowired
    Outbox outbox;

    @Autowired
    EnterpriseMapper enterprises;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    EventLog log;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MatchResults matches;

    @Autowired
    ServiceClient client;

    @MockitoBean
    CopySource.User user;

    @MockitoBean
    CopySource.Matching matching;

    @MockitoBean
    CopySource.Code code;

    @Test
    void what_the_register_tells_is_known_here() {
        UUID id = Ids.next();

        transaction.executeWithoutResult(status -> outbox.publish(registered(id, "重庆某某有限公司"), 1));

        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(enterprises.find(id))
                        .get()
                        .extracting(Enterprise::name, Enterprise::townCode, Enterprise::demo)
                        .containsExactly("重庆某某有限公司", "500113103", true));
    }

    @Test
    void the_copies_are_rebuilt_from_the_logs_of_their_sources() {
        UUID id = Ids.next();
        UUID result = Ids.next();
        Instant ended = Instant.now().truncatedTo(ChronoUnit.MICROS);
        transaction.executeWithoutResult(status -> {
            outbox.publish(registered(id, "重庆某某有限公司"), 1);
            outbox.publish(new MatchCompleted(result, id, 1, 2, 3, Instant.now()), 0);
            outbox.publish(
                    new CodeStatusChanged(
                            Ids.next(), id, CodeStatus.REVOKED, CodeStatus.ACTIVE, CodeLevel.NORMAL, "不再担任经办人", ended),
                    1);
        });
        await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
            assertThat(enterprises.find(id)).isPresent();
            assertThat(matches.own(result, id)).isEqualTo(result);
            assertThat(codeEndsOf(id)).containsExactly(ended);
        });
        jdbc.sql("delete from code_end where enterprise_id = ?").param(id).update();
        jdbc.sql("update enterprise set name = '写错的名称' where id = ?").param(id).update();
        jdbc.sql("delete from match_result where id = ?").param(result).update();
        answers(user, "user");
        answers(matching, "matching");
        answers(code, "code");

        client.asService("operations")
                .post()
                .uri("/internal/finance/rebuild")
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(enterprises.find(id)).get().extracting(Enterprise::name).isEqualTo("重庆某某有限公司");
        assertThat(matches.own(result, id)).isEqualTo(result);
        assertThat(codeEndsOf(id)).containsExactly(ended);
    }

    private List<Instant> codeEndsOf(UUID enterprise) {
        return jdbc
                .sql("select ended_at from code_end where enterprise_id = ?")
                .param(enterprise)
                .query(OffsetDateTime.class)
                .list()
                .stream()
                .map(OffsetDateTime::toInstant)
                .toList();
    }

    @Test
    void a_rebuild_whose_source_is_down_leaves_the_copies() {
        UUID id = Ids.next();
        enterprises.save(new Enterprise(id, "91500113MAX5XQ4WX4", "旧名称", null, false, Instant.now()), 1);
        answers(user, "user");
        when(matching.events(anyLong(), anyInt())).thenThrow(new IllegalStateException("matching-service is down"));

        client.asService("operations")
                .post()
                .uri("/internal/finance/rebuild")
                .exchange()
                .expectStatus()
                .is5xxServerError();

        assertThat(enterprises.find(id)).isPresent();
    }

    @Test
    void everything_that_is_done_on_hearing_of_facts_is_made_anew_by_a_rebuild(@Autowired Rebuild rebuilds) {
        assertThat(rebuilds.handlers())
                .as("what is taken back with a code is taken back once")
                .isEqualTo(Stream.concat(
                                CopyRebuildController.COPIES.handlers().stream(), Stream.of("taken-back-with-the-code"))
                        .collect(Collectors.toSet()));
    }

    /** The source's part of the log of this very service. */
    private void answers(EventLogApi source, String context) {
        when(source.events(anyLong(), anyInt())).thenAnswer(call -> {
            EventLog.Slice slice = log.after(call.getArgument(0), 3);
            return new EventLog.Slice(
                    slice.items().stream()
                            .filter(event -> event.type().startsWith(context + "."))
                            .toList(),
                    slice.lastSeq(),
                    slice.more());
        });
    }

    private static EnterpriseRegistered registered(UUID id, String name) {
        return new EnterpriseRegistered(
                id,
                "91500113MAX5XQ4WX4",
                name,
                "企业",
                BigDecimal.TEN,
                LocalDate.of(2020, 1, 1),
                "C3484",
                "机械零部件加工",
                "500113103",
                "界石镇",
                "500113",
                EnterpriseStatus.ACTIVE,
                true,
                Instant.now(),
                Map.of());
    }
}
