package cn.zhengqi.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhengqi.data.idempotency.IdempotencyKeys;
import cn.zhengqi.data.sample.NoteController;
import cn.zhengqi.data.sample.NoteServiceApplication;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.permission.FieldRule;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.ServiceTest;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.web.CurrentUser;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.EntityExchangeResult;

@ServiceTest(classes = NoteServiceApplication.class)
class IdempotencyTest {

    @Autowired
    ServiceClient client;

    @Autowired
    IdempotencyKeys keys;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RoutingDataSource dataSource;

    private final UUID enterprise = Ids.next();
    private final CurrentUser user = TestUsers.ofEnterprise(enterprise, "note.write");
    private final String key = Ids.next().toString();

    @Test
    void a_repeated_request_gets_the_first_answer_and_has_no_second_effect() {
        var first = post(user, key, "{\"title\":\"甲\",\"amount\":5}");
        var second = post(user, key, "{\"title\":\"甲\",\"amount\":5}");

        assertThat(first.getStatus().value()).isEqualTo(201);
        assertThat(second.getStatus().value()).isEqualTo(201);
        assertThat(second.getResponseBody()).isEqualTo(first.getResponseBody());
        assertThat(second.getResponseHeaders().getLocation())
                .isEqualTo(first.getResponseHeaders().getLocation());
        assertThat(second.getResponseHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_JSON);
        assertThat(second.getResponseHeaders().getFirst("Idempotency-Replayed")).isEqualTo("true");
        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void what_was_answered_can_be_read_by_nobody_who_looks_into_the_table() {
        var first = post(user, key, "{\"title\":\"甲\",\"amount\":5}");

        String id = String.valueOf(first.getResponseHeaders().getLocation()).substring("/api/notes/".length());
        assertThat(first.getResponseBody()).contains(id);
        assertThat(jdbc.sql("select body from idempotency_key where idempotency_key = ?")
                        .param(key)
                        .query(String.class)
                        .single())
                .startsWith("sm4:1:")
                .doesNotContain(id);
    }

    @Test
    void the_same_key_with_another_body_is_refused() {
        post(user, key, "{\"title\":\"甲\",\"amount\":5}");

        var other = post(user, key, "{\"title\":\"乙\",\"amount\":5}");

        assertThat(other.getStatus().value()).isEqualTo(422);
        assertThat(other.getResponseBody()).contains("IDEMPOTENCY_KEY_REUSED");
        assertThat(other.getResponseHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void a_key_belongs_to_the_account_that_used_it() {
        var mine = post(user, key, "{\"title\":\"甲\",\"amount\":5}");
        var colleagues = post(TestUsers.ofEnterprise(enterprise, "note.write"), key, "{\"title\":\"甲\",\"amount\":5}");

        assertThat(colleagues.getStatus().value()).isEqualTo(201);
        assertThat(colleagues.getResponseBody()).isNotEqualTo(mine.getResponseBody());
    }

    @Test
    void a_person_who_acts_for_another_enterprise_is_not_given_the_first_ones_answer() {
        var first = post(user, key, "{\"title\":\"甲\",\"amount\":5}");
        UUID another = Ids.next();
        CurrentUser switched = new CurrentUser(
                user.accountId(),
                user.name(),
                user.userType(),
                another,
                "另一家企业",
                user.institutionId(),
                user.institutionName(),
                user.roles(),
                user.permissions());

        var second = post(switched, key, "{\"title\":\"甲\",\"amount\":5}");

        assertThat(second.getStatus().value()).isEqualTo(201);
        assertThat(second.getResponseBody()).isNotEqualTo(first.getResponseBody());
    }

    @Test
    void who_may_no_longer_do_it_is_not_told_again_what_was_answered() {
        post(user, key, "{\"title\":\"甲\",\"amount\":5}");
        CurrentUser withoutTheRole = new CurrentUser(
                user.accountId(),
                user.name(),
                user.userType(),
                user.enterpriseId(),
                user.enterpriseName(),
                user.institutionId(),
                user.institutionName(),
                Set.of(),
                Set.of());

        var again = post(withoutTheRole, key, "{\"title\":\"甲\",\"amount\":5}");

        assertThat(again.getStatus().value()).isEqualTo(403);
        assertThat(again.getResponseBody()).contains("FORBIDDEN").doesNotContain("\"id\"");
    }

    @Test
    void who_sees_or_reaches_less_by_now_is_not_told_again_what_was_answered_and_nothing_is_done_twice() {
        post(user, key, "{\"title\":\"甲\",\"amount\":5}");

        var again = post(user.seeing(Map.of("note.title", FieldRule.HIDDEN)), key, "{\"title\":\"甲\",\"amount\":5}");

        assertThat(again.getStatus().value()).isEqualTo(409);
        assertThat(again.getResponseBody()).contains("ANSWER_NOT_REPEATED").doesNotContain("\"id\"");
        assertThat(notes()).isEqualTo(1);
        assertThat(post(user, key, "{\"title\":\"甲\",\"amount\":5}").getStatus().value())
                .as("to who stands as then it is told")
                .isEqualTo(201);
    }

    @Test
    void an_answer_that_shows_what_may_be_taken_back_is_repeated_for_a_minute_alone() {
        var first = post("/api/notes/fleeting", user, key, "{\"title\":\"甲\",\"amount\":5}");
        var atOnce = post("/api/notes/fleeting", user, key, "{\"title\":\"甲\",\"amount\":5}");
        jdbc.sql("update idempotency_key set created_at = created_at - interval '62 s' where idempotency_key = ?")
                .param(key)
                .update();

        var later = post("/api/notes/fleeting", user, key, "{\"title\":\"甲\",\"amount\":5}");

        assertThat(atOnce.getResponseBody()).isEqualTo(first.getResponseBody());
        assertThat(later.getStatus().value()).isEqualTo(409);
        assertThat(later.getResponseBody()).contains("ANSWER_NOT_REPEATED").doesNotContain("\"id\"");
        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void a_refused_request_leaves_nothing_behind_and_may_be_corrected_under_the_same_key() {
        var refused = post(user, key, "{\"title\":\"甲\",\"amount\":-5}");
        assertThat(refused.getStatus().value()).isEqualTo(400);
        assertThat(notes()).isZero();

        var corrected = post(user, key, "{\"title\":\"甲\",\"amount\":5}");

        assertThat(corrected.getStatus().value()).isEqualTo(201);
        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void what_the_database_refuses_only_at_the_commit_is_a_problem_too() {
        var refused = post(user, key, "{\"title\":\"最后才拒绝\",\"amount\":5}");

        assertThat(refused.getStatus().value()).isEqualTo(409);
        assertThat(refused.getResponseHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(refused.getResponseHeaders().getLocation()).isNull();
        assertThat(refused.getResponseBody()).contains("\"code\":\"CONFLICT\"");
        assertThat(notes()).isZero();
        assertThat(post(user, key, "{\"title\":\"乙\",\"amount\":5}").getStatus().value())
                .isEqualTo(201);
    }

    @Test
    void what_was_rolled_back_is_not_answered_as_done() {
        var answer = post("/api/notes/careless", user, key, "{\"title\":\"甲\",\"amount\":5}");

        assertThat(answer.getStatus().value()).isEqualTo(500);
        assertThat(answer.getResponseHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer.getResponseBody()).contains("\"code\":\"INTERNAL_ERROR\"");
        assertThat(notes()).isZero();
        assertThat(jdbc.sql("select count(*) from idempotency_key where idempotency_key = ?")
                        .param(key)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_duplicate_that_comes_while_the_first_still_works_waits_for_its_answer() throws Exception {
        NoteController.GATE.drainPermits();
        try (ExecutorService requests = Executors.newFixedThreadPool(2)) {
            List<Future<EntityExchangeResult<String>>> answers = List.of(
                    requests.submit(() -> post(user, key, "{\"title\":\"甲\",\"amount\":5}")),
                    requests.submit(() -> post(user, key, "{\"title\":\"甲\",\"amount\":5}")));
            await().until(() -> NoteController.GATE.hasQueuedThreads() && waitsForTheOther());

            NoteController.GATE.release(1000);

            assertThat(answers.get(0).get().getResponseBody())
                    .isEqualTo(answers.get(1).get().getResponseBody());
            assertThat(answers.get(0).get().getStatus().value()).isEqualTo(201);
            assertThat(notes()).isEqualTo(1);
        } finally {
            NoteController.GATE.release(1000);
        }
    }

    @Test
    void while_a_handler_asks_another_service_no_connection_is_held() {
        List<Integer> busy = new ArrayList<>();
        NoteController.OTHER_SERVICE.set(() -> busy.add(dataSource.busyConnections()));

        var first = post("/api/notes/asking", user, key, "{\"title\":\"甲\",\"amount\":5}");
        var second = post("/api/notes/asking", user, key, "{\"title\":\"甲\",\"amount\":5}");

        assertThat(first.getStatus().value()).isEqualTo(201);
        assertThat(second.getStatus().value()).isEqualTo(201);
        assertThat(second.getResponseBody()).isEqualTo(first.getResponseBody());
        assertThat(second.getResponseHeaders().getFirst("Idempotency-Replayed")).isEqualTo("true");
        assertThat(busy).as("a repeat asks nobody").containsExactly(0);
        assertThat(notes()).isEqualTo(1);
        assertThat(post("/api/notes/asking", user, key, "{\"title\":\"乙\",\"amount\":5}")
                        .getStatus()
                        .value())
                .isEqualTo(422);
    }

    @Test
    void who_was_quicker_while_a_handler_asked_has_the_answer_for_both() {
        AtomicReference<EntityExchangeResult<String>> quicker = new AtomicReference<>();
        NoteController.OTHER_SERVICE.set(() -> {
            NoteController.OTHER_SERVICE.set(() -> {});
            quicker.set(post("/api/notes/asking", user, key, "{\"title\":\"甲\",\"amount\":5}"));
        });

        var slower = post("/api/notes/asking", user, key, "{\"title\":\"甲\",\"amount\":5}");

        assertThat(slower.getStatus().value()).isEqualTo(201);
        assertThat(slower.getResponseBody()).isEqualTo(quicker.get().getResponseBody());
        assertThat(slower.getResponseHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_JSON);
        assertThat(slower.getResponseHeaders().getLocation())
                .isEqualTo(quicker.get().getResponseHeaders().getLocation());
        assertThat(notes()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/notes", "/api/notes/asking"})
    void a_thousand_at_once_have_one_effect_and_one_answer(String route) throws Exception {
        NoteController.OTHER_SERVICE.set(() -> {});
        Set<String> told = new HashSet<>();
        CountDownLatch ready = new CountDownLatch(1000);
        CountDownLatch together = new CountDownLatch(1);
        try (ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<EntityExchangeResult<String>>> answers = new ArrayList<>();
            for (int i = 0; i < 1000; i++) {
                answers.add(requests.submit(() -> {
                    ready.countDown();
                    together.await();
                    return post(route, user, key, "{\"title\":\"甲\",\"amount\":5}");
                }));
            }
            ready.await();
            together.countDown();
            for (Future<EntityExchangeResult<String>> answer : answers) {
                // Not all find a connection while the first works; they may ask again.
                assertThat(answer.get().getStatus().value()).isIn(201, 409, 503);
                if (answer.get().getStatus().value() == 201) {
                    told.add(answer.get().getResponseBody());
                }
            }
        }
        assertThat(told).hasSize(1);
        assertThat(post(route, user, key, "{\"title\":\"甲\",\"amount\":5}").getResponseBody())
                .as("whoever asks again")
                .isIn(told);
        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void a_duplicate_of_what_takes_too_long_is_told_that_it_is_being_done() throws Exception {
        NoteController.GATE.drainPermits();
        try (ExecutorService requests = Executors.newFixedThreadPool(2)) {
            List<Future<EntityExchangeResult<String>>> answers = List.of(
                    requests.submit(() -> post(user, key, "{\"title\":\"甲\",\"amount\":5}")),
                    requests.submit(() -> post(user, key, "{\"title\":\"甲\",\"amount\":5}")));
            await().until(() -> answers.stream().anyMatch(Future::isDone));
            var refused = answers.stream().filter(Future::isDone).findFirst().orElseThrow();

            assertThat(refused.get().getStatus().value()).isEqualTo(409);
            assertThat(refused.get().getResponseBody()).contains("IDEMPOTENCY_KEY_IN_USE");
            NoteController.GATE.release(1000);
            for (var answer : answers) {
                assertThat(answer.get().getStatus().value()).isEqualTo(answer == refused ? 409 : 201);
            }
            assertThat(notes()).isEqualTo(1);
        } finally {
            NoteController.GATE.release(1000);
        }
    }

    @Test
    void a_handler_that_says_yes_without_its_effect_is_found_out() {
        NoteController.OTHER_SERVICE.set(() -> {});

        assertThat(post("/api/notes/asking", user, key, "{\"title\":\"不办\",\"amount\":5}")
                        .getStatus()
                        .value())
                .isEqualTo(500);
        assertThat(post("/api/notes/asking", user, null, "{\"title\":\"甲\",\"amount\":5}")
                        .getStatus()
                        .value())
                .as("without a key it simply runs")
                .isEqualTo(201);
    }

    @Test
    void a_request_without_a_key_is_served_unless_the_route_demands_one() {
        assertThat(post(user, null, "{\"title\":\"甲\",\"amount\":5}")
                        .getStatus()
                        .value())
                .isEqualTo(201);

        client.as(user)
                .post()
                .uri("/api/notes/strict")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"title\":\"甲\",\"amount\":5}")
                .exchange()
                .expectStatus()
                .isEqualTo(428)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("IDEMPOTENCY_KEY_REQUIRED");
    }

    @Test
    void keys_are_forgotten_after_a_week() {
        jdbc.sql("""
                        insert into idempotency_key (idempotency_key, account, route, request_hash, status, created_at)
                        values (?, 'somebody', 'POST /api/notes', '', 201, now() - interval '8 days')""").param(key).update();

        post(user, key, "{\"title\":\"甲\",\"amount\":5}");

        keys.forgetOld();

        assertThat(jdbc.sql("select account from idempotency_key where idempotency_key = ?")
                        .param(key)
                        .query(String.class)
                        .list())
                .containsExactly(user.accountId() + "@" + enterprise);
    }

    /** The body is read for its fingerprint before anybody is asked whether the caller may: no type may make it large. */
    @ParameterizedTest
    @ValueSource(strings = {"multipart/mixed; boundary=x", "multipart/form-data; boundary=x", "application/json"})
    void a_key_makes_no_body_larger_than_the_route_takes(String type) {
        var answer = client.as(user)
                .post()
                .uri("/api/notes")
                .header("Idempotency-Key", key)
                .header("Content-Type", type)
                .body(new ByteArrayResource(new byte[100_000]))
                .exchange()
                .expectBody(String.class)
                .returnResult();

        assertThat(answer.getStatus().value()).isIn(413, 415);
        assertThat(answer.getResponseBody()).containsAnyOf("PAYLOAD_TOO_LARGE", "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void a_key_that_is_too_short_is_refused() {
        assertThat(post(user, "1", "{\"title\":\"甲\",\"amount\":5}").getStatus().value())
                .isEqualTo(400);
    }

    private boolean waitsForTheOther() {
        return jdbc.sql("""
                        select count(*) from pg_stat_activity
                        where wait_event_type = 'Lock' and query like 'insert into idempotency_key%'""").query(Long.class).single() == 1;
    }

    private long notes() {
        return jdbc.sql("select count(*) from note where enterprise_id = ?")
                .param(enterprise)
                .query(Long.class)
                .single();
    }

    private EntityExchangeResult<String> post(CurrentUser who, @Nullable String key, String body) {
        return post("/api/notes", who, key, body);
    }

    private EntityExchangeResult<String> post(String path, CurrentUser who, @Nullable String key, String body) {
        var request = client.as(who).post().uri(path).contentType(MediaType.APPLICATION_JSON);
        if (key != null) {
            request = request.header("Idempotency-Key", key);
        }
        return request.body(body).exchange().expectBody(String.class).returnResult();
    }
}
