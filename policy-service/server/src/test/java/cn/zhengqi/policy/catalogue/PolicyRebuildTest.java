package cn.zhengqi.policy.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import cn.zhengqi.events.EventLog;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.events.PlatformLogs;
import cn.zhengqi.events.Rebuild;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.promise.HolidaysArranged;
import cn.zhengqi.matching.api.PolicyTagged;
import cn.zhengqi.matching.api.criteria.InternalTrials;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.ServiceTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.transaction.support.TransactionTemplate;

@ServiceTest
@MockitoBean(types = {InternalTrials.class, PlatformLogs.class})
class PolicyRebuildTest {

    @Autowired
    private PlatformLogs logs;

    @Autowired
    private ServiceClient service;

    @Autowired
    private Outbox outbox;

    @Autowired
    private EventLog log;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private PolicyTags tags;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void the_tags_of_policies_are_made_anew_from_the_logs_in_their_newest_state() {
        UUID policy = Ids.next();
        UUID gone = Ids.next();
        Instant now = Instant.now();
        transaction.executeWithoutResult(status -> {
            outbox.publish(new PolicyTagged(policy, List.of("新"), now), 2);
            outbox.publish(new PolicyTagged(policy, List.of("旧"), now), 1);
            outbox.publish(new HolidaysArranged(2031, "测试", List.of(LocalDate.of(2031, 1, 1)), List.of(), 1, now), 1);
        });
        tags.keep(new PolicyTagged(policy, List.of("错"), now), 9);
        tags.keep(new PolicyTagged(gone, List.of("没有来源"), now), 1);
        when(logs.sources()).thenReturn(List.of((after, limit) -> log.after(after, 2)));

        service.asService("operations")
                .post()
                .uri("/internal/policy/rebuild")
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(names(policy)).containsExactly("新");
        assertThat(names(gone)).isEmpty();
        assertThat(jdbc.sql("select count(*) from holiday_year where year = 2031")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    /** policy-steps: the steps are counted of the service's own cases, and of openings it is forgotten on purpose whose they were. */
    @Test
    void everything_that_is_done_on_hearing_of_facts_is_made_anew_or_there_is_a_reason_why_not(
            @Autowired Rebuild rebuilds) {
        assertThat(rebuilds.handlers())
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                PolicyRebuildController.COPIES.handlers().stream(), Set.of("policy-steps").stream())
                        .collect(Collectors.toSet()));
    }

    private List<String> names(UUID policy) {
        return jdbc.sql("select unnest(names) from policy_tags where policy_id = ?")
                .param(policy)
                .query(String.class)
                .list();
    }
}
