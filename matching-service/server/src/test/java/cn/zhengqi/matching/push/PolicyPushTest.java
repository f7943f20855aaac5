package cn.zhengqi.matching.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhengqi.data.Json;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.matching.MatchingTest;
import cn.zhengqi.matching.Published;
import cn.zhengqi.matching.api.PolicyReachCounted;
import cn.zhengqi.matching.api.criteria.AllOf;
import cn.zhengqi.matching.api.criteria.Comparison;
import cn.zhengqi.matching.api.criteria.Operator;
import cn.zhengqi.matching.api.criteria.PolicyRule;
import cn.zhengqi.matching.api.criteria.Validity;
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
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** A published policy finds those who qualify and want to be told, and tells each of them once. */
class PolicyPushTest extends MatchingTest {

    private static final AtomicInteger TOWNS = new AtomicInteger(10);

    @Autowired
    private PushWork work;

    private final String town = "5001138" + TOWNS.incrementAndGet();
    private final UUID policy = Ids.next();
    private final String code = "M" + policy.toString().substring(28);
    private final CurrentUser officerOfTown =
            TestUsers.ofTown(Ids.next(), town, "match.reverse.policy", "match.policy.push");
    private final CurrentUser department =
            TestUsers.ofDepartment(Ids.next(), "match.reverse.policy", "match.policy.push");

    /** Those of other tests would be told of the policies of the next one too. */
    @AfterEach
    void they_qualify_for_nothing_more() {
        jdbc.sql("update enterprise set town_code = 'elsewhere' where town_code = ?")
                .param(town)
                .update();
        tell(new PolicyWithdrawn(policy, code, 99, Instant.now()), 99);
        await().until(() -> !jdbc.sql("select exists (select from library_entry where subject_id = ? and listed)")
                .param(policy)
                .query(Boolean.class)
                .single());
    }

    @Test
    void who_qualifies_is_told_once_whatever_is_published_of_it_later() {
        UUID fits = enterprise(20);
        UUID not = enterprise(2);
        UUID later = enterprise(12);

        publish(1, Validity.OPEN, 15, null);
        await().untilAsserted(() -> assertThat(told()).containsExactly(fits));

        publish(2, Validity.OPEN, 10, null);
        await().untilAsserted(() -> assertThat(told()).containsExactlyInAnyOrder(fits, later));
        await().untilAsserted(() -> assertThat(runs("DONE")).isEqualTo(2));
        assertThat(told()).doesNotContain(not);
    }

    @Test
    void a_run_ends_though_somebody_it_was_to_tell_is_not_known_here_any_more() {
        UUID gone = Ids.next();
        UUID fits = known(20);
        publish(1, Validity.OPEN, 10, true);
        judged(1);
        areToBeTold(List.of(gone, fits));

        await().untilAsserted(() -> assertThat(told()).containsExactly(fits));
        await().untilAsserted(() -> assertThat(
                        jdbc.sql("select count(*) from policy_push where policy_id = ? and enterprise_id = ?")
                                .params(policy, gone)
                                .query(Long.class)
                                .single())
                .isZero());
    }

    @Test
    void who_does_not_want_it_or_switched_recommendations_off_is_told_nothing() {
        UUID silent = enterprise(20);
        UUID general = enterprise(20);
        UUID fits = enterprise(20);
        choose(silent, "/api/match/my/push", Map.of("wanted", false))
                .expectStatus()
                .isOk();
        choose(general, "/api/match/my/recommendations", Map.of("personalised", false))
                .expectStatus()
                .isOk();

        publish(1, Validity.OPEN, 10, null);
        await().untilAsserted(() -> assertThat(told()).containsExactly(fits));

        assertThat(client.as(administratorOf(silent))
                        .get()
                        .uri("/api/match/my/push")
                        .exchange()
                        .expectBody(JsonNode.class)
                        .returnResult()
                        .getResponseBody()
                        .path("wanted")
                        .asBoolean())
                .isFalse();
        choose(silent, "/api/match/my/push", Map.of("wanted", true))
                .expectStatus()
                .isOk();
        assertThat(standing(officerOfTown).path("open").asInt())
                .as("who wants it again can be told by hand")
                .isEqualTo(1);
        choose(fits, "/api/match/my/push", Map.of()).expectStatus().isBadRequest();
    }

    @Test
    void what_comes_with_the_platform_what_is_old_and_what_has_ended_is_news_to_nobody() {
        UUID fits = enterprise(20);
        publish(1, Validity.OPEN, 10, true);
        judged(1);
        transaction.executeWithoutResult(status -> outbox.publish(
                event(2, Validity.OPEN, 10, null), 2, Instant.now().minus(Duration.ofDays(30))));
        judged(2);
        publish(3, new Validity(null, BusinessTime.today(clock).minusDays(1), true, null, null), 10, null);
        await().until(() -> runs("DROPPED") == 1);
        assertThat(told()).isEmpty();
        push(officerOfTown).expectStatus().isEqualTo(409);

        publish(4, Validity.OPEN, 10, null);
        await().untilAsserted(() -> assertThat(told()).containsExactly(fits));
    }

    @Test
    void one_that_is_not_in_force_yet_is_told_on_its_first_day() {
        UUID fits = enterprise(20);
        publish(1, new Validity(BusinessTime.today(clock).plusDays(2), null, true, null, null), 10, null);
        judged(1);
        assertThat(work.work()).isFalse();
        assertThat(told()).isEmpty();

        clock.forward(Duration.ofDays(2));
        await().untilAsserted(() -> assertThat(told()).containsExactly(fits));
    }

    @Test
    void somebody_of_a_town_tells_by_hand_those_of_the_town_that_were_not_told_and_it_goes_on_record() {
        UUID elsewhere = enterprise(20);
        jdbc.sql("update enterprise set town_code = 'elsewhere' where id = ?")
                .param(elsewhere)
                .update();
        publish(1, Validity.OPEN, 10, true);
        judged(1);
        UUID fits = enterprise(20);
        await().untilAsserted(() ->
                assertThat(standing(officerOfTown).path("open").asInt()).isEqualTo(1));

        push(officerOfTown).expectStatus().isOk();
        await().untilAsserted(() -> {
            assertThat(told()).containsExactly(fits);
            assertThat(standing(officerOfTown).path("told").asInt()).isEqualTo(1);
        });
        assertThat(standing(officerOfTown).path("open").asInt()).isZero();
        push(officerOfTown)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("NOBODY_TO_TELL");
        assertThat(jdbc.sql("""
                                select count(*) from outbox where type = 'audit.ChangeRecorded'
                                  and data ->> 'action' = 'POLICY_PUSHED' and data ->> 'subjectId' = ?""").param(policy.toString()).query(Long.class).single())
                .isEqualTo(1);
        assertThat(standing(department).path("open").asInt())
                .as("the department reaches further")
                .isPositive();
    }

    @Test
    void how_many_a_policy_reaches_is_told_when_it_has_changed_and_to_whom_it_was_pushed(@Autowired PolicyReach reach) {
        enterprise(20);
        publish(1, Validity.OPEN, 10, null);
        await().until(() -> runs("DONE") == 1);
        long pushed = jdbc.sql("select count(*) from policy_push where policy_id = ? and told_at is not null")
                .param(policy)
                .query(Long.class)
                .single();
        await().untilAsserted(() -> {
            reach.count();
            assertThat(reached()).hasSize(1);
        });
        assertThat(told()).hasSize(1);
        assertThat(reached().getFirst().told()).as("others qualify too").isEqualTo(pushed);
        assertThat(reached().getFirst().matched())
                .as("those of other tests too")
                .isPositive();
        reach.count();
        assertThat(reached()).hasSize(1);

        enterprise(20);
        reach.count();
        assertThat(reached()).as("counted today, and nobody was told since").hasSize(1);
        push(officerOfTown).expectStatus().isOk();
        await().untilAsserted(() -> {
            reach.count();
            assertThat(reached()).hasSize(2);
        });
        assertThat(reached().getLast().told()).isEqualTo(pushed + 1);

        LocalDate yesterday = LocalDate.now(BusinessTime.ZONE).minusDays(1);
        publish(2, new Validity(null, yesterday, true, null, null), 10, null);
        await().untilAsserted(() -> {
            reach.count();
            assertThat(reached()).hasSize(3);
        });
        assertThat(reached().getLast().matched()).as("it is over").isNull();
        assertThat(reached().getLast().told()).as("what was told stays").isEqualTo(pushed + 1);
        reach.count();
        assertThat(reached()).hasSize(3);
    }

    private List<PolicyReachCounted> reached() {
        return jdbc
                .sql(
                        "select data::text from outbox where type = 'matching.PolicyReachCounted' and subject = ? order by version")
                .param(policy)
                .query(String.class)
                .list()
                .stream()
                .map(data -> Json.MAPPER.readValue(data, PolicyReachCounted.class))
                .toList();
    }

    @Test
    void who_may_not_neither_sees_nor_pushes() {
        publish(1, Validity.OPEN, 10, true);
        for (CurrentUser somebody : List.of(
                administratorOf(Ids.next()),
                TestUsers.ofDepartment(Ids.next(), "user.enterprise.read"),
                TestUsers.ofDepartment(Ids.next(), "match.reverse.policy"),
                TestUsers.ofBank(Ids.next(), "match.reverse.product"))) {
            push(somebody).expectStatus().isForbidden();
        }
        client.as(department)
                .get()
                .uri("/api/match/reverse/policies/push?code=NONE")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void everybody_is_told_once_by_several_workers_of_which_one_is_killed_in_the_middle() throws Exception {
        List<UUID> all = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            all.add(known(20));
        }
        publish(1, Validity.OPEN, 10, true);
        judged(1);
        CountDownLatch holds = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            // Nobody can tell anything now: who took some waits with them, told and not committed.
            Future<?> other = threads.submit(() -> transaction.executeWithoutResult(status -> {
                jdbc.sql("lock table outbox in share mode").update();
                holds.countDown();
                waitFor(release);
            }));
            holds.await();
            areToBeTold(all);
            Future<?> first = threads.submit(work::work);
            Future<?> second = threads.submit(work::work);
            await().until(() -> killOneThatTells() > 0);
            release.countDown();
            other.get();
            settled(first);
            settled(second);
        }
        await().until(() -> runs("DONE") == 1);
        assertThat(told()).hasSize(600).doesNotHaveDuplicates().containsAll(all);
        assertThat(jdbc.sql("select count(*) from policy_push where policy_id = ? and told_at is not null")
                        .param(policy)
                        .query(Long.class)
                        .single())
                .isEqualTo(600);
    }

    @Test
    void who_waits_to_be_told_of_an_edition_is_told_of_the_next_one_that_takes_its_place() {
        List<UUID> all = List.of(known(20), known(20), known(20));
        publish(2, Validity.OPEN, 10, true);
        judged(2);
        transaction.executeWithoutResult(status -> {
            areToBeTold(all);
            jdbc.sql("""
                            insert into push_run (id, policy_id, version, starts_on, state, asked_by, created_at)
                            values (?, ?, 2, current_date, 'WAITING', ?, now() + interval '1 second')""").params(Ids.next(), policy, Ids.next()).update();
        });

        await().until(() -> runs("DONE") == 2);
        assertThat(told()).containsExactlyInAnyOrderElementsOf(all);
    }

    private void areToBeTold(List<UUID> enterprises) {
        transaction.executeWithoutResult(status -> {
            UUID run = Ids.next();
            jdbc.sql("""
                            insert into push_run (id, policy_id, version, starts_on, state, asked_by, created_at)
                            values (?, ?, 1, current_date, 'TELLING', ?, now())""").params(run, policy, Ids.next()).update();
            jdbc.sql("insert into policy_push (policy_id, enterprise_id, run_id) select ?, e, ? from unnest(?) e")
                    .params(policy, run, enterprises.toArray(UUID[]::new))
                    .update();
        });
    }

    /** As `kill -9` does: the connection is gone, and with it what was not committed. */
    private int killOneThatTells() {
        return jdbc.sql("""
                        select pg_terminate_backend(pid) from (
                          select distinct l.pid from pg_locks l join pg_stat_activity a on a.pid = l.pid
                          where not l.granted and a.query like 'insert into outbox %' limit 1) one""").query((row, number) -> row.getBoolean(1) ? 1 : 0).list().stream()
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

    /** Of the town of this test. */
    private List<UUID> told() {
        return jdbc.sql("""
                        select o.subject from outbox o join enterprise e on e.id = o.subject
                        where o.type = 'matching.PolicyFits' and o.data ->> 'policyId' = ? and e.town_code = ?""")
                .params(policy.toString(), town)
                .query((row, number) -> row.getObject("subject", UUID.class))
                .list();
    }

    private long runs(String state) {
        return jdbc.sql("select count(*) from push_run where policy_id = ? and state = ?")
                .params(policy, state)
                .query(Long.class)
                .single();
    }

    private JsonNode standing(CurrentUser user) {
        return client.as(user)
                .get()
                .uri("/api/match/reverse/policies/push?code=" + code)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    private RestTestClient.ResponseSpec push(CurrentUser user) {
        return client.as(user)
                .post()
                .uri("/api/match/reverse/policies/push")
                .body(Map.of("code", code))
                .exchange();
    }

    private RestTestClient.ResponseSpec choose(UUID enterprise, String route, Map<String, Object> what) {
        return client.as(administratorOf(enterprise))
                .put()
                .uri(route)
                .body(what)
                .exchange();
    }

    /** @param employees whom it says it has */
    private UUID enterprise(int employees) {
        UUID id = known(employees);
        choose(id, "/api/match/my/profile/facts", Map.of("facts", Map.of("employees", employees)))
                .expectStatus()
                .isOk();
        await().until(() -> !jdbc.sql("select exists (select from standing_mark where enterprise_id = ?)")
                .param(id)
                .query(Boolean.class)
                .single());
        return id;
    }

    private UUID known(int employees) {
        UUID id = Ids.next();
        jdbc.sql("insert into enterprise (id, uscc, name, town_code, version) values (?, ?, '甲公司', ?, 0)")
                .params(id, id.toString(), town)
                .update();
        jdbc.sql(
                        "insert into fact (enterprise_id, name, source, value, as_of) values (?, 'employees', 'SELF', ?::jsonb, current_date)")
                .params(id, Integer.toString(employees))
                .update();
        return id;
    }

    private void publish(int edition, Validity validity, int employees, @Nullable Boolean comesWithPlatform) {
        tell(event(edition, validity, employees, comesWithPlatform), edition);
    }

    private void judged(int edition) {
        await().until(() ->
                jdbc.sql("""
                        select exists (select from library_entry e join standing_rule r on r.subject_id = e.subject_id
                          where e.subject_id = ? and e.version = ? and r.judged >= e.revision)""").params(policy, edition).query(Boolean.class).single());
    }

    private PolicyPublished event(int edition, Validity validity, int employees, @Nullable Boolean comesWithPlatform) {
        PolicyRule like = Published.rule(code, List.of());
        PolicyPublished published = Published.policy(policy, code, true);
        return new PolicyPublished(
                policy,
                code,
                edition,
                published.title(),
                published.docNumber(),
                published.issuer(),
                published.level(),
                published.category(),
                null,
                null,
                null,
                published.benefit(),
                published.confidence(),
                null,
                new PolicyRule(
                        code,
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
                        new AllOf(null, null, List.of(Comparison.of("employees", Operator.AT_LEAST, employees))),
                        List.of()),
                comesWithPlatform,
                null,
                Instant.now());
    }
}
