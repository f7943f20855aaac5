package cn.zhengqi.matching.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.events.Outbox;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.testing.ServiceTest;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.web.CurrentUser;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever hears of two choices knows which one is the later, whatever the clocks of the copies that took them say. */
@ServiceTest
class RecommendationsTest {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Outbox outbox;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void a_choice_that_a_copy_with_a_slow_clock_takes_is_still_the_later_one() {
        UUID enterprise = Ids.next();
        CurrentUser by = TestUsers.ofEnterprise(enterprise, "self");
        Clock now = Clock.systemUTC();
        Clock slow = Clock.offset(now, Duration.ofHours(-1));

        choose(enterprise, false, by, now);
        choose(enterprise, true, by, slow);
        choose(enterprise, true, by, now);
        choose(enterprise, false, by, slow.withZone(ZoneOffset.UTC));

        assertThat(jdbc.sql(
                                "select version from outbox where subject = ? and type = 'matching.RecommendationsSwitched' order by seq")
                        .param(enterprise)
                        .query(Long.class)
                        .list())
                .as("said again it changes nothing")
                .containsExactly(1L, 2L, 3L);
    }

    private void choose(UUID enterprise, boolean personalised, CurrentUser by, Clock clock) {
        transaction.executeWithoutResult(
                status -> new Recommendations(jdbc, outbox, audit, clock).choose(enterprise, personalised, by));
    }
}
