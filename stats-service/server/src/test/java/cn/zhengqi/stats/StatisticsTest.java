package cn.zhengqi.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhengqi.auth.api.UserRegistered;
import cn.zhengqi.code.api.CodeIssued;
import cn.zhengqi.code.api.CodeLevel;
import cn.zhengqi.code.api.CodeStatus;
import cn.zhengqi.code.api.CodeStatusChanged;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.finance.api.LoanApplicationApproved;
import cn.zhengqi.finance.api.LoanApplicationRefused;
import cn.zhengqi.finance.api.LoanApplicationSubmitted;
import cn.zhengqi.finance.api.LoanApplicationWithdrawn;
import cn.zhengqi.finance.api.LoanDisbursed;
import cn.zhengqi.finance.api.LoanKind;
import cn.zhengqi.finance.api.LoanParties;
import cn.zhengqi.kernel.Channel;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.permission.Reach;
import cn.zhengqi.kernel.permission.ScopeKind;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.kernel.permission.Territory;
import cn.zhengqi.matching.api.PolicyReachCounted;
import cn.zhengqi.policy.api.DeclarationParties;
import cn.zhengqi.policy.api.DeclarationSubmitted;
import cn.zhengqi.policy.api.PolicyCategory;
import cn.zhengqi.policy.api.PolicyLevel;
import cn.zhengqi.policy.api.PolicyProjectOpened;
import cn.zhengqi.policy.api.PolicyPublished;
import cn.zhengqi.policy.api.PolicyStep;
import cn.zhengqi.policy.api.PolicyStepTaken;
import cn.zhengqi.policy.api.PolicyStepUndone;
import cn.zhengqi.stats.accounts.AccountFigures;
import cn.zhengqi.stats.funnel.FunnelFigures;
import cn.zhengqi.stats.orders.OrderFigures;
import cn.zhengqi.stats.orders.Standing;
import cn.zhengqi.stats.reconciliation.StatsServiceTest;
import cn.zhengqi.testing.ExportedFile;
import cn.zhengqi.testing.MovableClock;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.web.CurrentUser;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@StatsServiceTest
class StatisticsTest {

    private static final Instant NOON = Instant.parse("2026-03-15T04:00:00Z");
    private static final LocalDate THAT_DAY = LocalDate.of(2026, 3, 15);

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private OrderFigures orders;

    @Autowired
    private AccountFigures accounts;

    @Autowired
    private FunnelFigures funnels;

    @Autowired
    private ServiceClient client;

    @Autowired
    private MovableClock clock;

    @AfterEach
    void it_is_now_again() {
        clock.reset();
    }

    @BeforeEach
    void nothing_is_counted_yet() {
        jdbc.sql("""
                        truncate registration_roll_up, order_roll_up, order_standing, order_standing_roll_up,
                        disbursement_roll_up, listing, code_standing, certification, certification_roll_up, ticker,
                        funnel_policy, funnel_roll_up, funnel_department""").update();
    }

    @Test
    void an_order_counts_on_the_day_of_the_district_and_not_of_greenwich() {
        tell(submitted(Ids.next(), "100000.00", Channel.PC, Instant.parse("2026-03-15T16:30:00Z")), 1);

        await().untilAsserted(() ->
                assertThat(orders.on(LocalDate.of(2026, 3, 16)).count()).isEqualTo(1));
        assertThat(orders.on(THAT_DAY).count()).isZero();
    }

    @Test
    void count_amount_and_source_of_orders_are_those_of_the_events() {
        tell(submitted(Ids.next(), "100000.00", Channel.PC, NOON), 1);
        tell(submitted(Ids.next(), "250000.50", Channel.WECHAT, NOON), 1);
        tell(submitted(Ids.next(), "1.00", Channel.WECHAT, NOON), 1);

        await().untilAsserted(() -> assertThat(orders.all().count()).isEqualTo(3));
        assertThat(orders.all().amount()).isEqualByComparingTo("350001.50");
        assertThat(orders.byChannel()).containsEntry(Channel.PC, 1L).containsEntry(Channel.WECHAT, 2L);
    }

    @Test
    void an_order_stands_in_its_newest_state_in_whatever_order_the_events_arrive() {
        UUID approved = Ids.next();
        tell(approved(approved), 3);
        await().untilAsserted(() -> assertThat(orders.byStanding()).containsEntry(Standing.APPROVED, 1L));
        tell(submitted(approved, "100000.00", Channel.PC, NOON), 1);
        await().untilAsserted(() -> assertThat(orders.all().count()).isEqualTo(1));

        assertThat(orders.byStanding()).containsEntry(Standing.APPROVED, 1L);
        assertThat(orders.byStanding().getOrDefault(Standing.IN_REVIEW, 0L)).isZero();
    }

    @Test
    void a_refused_order_leaves_the_review_and_a_withdrawn_one_is_in_no_piece_of_the_pie() {
        UUID refused = Ids.next();
        UUID withdrawn = Ids.next();
        tell(submitted(refused, "100000.00", Channel.PC, NOON), 1);
        tell(refused(refused), 2);
        tell(submitted(withdrawn, "100000.00", Channel.PC, NOON), 1);
        tell(withdrawn(withdrawn), 2);

        // An order whose end is heard of before its beginning was never counted among those in review.
        await().untilAsserted(() -> {
            assertThat(orders.all().count()).isEqualTo(2);
            assertThat(orders.byStanding()).containsEntry(Standing.REFUSED, 1L).containsEntry(Standing.WITHDRAWN, 1L);
            assertThat(orders.byStanding().getOrDefault(Standing.IN_REVIEW, 0L)).isZero();
        });
        client.as(TestUsers.operator("stats.dashboard.read"))
                .get()
                .uri("/api/stats/dashboard")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.totals.orders")
                .isEqualTo(2)
                .jsonPath("$.orderStatuses[*].key")
                .isEqualTo(List.of("IN_REVIEW", "APPROVED", "REFUSED"))
                .jsonPath("$.orderStatuses[2].count")
                .isEqualTo(1);
    }

    @Test
    void an_enterprise_that_gets_a_second_code_is_certified_once() {
        UUID enterprise = Ids.next();
        UUID first = Ids.next();
        tell(issued(first, enterprise), 0);
        tell(standing(first, enterprise, CodeStatus.REVOKED), 1);
        tell(issued(Ids.next(), enterprise), 0);
        tell(issued(Ids.next(), Ids.next()), 0);

        await().untilAsserted(() -> assertThat(accounts.certifiedEnterprises()).isEqualTo(2));
        await().untilAsserted(() -> assertThat(jdbc.sql("select count(*) from ticker")
                        .query(Long.class)
                        .single())
                .isEqualTo(3));
        assertThat(jdbc.sql("select distinct text from ticker")
                        .query(String.class)
                        .list())
                .containsExactly("重庆****公司 领取了企业码");
    }

    @Test
    void a_certified_enterprise_is_one_whose_code_is_in_force_frozen_or_not_until_it_is_revoked() {
        UUID enterprise = Ids.next();
        UUID code = Ids.next();
        tell(issued(code, enterprise), 0);
        tell(standing(code, enterprise, CodeStatus.FROZEN), 1);
        await().untilAsserted(() -> assertThat(heard(code)).isEqualTo(1));
        assertThat(accounts.certifiedEnterprises()).isEqualTo(1);

        tell(standing(code, enterprise, CodeStatus.REVOKED), 2);
        await().untilAsserted(() -> assertThat(heard(code)).isEqualTo(2));
        assertThat(accounts.certifiedEnterprises()).isZero();
        client.anonymous()
                .get()
                .uri("/api/stats/public/figures")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.certifiedEnterprises")
                .isEqualTo(0);

        tell(issued(Ids.next(), enterprise), 0);
        await().untilAsserted(() -> assertThat(accounts.certifiedEnterprises()).isEqualTo(1));
    }

    @Test
    void a_revocation_that_is_heard_of_before_the_code_was_issued_still_counts() {
        UUID enterprise = Ids.next();
        UUID code = Ids.next();
        tell(standing(code, enterprise, CodeStatus.REVOKED), 1);
        await().untilAsserted(() -> assertThat(heard(code)).isEqualTo(1));
        tell(issued(code, enterprise), 0);
        UUID later = Ids.next();
        tell(issued(later, Ids.next()), 0);

        await().untilAsserted(() -> assertThat(jdbc.sql("select count(*) from ticker")
                        .query(Long.class)
                        .single())
                .isEqualTo(2));
        await().untilAsserted(() -> assertThat(heard(later)).isZero());
        assertThat(accounts.certifiedEnterprises()).isEqualTo(1);
    }

    @Test
    void what_is_heard_of_an_enterprise_takes_the_place_of_what_was_counted_before_codes_were_told_apart() {
        UUID revoked = Ids.next();
        UUID silent = Ids.next();
        jdbc.sql("""
                        insert into code_standing (code_id, in_force, version)
                        values (?, true, -1), (?, true, -1)""").params(revoked, silent).update();
        jdbc.sql("insert into certification (enterprise_id, codes_in_force) values (?, 1), (?, 1)")
                .params(revoked, silent)
                .update();
        jdbc.sql("insert into certification_roll_up (certified, enterprises) values (true, 2)")
                .update();
        UUID code = Ids.next();
        tell(standing(code, revoked, CodeStatus.REVOKED), 1);

        await().untilAsserted(() -> assertThat(heard(code)).isEqualTo(1));
        assertThat(accounts.certifiedEnterprises()).isEqualTo(1);
    }

    @Test
    void the_counter_agrees_with_the_codes_in_whatever_order_they_are_told_of() {
        List<UUID> enterprises = List.of(Ids.next(), Ids.next(), Ids.next());
        Map<DomainEvent, Long> facts = new HashMap<>();
        List<UUID> codes = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            UUID enterprise = enterprises.get(i % enterprises.size());
            UUID code = Ids.next();
            codes.add(code);
            facts.put(issued(code, enterprise), 0L);
            facts.put(standing(code, enterprise, CodeStatus.FROZEN), 1L);
            // The third enterprise keeps none of its codes, the others keep every fourth and fifth.
            CodeStatus last = i % 3 == 2 || i % 4 != 0 && i % 5 != 0 ? CodeStatus.REVOKED : CodeStatus.ACTIVE;
            facts.put(standing(code, enterprise, last), 2L);
        }
        List<DomainEvent> order = new ArrayList<>(facts.keySet());
        Collections.shuffle(order, new Random(17));

        order.forEach(fact -> tell(fact, facts.get(fact)));

        await().untilAsserted(() -> assertThat(codes).allMatch(code -> heard(code) == 2));
        await().untilAsserted(() -> assertThat(jdbc.sql("select count(*) from ticker")
                        .query(Long.class)
                        .single())
                .isEqualTo(codes.size()));
        assertThat(accounts.certifiedEnterprises()).isEqualTo(2);
        assertThat(jdbc.sql("select count(*) from certification where codes_in_force > 0")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void who_registered_is_counted_and_nobody_whose_account_was_opened_for_them() {
        for (UserType type : UserType.values()) {
            tell(new UserRegistered(Ids.next(), type, "张三", Channel.PC, NOON, false), 0);
        }

        await().untilAsserted(() -> assertThat(registrationsNotHeard()).isZero());
        assertThat(accounts.registered())
                .as("an enterprise, a chamber, a provider and a talent; no bank, department or operator")
                .isEqualTo(4);
        assertThat(accounts.registeredOn(THAT_DAY)).isEqualTo(4);
        assertThat(accounts.byChannel()).isEqualTo(Map.of(Channel.PC, 4L));
    }

    private long registrationsNotHeard() {
        return count("""
                select count(*) from outbox o where o.type = 'auth.UserRegistered'
                  and not exists (select 1 from inbox i where i.event_id = o.id and i.handler = 'accounts')""");
    }

    @Test
    void the_month_of_the_dashboard_has_thirty_days_and_ends_today() {
        clock.forward(Duration.between(clock.instant(), NOON));
        tell(new UserRegistered(Ids.next(), UserType.ENTERPRISE, "张三", Channel.WECHAT, NOON, false), 1);

        await().untilAsserted(() -> assertThat(accounts.registeredOn(THAT_DAY)).isEqualTo(1));
        client.as(TestUsers.operator("stats.dashboard.read"))
                .get()
                .uri("/api/stats/dashboard")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.usersPerDay.length()")
                .isEqualTo(30)
                .jsonPath("$.usersPerDay[29].date")
                .isEqualTo(THAT_DAY.toString())
                .jsonPath("$.usersPerDay[29].count")
                .isEqualTo(1)
                .jsonPath("$.totals.registeredUsersToday")
                .isEqualTo(1)
                .jsonPath("$.userSources[1].label")
                .isEqualTo("公众号");
    }

    @Test
    void the_public_sees_sums_and_masked_names_only() {
        UUID loan = Ids.next();
        tell(submitted(loan, "500000.00", Channel.PC, NOON), 1);
        tell(disbursed(loan, "123456.00"), 4);

        await().untilAsserted(() -> assertThat(orders.disbursed()).isEqualByComparingTo("123456.00"));
        client.anonymous()
                .get()
                .uri("/api/stats/public/figures")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.disbursedWan")
                .isEqualTo(12.35);
        client.anonymous()
                .get()
                .uri("/api/stats/public/ticker")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$[0].text")
                .isEqualTo("重庆****公司 申请办理了 云税贷");
    }

    @Test
    void who_declares_for_a_policy_is_on_the_ticker_beside_who_applies_for_a_loan() {
        var parties = new DeclarationParties(
                Ids.next(),
                "ZC20260315000001",
                Ids.next(),
                "专精特新企业培育资助",
                Ids.next(),
                "区经济信息委",
                Ids.next(),
                "重庆星辰科技有限公司",
                Ids.next(),
                false);

        tell(new DeclarationSubmitted(parties, "初审", null, null, NOON), 0);

        await().untilAsserted(() -> assertThat(onTicker()).isEqualTo(1));
        assertThat(jdbc.sql("select kind || ': ' || text from ticker")
                        .query(String.class)
                        .single())
                .isEqualTo("POLICY: 重庆****公司 申请办理了 专精特新企业培育资助");
    }

    @Test
    void who_keeps_off_the_ticker_is_gone_from_it_at_once_and_comes_back_with_what_it_does_later() {
        UUID enterprise = Ids.next();
        CurrentUser admin = TestUsers.ofEnterprise(enterprise, "enterprise.own", "enterprise.consent");
        tell(issued(Ids.next(), enterprise), 0);
        tell(issued(Ids.next(), Ids.next()), 0);
        await().untilAsserted(() -> assertThat(onTicker()).isEqualTo(2));
        jdbc.sql("insert into ticker (event_id, at, kind, text) values (?, now(), 'CODE', '另一家 领取了企业码')")
                .param(Ids.next())
                .update();

        jdbc.sql("insert into ticker (event_id, at, kind, text) values (?, now(), 'CODE', ?)")
                .params(Ids.next(), Mask.ENTERPRISE_NAME.apply(String.valueOf(admin.enterpriseName())) + " 领取了企业码")
                .update();

        showsOnTicker(admin, false).jsonPath("$.shown").isEqualTo(false);
        assertThat(onTicker()).as("those of others stay").isEqualTo(2);
        long before = heardByTicker();
        tell(issued(Ids.next(), enterprise), 0);
        await().untilAsserted(() -> assertThat(heardByTicker()).isEqualTo(before + 1));
        assertThat(onTicker()).isEqualTo(2);

        showsOnTicker(admin, true).jsonPath("$.shown").isEqualTo(true);
        tell(issued(Ids.next(), enterprise), 0);
        await().untilAsserted(() -> assertThat(heardByTicker()).isEqualTo(before + 2));
        assertThat(onTicker()).as("of before, however late it is heard").isEqualTo(2);
        transaction.executeWithoutResult(status ->
                outbox.publish(issued(Ids.next(), enterprise), 0, Instant.now().plusSeconds(1)));
        await().untilAsserted(() -> assertThat(onTicker()).isEqualTo(3));
        client.as(TestUsers.ofEnterprise(enterprise, "enterprise.own"))
                .put()
                .uri("/api/stats/my/ticker")
                .body(Map.of("shown", false))
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    private RestTestClient.BodyContentSpec showsOnTicker(CurrentUser who, boolean shown) {
        return client.as(who)
                .put()
                .uri("/api/stats/my/ticker")
                .body(Map.of("shown", shown))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }

    private long onTicker() {
        return count("select count(*) from ticker");
    }

    private long heardByTicker() {
        return count("select count(*) from inbox where handler = 'ticker'");
    }

    @Test
    void the_dashboard_is_for_those_who_may_read_statistics() {
        client.as(TestUsers.ofEnterprise(Ids.next(), "enterprise.own"))
                .get()
                .uri("/api/stats/dashboard")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    /** The version of what was heard last of a code; -1 before anything. */
    private long heard(UUID code) {
        return jdbc.sql("select version from code_standing where code_id = ?")
                .param(code)
                .query(Long.class)
                .optional()
                .orElse(-1L);
    }

    private void tell(DomainEvent event, long version) {
        transaction.executeWithoutResult(status -> outbox.publish(event, version, NOON));
    }

    @Test
    void a_department_sees_the_funnels_of_policies_under_which_it_has_projects_with_what_was_done_there() {
        UUID ours = Ids.next();
        UUID theirs = Ids.next();
        UUID shared = policy("设备更新");
        UUID foreign = policy("稳岗返还");
        tell(new PolicyReachCounted(shared, "另一名称", 40L, 7, NOON), 2);
        tell(new PolicyReachCounted(shared, "另一名称", 30L, 0, NOON), 1);
        tell(new PolicyReachCounted(foreign, "已到期", 9L, 3, NOON), 1);
        tell(new PolicyReachCounted(foreign, "已到期", null, 3, NOON), 2);
        tell(new PolicyProjectOpened(Ids.next(), shared, ours, "我们", NOON), 1);
        tell(new PolicyProjectOpened(Ids.next(), shared, theirs, "他们", NOON), 1);
        tell(new PolicyProjectOpened(Ids.next(), foreign, theirs, "他们", NOON), 1);
        tell(step(shared, PolicyStep.OPENED, null, true, null), 0);
        tell(step(shared, PolicyStep.FILED, ours, true, null), 0);
        tell(step(shared, PolicyStep.FILED, theirs, false, null), 0);
        tell(step(shared, PolicyStep.FILED, theirs, true, null), 0);
        tell(step(shared, PolicyStep.PAID, ours, true, "20000.00"), 0);
        tell(step(foreign, PolicyStep.OPENED, null, true, null), 0);
        await().untilAsserted(() -> {
            assertThat(funnels.steps()).containsEntry(PolicyStep.OPENED, 2L).containsEntry(PolicyStep.FILED, 2L);
            assertThat(funnels.amountPaid()).isEqualByComparingTo("20000");
            assertThat(count("select count(*) from funnel_department")).isEqualTo(3);
            assertThat(count("select count(*) from funnel_policy where title is not null"))
                    .isEqualTo(2);
            assertThat(count("select sum(matched) from funnel_policy"))
                    .as("what is over has no figure of today")
                    .isEqualTo(40);
            assertThat(count("select sum(told) from funnel_policy"))
                    .as("to whom it was pushed stays")
                    .isEqualTo(10);
            assertThat(count("select sum(enterprises) from funnel_roll_up where institutions <> '{}'"))
                    .isEqualTo(4);
        });

        CurrentUser somebody = TestUsers.ofDepartment(ours, "stats.policy-funnel.read");
        CurrentUser department =
                somebody.reaching(Map.of(ScopedResource.DECLARATION, Reach.INSTITUTION), somebody.territory());
        funnels(department, "")
                .jsonPath("$.total")
                .isEqualTo(1)
                .jsonPath("$.items[0].title")
                .isEqualTo("设备更新")
                .jsonPath("$.items[0].matched")
                .isEqualTo(40)
                .jsonPath("$.items[0].told")
                .isEqualTo(7)
                .jsonPath("$.items[0].opened")
                .isEqualTo(1)
                .jsonPath("$.items[0].filed")
                .isEqualTo(1)
                .jsonPath("$.items[0].paid")
                .isEqualTo(1)
                .jsonPath("$.items[0].amountPaid")
                .isEqualTo(20000.00);
        CurrentUser all = department.reaching(Map.of(ScopedResource.DECLARATION, Reach.ALL), department.territory());
        funnels(all, "")
                .jsonPath("$.total")
                .isEqualTo(2)
                .jsonPath("$.items[0].filed")
                .isEqualTo(2);
        funnels(all, "?q=稳岗")
                .jsonPath("$.total")
                .isEqualTo(1)
                .jsonPath("$.items[0].matched")
                .doesNotExist();
        Reach named = Reach.of(ScopeKind.INSTITUTIONS, Set.of(), Set.of(theirs));
        funnels(department.reaching(Map.of(ScopedResource.DECLARATION, Reach.OWN), department.territory()), "")
                .jsonPath("$.total")
                .isEqualTo(1);
        funnels(
                        department.reaching(
                                Map.of(ScopedResource.DECLARATION, Reach.OWN.or(named)), department.territory()),
                        "")
                .jsonPath("$.total")
                .isEqualTo(2)
                .jsonPath("$.items[0].filed")
                .isEqualTo(3);
        CurrentUser none = department.reaching(Map.of(ScopedResource.DECLARATION, Reach.NONE), department.territory());
        funnels(none, "").jsonPath("$.total").isEqualTo(0);
        assertThat(ExportedFile.of(client.as(department), "/api/stats/policy-funnel/export")
                        .rows())
                .singleElement()
                .asString()
                .contains("设备更新", "40", "20000");
    }

    @Test
    void who_gave_all_of_it_back_is_not_paid_under_the_policy_even_when_that_is_heard_of_first() {
        UUID policy = policy("设备更新");
        UUID department = Ids.next();
        tell(new PolicyStepUndone(Ids.next(), policy, PolicyStep.PAID, null, Set.of(), NOON), 0);
        tell(new PolicyStepUndone(Ids.next(), policy, PolicyStep.PAID, department, Set.of(), NOON), 0);
        await().untilAsserted(() -> assertThat(funnels.steps()).containsEntry(PolicyStep.PAID, -1L));

        tell(step(policy, PolicyStep.PAID, department, true, "20000.00"), 0);
        tell(
                new PolicyStepTaken(
                        Ids.next(),
                        policy,
                        PolicyStep.PAID,
                        department,
                        false,
                        false,
                        Set.of(),
                        new BigDecimal("-20000.00"),
                        NOON),
                0);

        await().untilAsserted(() -> {
            assertThat(count("select count(*) from funnel_roll_up where enterprises = 0 and amount = 0"))
                    .as("under the policy, and under the department's projects")
                    .isEqualTo(2);
        });
    }

    @Test
    void an_enterprise_at_two_offices_of_a_department_counts_once_for_it_and_once_for_each_office() {
        UUID north = Ids.next();
        UUID south = Ids.next();
        UUID policy = policy("设备更新");
        tell(new PolicyProjectOpened(Ids.next(), policy, north, "北区窗口", NOON), 1);
        tell(new PolicyProjectOpened(Ids.next(), policy, south, "南区窗口", NOON), 1);
        // What was told second is heard first.
        tell(besides(step(policy, PolicyStep.FILED, south, false, null), north), 0);
        tell(besides(step(policy, PolicyStep.PAID, south, false, "50.00"), north), 0);
        tell(step(policy, PolicyStep.FILED, north, true, null), 0);
        tell(step(policy, PolicyStep.FILED, south, true, null), 0);
        tell(step(policy, PolicyStep.PAID, north, true, "100.00"), 0);
        CurrentUser head = looking(after(north, south));

        await().untilAsserted(() -> {
            assertThat(funnels.amountPaid()).isEqualByComparingTo("150");
            assertThat(filedAndPaid(looking(after(south)))).containsExactly(2, 1);
            assertThat(filedAndPaid(looking(after(north)))).containsExactly(1, 1);
        });
        assertThat(filedAndPaid(head)).containsExactly(2, 1);
        funnels(head, "").jsonPath("$.items[0].amountPaid").isEqualTo(150.00);
        assertThat(ExportedFile.of(client.as(head), "/api/stats/policy-funnel/export")
                        .column("已申报（家）"))
                .singleElement()
                .asString()
                .isEqualTo("2");

        tell(new PolicyStepUndone(Ids.next(), policy, PolicyStep.PAID, north, Set.of(south), NOON), 0);
        await().untilAsserted(
                        () -> assertThat(filedAndPaid(looking(after(north)))).containsExactly(1, 0));
        assertThat(filedAndPaid(head)).as("the southern one still pays it").containsExactly(2, 1);
    }

    private static PolicyStepTaken besides(PolicyStepTaken step, UUID office) {
        return new PolicyStepTaken(
                step.id(),
                step.policyId(),
                step.step(),
                step.institutionId(),
                step.newToPolicy(),
                step.newToInstitution(),
                Set.of(office),
                step.amount(),
                step.at());
    }

    /** A department with these offices. */
    private static Territory after(UUID... offices) {
        return Territory.of(Ids.next(), Set.of(offices), Set.of());
    }

    private static CurrentUser looking(Territory after) {
        return TestUsers.ofDepartment(Objects.requireNonNull(after.own()), "stats.policy-funnel.read")
                .reaching(Map.of(ScopedResource.DECLARATION, Reach.INSTITUTION), after);
    }

    private List<Integer> filedAndPaid(CurrentUser user) {
        JsonNode funnel = Objects.requireNonNull(client.as(user)
                        .get()
                        .uri("/api/stats/policy-funnel")
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(JsonNode.class)
                        .returnResult()
                        .getResponseBody())
                .path("items")
                .path(0);
        return List.of(funnel.path("filed").asInt(), funnel.path("paid").asInt());
    }

    private long count(String sql) {
        return jdbc.sql(sql).query((row, number) -> row.getLong(1)).single();
    }

    private RestTestClient.BodyContentSpec funnels(CurrentUser user, String query) {
        return client.as(user)
                .get()
                .uri("/api/stats/policy-funnel" + query)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }

    private UUID policy(String title) {
        UUID id = Ids.next();
        tell(
                new PolicyPublished(
                        id,
                        "N99",
                        1,
                        title,
                        "测发〔2026〕1号",
                        "测试部门",
                        PolicyLevel.DISTRICT,
                        PolicyCategory.FUNDING,
                        null,
                        null,
                        null,
                        "",
                        "high",
                        null,
                        null,
                        null,
                        null,
                        NOON),
                1);
        return id;
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
                NOON);
    }

    static LoanApplicationSubmitted submitted(UUID id, String amount, Channel channel, Instant at) {
        return new LoanApplicationSubmitted(
                parties(id), "信用贷款", null, new BigDecimal(amount), LoanKind.FIRST, channel, at, null, null);
    }

    private static final UUID PRODUCT = Ids.next();
    private static final UUID BANK = Ids.next();
    private static final UUID ENTERPRISE = Ids.next();
    private static final UUID APPLICANT = Ids.next();

    private static LoanApplicationApproved approved(UUID id) {
        return new LoanApplicationApproved(
                parties(id), new BigDecimal("90000.00"), new BigDecimal("3.85"), 12, LoanKind.FIRST, null, NOON);
    }

    private static LoanApplicationRefused refused(UUID id) {
        return new LoanApplicationRefused(parties(id), "TAX", "纳税情况不符合要求", "纳税信用不足", NOON);
    }

    private static LoanApplicationWithdrawn withdrawn(UUID id) {
        return new LoanApplicationWithdrawn(parties(id), NOON);
    }

    private static LoanDisbursed disbursed(UUID id, String amount) {
        return new LoanDisbursed(
                parties(id), Ids.next(), new BigDecimal(amount), new BigDecimal(amount), THAT_DAY, NOON);
    }

    private static CodeStatusChanged standing(UUID code, UUID enterprise, CodeStatus status) {
        return new CodeStatusChanged(code, enterprise, status, null, CodeLevel.NORMAL, "测试", NOON);
    }

    private static CodeIssued issued(UUID code, UUID enterprise) {
        return new CodeIssued(
                code, enterprise, "重庆渝巴机械有限公司", "91500113MA5U00000X", APPLICANT, "张三", "500113004", "C3484", NOON);
    }

    private static LoanParties parties(UUID id) {
        return new LoanParties(id, "RZ1", PRODUCT, "云税贷", BANK, "测试银行", ENTERPRISE, "重庆渝巴机械有限公司", APPLICANT, false);
    }
}
