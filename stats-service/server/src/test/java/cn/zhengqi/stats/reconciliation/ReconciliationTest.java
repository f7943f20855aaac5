package cn.zhengqi.stats.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.when;

import cn.zhengqi.auth.api.UserRegistered;
import cn.zhengqi.events.EventLog;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.kernel.Channel;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.stats.accounts.AccountFigures;
import cn.zhengqi.stats.api.ReconciliationReport;
import cn.zhengqi.testing.ServiceTest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentMatchers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.transaction.support.TransactionTemplate;

/** The sources answer from the event log of this very service, which the tests fill. */
@ServiceTest(events = true)
class ReconciliationTest {

    private static final Map<String, BigDecimal> FINANCE = Map.of(
            "applications", BigDecimal.ZERO,
            "amount", BigDecimal.ZERO,
            "inReview", BigDecimal.ZERO,
            "approved", BigDecimal.ZERO,
            "refused", BigDecimal.ZERO,
            "withdrawn", BigDecimal.ZERO,
            "disbursed", BigDecimal.ZERO,
            "products", BigDecimal.ZERO);

    @MockitoBean
    private Source.Auth auth;

    @MockitoBean
    private Source.Code code;

    @MockitoBean
    private Source.Policy policy;

    @MockitoBean
    private Source.Finance finance;

    @Autowired
    private Reconciliation reconciliation;

    @Autowired
    private AccountFigures accounts;

    @Autowired
    private Outbox outbox;

    @Autowired
    private EventLog log;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void the_log_is_empty_and_the_other_sources_too() {
        jdbc.sql("truncate outbox, inbox, registration_roll_up").update();
        EventLog.Slice nothing = new EventLog.Slice(List.of(), 0, false);
        for (Source source : List.of(code, policy, finance)) {
            when(source.events(ArgumentMatchers.anyLong(), ArgumentMatchers.anyInt()))
                    .thenReturn(nothing);
        }
        when(auth.events(ArgumentMatchers.anyLong(), ArgumentMatchers.anyInt()))
                .thenAnswer(call -> log.after(call.getArgument(0), 2));
        when(code.totals()).thenReturn(Map.of("issued", BigDecimal.ZERO));
        when(policy.totals()).thenReturn(Map.of("published", BigDecimal.ZERO));
        when(finance.totals()).thenReturn(FINANCE);
    }

    @Test
    void rebuilding_from_the_logs_gives_the_figures_that_the_events_gave() {
        register(5);
        await().untilAsserted(() -> assertThat(accounts.registered()).isEqualTo(5));
        jdbc.sql("update registration_roll_up set accounts = 77").update();

        assertThat(reconciliation.rebuild().events()).isEqualTo(5);

        assertThat(accounts.registered()).isEqualTo(5);
        reconciliation.rebuild();
        assertThat(accounts.registered()).isEqualTo(5);
    }

    @Test
    void a_figure_that_differs_from_its_source_is_shown_with_the_difference() {
        register(3);
        await().untilAsserted(() -> assertThat(accounts.registered()).isEqualTo(3));
        when(auth.totals()).thenReturn(Map.of("registeredUsers", BigDecimal.valueOf(4)));

        ReconciliationReport report = reconciliation.reconcile();

        assertThat(report.rows())
                .filteredOn(row -> row.difference().signum() != 0)
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.figure()).isEqualTo("registeredUsers");
                    assertThat(row.difference()).isEqualByComparingTo("-1");
                });
    }

    private void register(int people) {
        transaction.executeWithoutResult(status -> {
            for (int person = 0; person < people; person++) {
                outbox.publish(
                        new UserRegistered(Ids.next(), UserType.ENTERPRISE, "张三", Channel.PC, Instant.now(), false), 1);
            }
        });
    }
}
