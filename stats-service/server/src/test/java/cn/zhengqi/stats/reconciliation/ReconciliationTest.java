package cn.zhengqi.stats.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.when;

import cn.zhengqi.auth.api.InternalAccountTotals;
import cn.zhengqi.auth.api.InternalAccountTotals.AccountTotals;
import cn.zhengqi.auth.api.UserRegistered;
import cn.zhengqi.code.api.CodeIssued;
import cn.zhengqi.code.api.CodeLevel;
import cn.zhengqi.code.api.CodeStatus;
import cn.zhengqi.code.api.CodeStatusChanged;
import cn.zhengqi.code.api.InternalCodeTotals;
import cn.zhengqi.code.api.InternalCodeTotals.CodeTotals;
import cn.zhengqi.events.CloudEvent;
import cn.zhengqi.events.EventLog;
import cn.zhengqi.events.EventLogApi;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.events.Rebuild;
import cn.zhengqi.finance.api.InternalLoanTotals;
import cn.zhengqi.finance.api.InternalLoanTotals.LoanTotals;
import cn.zhengqi.finance.api.InternalLoanTotals.OrdersOfDay;
import cn.zhengqi.finance.api.LoanApplicationAccepted;
import cn.zhengqi.finance.api.LoanApplicationApproved;
import cn.zhengqi.finance.api.LoanApplicationRefused;
import cn.zhengqi.finance.api.LoanApplicationSubmitted;
import cn.zhengqi.finance.api.LoanApplicationWithdrawn;
import cn.zhengqi.finance.api.LoanDisbursed;
import cn.zhengqi.finance.api.LoanKind;
import cn.zhengqi.finance.api.LoanParties;
import cn.zhengqi.finance.api.LoanProductPublished;
import cn.zhengqi.finance.api.LoanProductSuspended;
import cn.zhengqi.finance.api.LoanSettled;
import cn.zhengqi.kernel.Channel;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.matching.api.PolicyReachCounted;
import cn.zhengqi.matching.api.criteria.ProductRule;
import cn.zhengqi.matching.api.criteria.Unverified;
import cn.zhengqi.matching.api.criteria.Validity;
import cn.zhengqi.policy.api.InternalPolicyTotals;
import cn.zhengqi.policy.api.InternalPolicyTotals.PolicyTotals;
import cn.zhengqi.policy.api.PolicyCategory;
import cn.zhengqi.policy.api.PolicyLevel;
import cn.zhengqi.policy.api.PolicyProjectOpened;
import cn.zhengqi.policy.api.PolicyPublished;
import cn.zhengqi.policy.api.PolicyStep;
import cn.zhengqi.policy.api.PolicyStepTaken;
import cn.zhengqi.policy.api.PolicyWithdrawn;
import cn.zhengqi.stats.api.ReconciliationReport;
import cn.zhengqi.stats.api.ReconciliationReport.Row;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.TestUsers;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.ConfigurableTransactionManager;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * A small world whose facts are all told through the event log of this very service; each source answers with its part of
 * the log, and with totals as the real one would count them from its own tables.
 */
@StatsServiceTest
class ReconciliationTest {

    private static final Instant MONDAY = Instant.parse("2026-03-16T04:00:00Z");
    /** In Greenwich still Monday, in the district Tuesday. */
    private static final Instant TUESDAY = Instant.parse("2026-03-16T16:30:00Z");

    private static final List<String> TABLES = List.of(
            "registration_roll_up",
            "order_roll_up",
            "order_standing",
            "order_standing_roll_up",
            "disbursement_roll_up",
            "listing",
            "code_standing",
            "certification",
            "certification_roll_up",
            "ticker",
            "funnel_policy",
            "funnel_roll_up",
            "funnel_department");

    /** As auth-service, enterprise-code-service, policy-service and finance-service answer GET /internal/totals. */
    private static final AccountTotals ACCOUNTS = new AccountTotals(
            3,
            Map.of(Channel.PC, 2L, Channel.WECHAT, 1L),
            Map.of(LocalDate.of(2026, 3, 16), 2L, LocalDate.of(2026, 3, 17), 1L));

    private static final LoanTotals LOANS = new LoanTotals(
            5,
            new BigDecimal("1100000.50"),
            Map.of(Channel.PC, 4L, Channel.WECHAT, 1L),
            Map.of(
                    LocalDate.of(2026, 3, 16), new OrdersOfDay(4, new BigDecimal("1000000.50")),
                    LocalDate.of(2026, 3, 17), new OrdersOfDay(1, new BigDecimal("100000.00"))),
            1,
            2,
            1,
            1,
            new BigDecimal("250000.00"),
            1);

    @Autowired
    private Source.Auth auth;

    @Autowired
    private Source.Code code;

    @Autowired
    private Source.Policy policy;

    @Autowired
    private Source.Matching matching;

    @Autowired
    private Source.Finance finance;

    @Autowired
    private InternalAccountTotals accountTotals;

    @Autowired
    private InternalCodeTotals codeTotals;

    @Autowired
    private InternalPolicyTotals policyTotals;

    @Autowired
    private InternalLoanTotals loanTotals;

    @Autowired
    private Reconciliation reconciliation;

    @Autowired
    private Outbox outbox;

    @Autowired
    private FiguresHere here;

    @Autowired
    private EventLog log;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ServiceClient client;

    @Autowired
    private JsonMapper json;

    @BeforeEach
    void the_small_world_has_been_counted() {
        jdbc.sql("truncate outbox, inbox, " + String.join(", ", TABLES)).update();
        tells(auth, "auth");
        tells(code, "code");
        tells(policy, "policy");
        tells(matching, "matching");
        tells(finance, "finance");
        when(accountTotals.totals()).thenReturn(ACCOUNTS);
        when(codeTotals.totals()).thenReturn(new CodeTotals(2));
        when(policyTotals.totals()).thenReturn(new PolicyTotals(1, 2, 1, 0, 1, new BigDecimal("30000.00")));
        when(loanTotals.totals()).thenReturn(LOANS);
        tellTheSmallWorld();
        await().untilAsserted(() ->
                assertThat(differences(reconciliation.reconcile())).isEmpty());
    }

    @Test
    void every_figure_is_held_against_its_source_by_channel_and_by_day_too() {
        assertThat(reconciliation.reconcile().rows())
                .extracting(Row::figure)
                .contains(
                        "registeredUsers",
                        "registeredUsers.PC",
                        "registeredUsers.WECHAT",
                        "registeredUsers.days",
                        "certifiedEnterprises",
                        "policies",
                        "policyOpened",
                        "policyFiled",
                        "policyApproved",
                        "policyPaid",
                        "policyAmountPaid",
                        "orders",
                        "orders.PC",
                        "orders.WECHAT",
                        "orders.days",
                        "orderAmount",
                        "orderAmount.days",
                        "inReview",
                        "approved",
                        "refused",
                        "withdrawn",
                        "disbursed",
                        "loanProducts");
    }

    @Test
    void the_figures_are_of_one_moment_though_something_is_heard_while_they_are_asked_for() throws Exception {
        Map<String, BigDecimal> before = here.totals().figures();
        try (ExecutorService asking = Executors.newSingleThreadExecutor()) {
            Future<Map<String, BigDecimal>> figures = transaction.execute(status -> {
                // Those of accounts are asked for before it, and have been when somebody waits for it.
                jdbc.sql("lock table order_roll_up in access exclusive mode").update();
                Future<Map<String, BigDecimal>> asked =
                        asking.submit(() -> here.totals().figures());
                await().until(() -> jdbc.sql(
                                "select exists (select from pg_locks where not granted and relation = 'order_roll_up'::regclass)")
                        .query(Boolean.class)
                        .single());
                jdbc.sql("update registration_roll_up set accounts = accounts + 1")
                        .update();
                jdbc.sql("update order_roll_up set orders = orders + 1").update();
                return asked;
            });

            assertThat(figures.get()).isEqualTo(before);
        }
        assertThat(here.totals().figures()).isNotEqualTo(before);
    }

    /** A read-only transaction would go to the replica, which may lag behind. */
    @Test
    void the_figures_are_read_on_the_primary_as_the_sources_count_theirs() {
        ConfigurableTransactionManager transactions =
                (ConfigurableTransactionManager) transaction.getTransactionManager();
        Collection<TransactionExecutionListener> others = transactions.getTransactionExecutionListeners();
        Thread asking = Thread.currentThread();
        List<Boolean> readOnly = new CopyOnWriteArrayList<>();
        transactions.addListener(new TransactionExecutionListener() {
            @Override
            public void beforeBegin(TransactionExecution begun) {
                if (Thread.currentThread() == asking) {
                    readOnly.add(begun.isReadOnly());
                }
            }
        });
        try {
            here.totals();
        } finally {
            transactions.setTransactionExecutionListeners(others);
        }

        assertThat(readOnly).containsExactly(false);
    }

    @Test
    void everything_that_is_done_on_hearing_of_facts_is_made_anew_by_a_rebuild(@Autowired Rebuild rebuilds) {
        assertThat(rebuilds.handlers()).isEqualTo(Reconciliation.FIGURES.handlers());
    }

    @Test
    void a_figure_that_differs_from_its_source_is_shown_with_the_difference() {
        when(codeTotals.totals()).thenReturn(new CodeTotals(3));

        assertThat(differences(reconciliation.reconcile())).singleElement().satisfies(row -> {
            assertThat(row.figure()).isEqualTo("certifiedEnterprises");
            assertThat(row.difference()).isEqualByComparingTo("-1");
        });
    }

    @Test
    void an_order_counted_on_the_wrong_day_or_for_the_wrong_channel_is_found_though_the_sum_is_right() {
        jdbc.sql("update order_roll_up set day = date '2026-03-15' where day = date '2026-03-17'")
                .update();
        jdbc.sql("update registration_roll_up set channel = 'PC' where channel = 'WECHAT'")
                .update();

        assertThat(differences(reconciliation.reconcile()))
                .extracting(Row::figure)
                .containsExactlyInAnyOrder(
                        "registeredUsers.PC",
                        "registeredUsers.WECHAT",
                        "orders.2026-03-15",
                        "orders.2026-03-17",
                        "orderAmount.2026-03-15",
                        "orderAmount.2026-03-17");
    }

    @Test
    void rebuilding_from_the_logs_gives_every_figure_that_the_events_gave() {
        Map<String, List<String>> counted = tables();
        Map<String, Object> shown = dashboard();
        jdbc.sql("update registration_roll_up set accounts = 77").update();
        jdbc.sql("update order_standing_roll_up set orders = 77").update();
        jdbc.sql("update certification_roll_up set enterprises = 77").update();
        jdbc.sql("""
                        truncate order_roll_up, order_standing, disbursement_roll_up, listing, code_standing, certification,
                        ticker, funnel_policy, funnel_department""").update();
        jdbc.sql("update funnel_roll_up set enterprises = 77").update();

        assertThat(reconciliation.rebuild().events())
                .isEqualTo(log.after(0, 1000).items().size());

        assertThat(tables()).isEqualTo(counted);
        assertThat(dashboard()).isEqualTo(shown);
        assertThat(differences(reconciliation.reconcile())).isEmpty();
        reconciliation.rebuild();
        assertThat(tables()).isEqualTo(counted);
    }

    @Test
    void a_rebuild_whose_last_source_fails_leaves_the_figures_standing() {
        Map<String, List<String>> counted = tables();
        Mockito.reset(finance);
        when(finance.events(anyLong(), anyInt())).thenThrow(new IllegalStateException("finance-service is down"));

        assertThatThrownBy(() -> reconciliation.rebuild()).hasMessage("finance-service is down");

        assertThat(tables()).isEqualTo(counted);
    }

    private static PolicyStepTaken step(
            UUID policy, PolicyStep step, @Nullable UUID institution, boolean newToPolicy, @Nullable String amount) {
        return new PolicyStepTaken(
                Ids.next(),
                policy,
                step,
                institution,
                newToPolicy,
                institution != null,
                Set.of(),
                amount == null ? null : new BigDecimal(amount),
                MONDAY);
    }

    private void tellTheSmallWorld() {
        tell(registered(Channel.PC, MONDAY), 0);
        tell(registered(Channel.PC, MONDAY), 0);
        tell(registered(Channel.WECHAT, TUESDAY), 0);
        tell(new UserRegistered(Ids.next(), UserType.GOVERNMENT, "李四", Channel.PC, TUESDAY, false), 0);

        UUID certifiedAgain = Ids.next();
        UUID revoked = Ids.next();
        tell(issued(revoked, certifiedAgain), 0);
        tell(standing(revoked, certifiedAgain, CodeStatus.FROZEN), 1);
        tell(standing(revoked, certifiedAgain, CodeStatus.REVOKED), 2);
        tell(issued(Ids.next(), certifiedAgain), 0);
        UUID frozen = Ids.next();
        UUID enterprise = Ids.next();
        tell(issued(frozen, enterprise), 0);
        tell(standing(frozen, enterprise, CodeStatus.FROZEN), 1);
        UUID unbound = Ids.next();
        UUID noMore = Ids.next();
        tell(issued(unbound, noMore), 0);
        tell(standing(unbound, noMore, CodeStatus.REVOKED), 1);

        UUID withdrawnPolicy = Ids.next();
        tell(policy(withdrawnPolicy, "N01"), 0);
        UUID takenUp = Ids.next();
        tell(policy(takenUp, "N02"), 0);
        tell(new PolicyReachCounted(takenUp, "另一名称", 40L, 7, MONDAY), 2);
        tell(new PolicyReachCounted(takenUp, "另一名称", 30L, 0, MONDAY), 1);
        UUID department = Ids.next();
        tell(new PolicyProjectOpened(Ids.next(), takenUp, department, "测试部门", MONDAY), 1);
        tell(new PolicyProjectOpened(Ids.next(), takenUp, department, "测试部门的旧名称", MONDAY), 1);
        tell(step(takenUp, PolicyStep.OPENED, null, true, null), 0);
        tell(step(takenUp, PolicyStep.OPENED, null, true, null), 0);
        tell(step(takenUp, PolicyStep.FILED, department, true, null), 0);
        tell(step(takenUp, PolicyStep.FILED, Ids.next(), false, null), 0);
        tell(step(takenUp, PolicyStep.PAID, department, true, "20000.00"), 0);
        tell(
                new PolicyStepTaken(
                        Ids.next(),
                        takenUp,
                        PolicyStep.PAID,
                        department,
                        false,
                        false,
                        Set.of(),
                        new BigDecimal("10000.00"),
                        MONDAY),
                0);
        tell(new PolicyWithdrawn(withdrawnPolicy, "N01", 1, MONDAY), 1);

        UUID suspended = Ids.next();
        tell(product(suspended, "L01"), 0);
        tell(product(Ids.next(), "L02"), 0);
        tell(new LoanProductSuspended(suspended, "L01", "云税贷", BANK, MONDAY), 1);

        UUID settled = order("500000.50", Channel.PC, MONDAY);
        tell(accepted(settled), 1);
        tell(approved(settled), 2);
        tell(disbursed(settled, "150000.00"), 3);
        tell(disbursed(settled, "50000.00"), 4);
        tell(settled(settled), 5);
        UUID approved = order("200000.00", Channel.PC, MONDAY);
        tell(approved(approved), 2);
        tell(disbursed(approved, "50000.00"), 3);
        tell(refused(order("100000.00", Channel.PC, MONDAY)), 2);
        tell(withdrawn(order("200000.00", Channel.PC, MONDAY)), 1);
        order("100000.00", Channel.WECHAT, TUESDAY);
    }

    private void tells(EventLogApi source, String context) {
        when(source.events(anyLong(), anyInt())).thenAnswer(call -> {
            EventLog.Slice slice = log.after(call.getArgument(0), 4);
            List<CloudEvent> own = slice.items().stream()
                    .filter(event -> event.type().startsWith(context + "."))
                    .toList();
            return new EventLog.Slice(own, slice.lastSeq(), slice.more());
        });
    }

    private Map<String, List<String>> tables() {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        TABLES.forEach(table -> rows.put(
                table,
                jdbc.sql("select to_jsonb(it)::text from " + table + " it order by 1")
                        .query(String.class)
                        .list()));
        return rows;
    }

    private Map<String, Object> dashboard() {
        byte[] answer = client.as(TestUsers.operator("stats.dashboard.read"))
                .get()
                .uri("/api/stats/dashboard")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        Map<String, Object> dashboard = json.readValue(
                answer, json.getTypeFactory().constructMapType(LinkedHashMap.class, String.class, Object.class));
        assertThat(dashboard.remove("updatedAt")).isNotNull();
        return dashboard;
    }

    private static List<Row> differences(ReconciliationReport report) {
        return report.rows().stream()
                .filter(row -> row.difference().signum() != 0)
                .toList();
    }

    private void tell(DomainEvent event, long version) {
        transaction.executeWithoutResult(status -> outbox.publish(event, version, MONDAY));
    }

    private static final UUID BANK = Ids.next();
    private static final UUID PRODUCT = Ids.next();
    private static final UUID ENTERPRISE = Ids.next();
    private static final UUID APPLICANT = Ids.next();
    private static final String NAME = "重庆渝巴机械有限公司";

    private UUID order(String amount, Channel channel, Instant at) {
        UUID id = Ids.next();
        tell(
                new LoanApplicationSubmitted(
                        parties(id), "信用贷款", null, new BigDecimal(amount), LoanKind.FIRST, channel, at, null, null),
                0);
        return id;
    }

    private static LoanApplicationAccepted accepted(UUID id) {
        return new LoanApplicationAccepted(parties(id), MONDAY);
    }

    private static LoanApplicationApproved approved(UUID id) {
        return new LoanApplicationApproved(
                parties(id), new BigDecimal("200000.00"), new BigDecimal("3.85"), 12, LoanKind.FIRST, null, MONDAY);
    }

    private static LoanDisbursed disbursed(UUID id, String amount) {
        return new LoanDisbursed(
                parties(id),
                Ids.next(),
                new BigDecimal(amount),
                new BigDecimal(amount),
                LocalDate.of(2026, 3, 16),
                MONDAY);
    }

    private static LoanSettled settled(UUID id) {
        return new LoanSettled(parties(id), MONDAY);
    }

    private static LoanApplicationRefused refused(UUID id) {
        return new LoanApplicationRefused(parties(id), "TAX", "纳税情况不符合要求", "纳税信用不足", MONDAY);
    }

    private static LoanApplicationWithdrawn withdrawn(UUID id) {
        return new LoanApplicationWithdrawn(parties(id), MONDAY);
    }

    private static UserRegistered registered(Channel channel, Instant at) {
        return new UserRegistered(Ids.next(), UserType.ENTERPRISE, "张三", channel, at, false);
    }

    private static CodeStatusChanged standing(UUID code, UUID enterprise, CodeStatus status) {
        return new CodeStatusChanged(code, enterprise, status, null, CodeLevel.NORMAL, "测试", MONDAY);
    }

    private static CodeIssued issued(UUID code, UUID enterprise) {
        return new CodeIssued(
                code, enterprise, NAME, "91500113MA5U00000X", APPLICANT, "张三", "500113004", "C3484", MONDAY);
    }

    private static PolicyPublished policy(UUID id, String code) {
        return new PolicyPublished(
                id,
                code,
                1,
                "高新技术企业认定",
                "国科发火〔2016〕32号",
                "科技部",
                PolicyLevel.NATIONAL,
                PolicyCategory.INNOVATION,
                null,
                null,
                null,
                "减按 15% 征税",
                "high",
                null,
                null,
                null,
                null,
                MONDAY);
    }

    private static LoanProductPublished product(UUID id, String code) {
        return new LoanProductPublished(
                id, code, "云税贷", BANK, "测试银行", "信用贷款", "信用", null, null, "以银行核定为准", RULE, MONDAY);
    }

    private static final ProductRule RULE = new ProductRule(
            "L01",
            "1",
            "云税贷",
            "测试银行",
            "信用贷款",
            "信用",
            null,
            null,
            "以银行核定为准",
            Validity.OPEN,
            false,
            "low",
            "测试",
            new Unverified(null, null, "未公布"),
            null);

    private static LoanParties parties(UUID id) {
        return new LoanParties(id, "RZ1", PRODUCT, "云税贷", BANK, "测试银行", ENTERPRISE, NAME, APPLICANT, false);
    }
}
