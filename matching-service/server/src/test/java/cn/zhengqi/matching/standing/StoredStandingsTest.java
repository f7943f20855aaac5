package cn.zhengqi.matching.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.data.Json;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.matching.MatchingTest;
import cn.zhengqi.matching.Published;
import cn.zhengqi.matching.api.criteria.AllOf;
import cn.zhengqi.matching.api.criteria.Comparison;
import cn.zhengqi.matching.api.criteria.Criterion;
import cn.zhengqi.matching.api.criteria.Operator;
import cn.zhengqi.matching.api.criteria.PolicyRule;
import cn.zhengqi.matching.api.criteria.Validity;
import cn.zhengqi.matching.api.match.MatchOutcome;
import cn.zhengqi.matching.facts.FactsInForce;
import cn.zhengqi.matching.library.Library;
import cn.zhengqi.matching.profile.ProfileScan;
import cn.zhengqi.matching.profile.TaxDataEnded;
import cn.zhengqi.policy.api.PolicyPublished;
import cn.zhengqi.policy.api.PolicyWithdrawn;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.web.CurrentUser;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpMethod;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.JsonNode;

/** What is stored of how enterprises stand is as their own facts and the rules say, whatever changes and whoever dies over it. */
class StoredStandingsTest extends MatchingTest {

    private static final AtomicInteger TOWNS = new AtomicInteger(100);

    @Autowired
    private Standings standings;

    @Autowired
    private WholeParts parts;

    @Autowired
    private Library library;

    @Autowired
    private FactsInForce facts;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private ApplicationEventPublisher inside;

    private final String town = "5001137" + TOWNS.incrementAndGet();
    private final UUID policy = Ids.next();
    private final String code = "S" + policy.toString().substring(28);
    private final UUID enterprise = Ids.next();

    @BeforeEach
    void a_policy_and_an_enterprise() {
        publish(policy, code, 1, more("employees", 10));
        registered(enterprise, town);
    }

    @Test
    void what_an_enterprise_says_of_itself_is_in_its_standing() {
        stands(policy, MatchOutcome.UNKNOWN);

        report(enterprise, Map.of("employees", 20));
        stands(policy, MatchOutcome.ELIGIBLE);

        report(enterprise, Map.of("employees", 2));
        stands(policy, MatchOutcome.NEARLY);
    }

    @Test
    void a_rule_that_changes_is_judged_alone_and_the_enterprises_stay_as_they_stand() {
        UUID other = Ids.next();
        report(enterprise, Map.of("employees", 20));
        publish(other, "T" + code, 1, more("employees", 15));
        stands(policy, MatchOutcome.ELIGIBLE);
        stands(other, MatchOutcome.ELIGIBLE);
        await().until(() -> marks() == 0);
        String row = row(enterprise);

        publish(policy, code, 2, more("employees", 30));
        stands(policy, MatchOutcome.NEARLY);

        stands(other, MatchOutcome.ELIGIBLE);
        assertThat(row(enterprise)).as("the row was not written again").isEqualTo(row);

        tell(new PolicyWithdrawn(policy, code, 2, Instant.now()), 3);
        await().untilAsserted(() -> assertThat(counts(policy)).isEmpty());
        await().untilAsserted(() -> assertThat(jdbc.sql("select count(*) from standing_column where subject_id = ?")
                        .param(policy)
                        .query(Long.class)
                        .single())
                .isZero());
        stands(other, MatchOutcome.ELIGIBLE);
    }

    @Test
    void a_formula_that_changes_is_judged_anew_for_what_names_it_and_for_nothing_else() {
        CurrentUser keeper = TestUsers.ofDepartment(Ids.next(), "match.fact.read", "match.fact.manage");
        String name = "per" + code;
        UUID byFormula = Ids.next();
        defined(keeper, "", Map.of("name", name, "content", formula(name, 1)));
        publish(byFormula, "F" + code, 1, more(name, 10));
        report(enterprise, Map.of("employees", 20));
        stands(byFormula, MatchOutcome.ELIGIBLE);
        stands(policy, MatchOutcome.ELIGIBLE);
        await().until(() -> marks() == 0);
        String row = row(enterprise);

        defined(keeper, "/" + name, Map.of("edition", 1, "content", formula(name, 4)));

        stands(byFormula, MatchOutcome.NEARLY);
        stands(policy, MatchOutcome.ELIGIBLE);
        assertThat(row(enterprise)).as("the row was not written again").isEqualTo(row);
    }

    private void defined(CurrentUser keeper, String path, Object body) {
        client.as(keeper)
                .method(path.isEmpty() ? HttpMethod.POST : HttpMethod.PUT)
                .uri("/api/match/facts" + path)
                .body(body)
                .exchange()
                .expectStatus()
                .is2xxSuccessful();
    }

    private static Map<String, Object> formula(String label, int by) {
        return Map.of(
                "label",
                label,
                "period",
                "上年末",
                "visibility",
                "AUTHORITIES",
                "closable",
                "UP",
                "calculation",
                Map.of(
                        "type",
                        "over",
                        "part",
                        Map.of("type", "fact", "fact", "employees"),
                        "whole",
                        Map.of("type", "number", "value", by)));
    }

    @Test
    void a_place_is_its_rules_for_good_also_when_the_work_for_which_it_was_given_came_to_nothing() {
        await().until(() -> counts(policy).isPresent());
        UUID unheard = Ids.next();
        // As nobody's work: judged before it changed.
        jdbc.sql("""
                        insert into library_entry (kind, subject_id, code, rule, listed, version, revision)
                        select kind, ?, code || '+', jsonb_set(rule, '{id}', to_jsonb(code || '+')), true, 1, -1
                        from library_entry where subject_id = ?""").params(unheard, policy).update();
        jdbc.sql("update library_revision set number = number + 1").update();
        RulePlaces places = new RulePlaces(library, facts, jdbc, transactions);
        PlacedBook given = Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            return places.current();
        }));

        int rule = Objects.requireNonNull(given.book().find(code + "+", "1"));
        assertThat(jdbc.sql("select place from standing_rule where subject_id = ?")
                        .param(unheard)
                        .query(Integer.class)
                        .list())
                .containsExactly(given.places()[rule]);
        jdbc.sql("delete from library_entry where subject_id = ?")
                .param(unheard)
                .update();
        jdbc.sql("update library_revision set number = number + 1").update();
    }

    @Test
    void a_list_that_is_as_long_as_a_list_may_be_is_judged_by_as_any_other() {
        UUID asking = Ids.next();
        List<String> quals = Stream.concat(
                        Stream.of("专精特新中小企业"), IntStream.range(0, 99).mapToObj(i -> i + "认".repeat(90)))
                .toList();
        jdbc.sql(
                        "insert into fact (enterprise_id, name, source, value, as_of) values (?, 'quals', 'SELF', ?::jsonb, current_date)")
                .params(enterprise, Json.MAPPER.writeValueAsString(quals))
                .update();

        publish(asking, "W" + code, 1, Comparison.of("quals", Operator.CONTAINS, "专精特新中小企业"));

        stands(asking, MatchOutcome.ELIGIBLE);
    }

    @Test
    void what_is_counted_from_it_is_what_going_through_all_of_them_finds() {
        List<UUID> more = List.of(Ids.next(), Ids.next(), Ids.next());
        more.forEach(one -> registered(one, town));
        report(enterprise, Map.of("employees", 20));
        report(more.getFirst(), Map.of("employees", 3));
        client.as(administratorOf(more.getLast()))
                .put()
                .uri("/api/match/my/recommendations")
                .body(Map.of("personalised", false))
                .exchange()
                .expectStatus()
                .isOk();
        await().untilAsserted(() -> {
            assertThat(outcomes(policy))
                    .containsOnly(
                            Map.entry(MatchOutcome.ELIGIBLE, 1L),
                            Map.entry(MatchOutcome.NEARLY, 1L),
                            Map.entry(MatchOutcome.UNKNOWN, 1L));
            assertThat(counts(policy).map(Standings.Counts::switchedOff)).contains(1L);
        });
        assertThat(standings.eligible(sought(policy))).contains(List.of(enterprise));
    }

    @Test
    void what_tax_data_decided_is_gone_with_the_commit_that_ends_its_authorization() {
        UUID taxed = Ids.next();
        jdbc.sql("""
                        insert into tax_authorization (enterprise_id, purpose, granted_by, granted_at, valid_until, consented_at)
                        values (?, '测试用途', ?, now(), ?, now())""").params(enterprise, Ids.next(), LocalDate.of(2999, 1, 1)).update();
        jdbc.sql(
                        "insert into fact (enterprise_id, name, source, value, as_of) values (?, 'taxPaid12m', 'TAX', '400', current_date)")
                .param(enterprise)
                .update();
        report(enterprise, Map.of("employees", 20));
        publish(taxed, "U" + code, 1, more("taxPaid12m", 100));
        stands(taxed, MatchOutcome.ELIGIBLE);

        transaction.executeWithoutResult(status -> {
            jdbc.sql("delete from tax_authorization where enterprise_id = ?")
                    .param(enterprise)
                    .update();
            jdbc.sql("delete from fact where enterprise_id = ? and source = 'TAX'")
                    .param(enterprise)
                    .update();
            inside.publishEvent(new TaxDataEnded(enterprise));
            assertThat(jdbc.sql("select count(*) from standing where enterprise_id = ?")
                            .param(enterprise)
                            .query(Long.class)
                            .single())
                    .isZero();
            assertThat(jdbc.sql("""
                                    select get_byte(cells, 2 * array_position(enterprises, ?) - 2) from standing_column
                                    where subject_id = ? and ? = any(enterprises)""")
                            .params(enterprise, taxed, enterprise)
                            .query(Integer.class)
                            .list())
                    .containsOnly(0);
        });

        stands(taxed, MatchOutcome.UNKNOWN);
        stands(policy, MatchOutcome.ELIGIBLE);
    }

    @Test
    void on_another_day_all_are_judged_anew() {
        UUID later = Ids.next();
        report(enterprise, Map.of("employees", 20));
        LocalDate tomorrow = BusinessTime.today(clock).plusDays(1);
        publish(later, "V" + code, 1, new Validity(tomorrow, null, true, null, null), more("employees", 10));
        stands(later, MatchOutcome.NEARLY);

        clock.forward(Duration.ofDays(1));
        stands(later, MatchOutcome.ELIGIBLE);
    }

    @Test
    void who_is_being_judged_while_a_rule_is_published_is_judged_by_it_too() throws Exception {
        UUID meanwhile = Ids.next();
        report(enterprise, Map.of("employees", 20));
        stands(policy, MatchOutcome.ELIGIBLE);
        CountDownLatch release = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> other = writingToItsRow(threads, release);
            report(enterprise, Map.of("employees", 30));
            // The library was read for it, and its row waits.
            await().until(() -> count("""
                            select count(*) from pg_locks l join pg_stat_activity a on a.pid = l.pid
                            where not l.granted and a.query like 'insert into standing %'""") > 0);
            publish(meanwhile, "M" + code, 1, more("employees", 25));
            await().until(() -> count("""
                            select count(*) from standing_rule r join library_entry e on e.subject_id = r.subject_id
                            where r.subject_id = '%s' and r.judged >= e.revision""".formatted(meanwhile)) > 0);
            release.countDown();
            other.get();
        }
        stands(meanwhile, MatchOutcome.ELIGIBLE);
    }

    /** Somebody who holds the row of the enterprise until he is released; it is held when this returns. */
    private Future<?> writingToItsRow(ExecutorService threads, CountDownLatch release) throws InterruptedException {
        CountDownLatch holds = new CountDownLatch(1);
        Future<?> writing = threads.submit(() -> transaction.executeWithoutResult(status -> {
            jdbc.sql("update standing set cells = cells where enterprise_id = ?")
                    .param(enterprise)
                    .update();
            holds.countDown();
            waitFor(release);
        }));
        holds.await();
        return writing;
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    @Test
    void parts_are_shared_and_what_one_that_was_killed_had_in_hand_another_judges() throws Exception {
        List<UUID> enterprises = new ArrayList<>(List.of(enterprise));
        for (int i = 0; i < 30; i++) {
            UUID one = Ids.next();
            enterprises.add(one);
            registered(one, town);
        }
        enterprises.forEach(one -> report(one, Map.of("employees", 20)));
        await().untilAsserted(() ->
                assertThat(outcomes(policy).get(MatchOutcome.ELIGIBLE)).isEqualTo(31L));
        CountDownLatch release = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            // Who judges its part waits, with the others of the part written and not committed.
            Future<?> other = writingToItsRow(threads, release);
            // As if all came out differently now.
            jdbc.sql("update standing set cells = '\\x00' where enterprise_id = any(?) and enterprise_id <> ?")
                    .params(enterprises.toArray(UUID[]::new), enterprise)
                    .update();
            jdbc.sql("update fact set value = '2' where enterprise_id = any(?) and name = 'employees'")
                    .param(enterprises.toArray(UUID[]::new))
                    .update();
            jdbc.sql("update standing_part set due = true").update();
            Future<?> first = threads.submit(this::judgeAll);
            Future<?> second = threads.submit(this::judgeAll);
            await().until(() -> killOneThatWaits() > 0);
            release.countDown();
            other.get();
            settled(first);
            settled(second);
        }
        await().untilAsserted(() -> assertThat(outcomes(policy)).containsOnly(Map.entry(MatchOutcome.NEARLY, 31L)));
        assertThat(jdbc.sql("select count(*) from standing_part where due")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whatever_changes_at_the_same_time_all_stand_in_the_end_as_facts_and_rules_say() throws Exception {
        List<UUID> enterprises = new ArrayList<>(List.of(enterprise));
        for (int i = 0; i < 7; i++) {
            UUID one = Ids.next();
            enterprises.add(one);
            registered(one, town);
        }
        int[] employees = new int[enterprises.size()];
        int[] asked = {10};
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> facts = threads.submit(() -> {
                Random random = new Random(1);
                for (int i = 0; i < 120; i++) {
                    int who = random.nextInt(enterprises.size());
                    employees[who] = random.nextInt(40);
                    report(enterprises.get(who), Map.of("employees", employees[who]));
                }
            });
            Future<?> rules = threads.submit(() -> {
                Random random = new Random(2);
                for (int edition = 2; edition < 14; edition++) {
                    asked[0] = 1 + random.nextInt(30);
                    publish(policy, code, edition, more("employees", asked[0]));
                }
            });
            Future<?> whole = threads.submit(() -> {
                while (!facts.isDone() || !rules.isDone()) {
                    jdbc.sql("update standing_part set due = true where part % 7 = 0")
                            .update();
                    parts.judgeNext();
                }
            });
            facts.get();
            rules.get();
            whole.get();
        }
        List<UUID> expected = enterprises.stream()
                .filter(one -> employees[enterprises.indexOf(one)] >= asked[0])
                .sorted()
                .toList();
        await().untilAsserted(() -> {
            assertThat(jdbc.sql("select (rule ->> 'edition') from library_entry where subject_id = ?")
                            .param(policy)
                            .query(String.class)
                            .single())
                    .isEqualTo("13");
            assertThat(marks()).isZero();
            assertThat(standings.eligible(sought(policy)).map(Set::copyOf)).contains(Set.copyOf(expected));
        });
    }

    private void judgeAll() {
        while (parts.judgeNext()) {
            // Until all are judged or in somebody's hand.
        }
    }

    private void stands(UUID rule, MatchOutcome outcome) {
        await().untilAsserted(() -> assertThat(outcomes(rule)).containsOnly(Map.entry(outcome, 1L)));
    }

    /** None while they cannot be read. */
    private Map<MatchOutcome, Long> outcomes(UUID rule) {
        return counts(rule).map(Standings.Counts::byOutcome).orElse(Map.of());
    }

    private Optional<Standings.Counts> counts(UUID rule) {
        return standings.counts(sought(rule));
    }

    private Standings.Sought sought(UUID rule) {
        return new Standings.Sought(rule, false, new ProfileScan.Which(DataScope.all(), town, null));
    }

    private long marks() {
        return jdbc.sql("select count(*) from standing_mark").query(Long.class).single();
    }

    /** Another one with every time it is written. */
    private String row(UUID of) {
        return jdbc.sql("select xmin::text from standing where enterprise_id = ?")
                .param(of)
                .query(String.class)
                .single();
    }

    private void report(UUID of, Map<String, Object> facts) {
        client.as(administratorOf(of))
                .put()
                .uri("/api/match/my/profile/facts")
                .body(Map.of("facts", facts))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class);
    }

    private static Criterion more(String fact, int than) {
        return Comparison.of(fact, Operator.AT_LEAST, than);
    }

    private void publish(UUID id, String as, int edition, Criterion criterion) {
        publish(id, as, edition, Validity.OPEN, criterion);
    }

    private void publish(UUID id, String as, int edition, Validity validity, Criterion criterion) {
        PolicyRule like = Published.rule(as, List.of());
        PolicyRule rule = new PolicyRule(
                as,
                Integer.toString(edition),
                like.title(),
                like.docNumber(),
                like.level(),
                like.category(),
                validity,
                false,
                null,
                "测试",
                true,
                "high",
                null,
                new AllOf(null, null, List.of(criterion)),
                List.of());
        tell(published(id, rule), edition);
    }

    private static PolicyPublished published(UUID id, @Nullable PolicyRule rule) {
        PolicyPublished like = Published.policy(id, "ANY", true);
        return new PolicyPublished(
                id,
                rule == null ? "ANY" : rule.id(),
                like.edition(),
                like.title(),
                like.docNumber(),
                like.issuer(),
                like.level(),
                like.category(),
                null,
                null,
                null,
                like.benefit(),
                like.confidence(),
                null,
                rule,
                null,
                null,
                Instant.now());
    }

    /** As `kill -9` does: the connection is gone, and with it what was not committed. */
    private int killOneThatWaits() {
        return jdbc.sql("""
                        select pg_terminate_backend(pid) from (
                          select distinct l.pid from pg_locks l join pg_stat_activity a on a.pid = l.pid
                          where not l.granted and a.query like 'insert into standing %' limit 1) one""").query((row, number) -> row.getBoolean(1) ? 1 : 0).list().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** The one that was killed fails, the other does not; it may have been the service's own. */
    private static void settled(Future<?> worker) throws InterruptedException {
        try {
            worker.get();
        } catch (ExecutionException killed) {
            assertThat(killed.getCause()).isInstanceOf(RuntimeException.class);
        }
    }
}
