package cn.zhengqi.auth.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhengqi.auth.AuthPermissions;
import cn.zhengqi.auth.AuthServiceTest;
import cn.zhengqi.auth.TellsThisMachine;
import cn.zhengqi.auth.api.OpenApiKeyExpiring;
import cn.zhengqi.auth.outside.OutsideCalls;
import cn.zhengqi.code.api.CodeVoided;
import cn.zhengqi.code.api.ConsentCategory;
import cn.zhengqi.code.api.ConsentChanged;
import cn.zhengqi.code.api.ReceiverKind;
import cn.zhengqi.data.encryption.DataProtection;
import cn.zhengqi.events.EventHandler;
import cn.zhengqi.events.EventMetadata;
import cn.zhengqi.finance.api.LoanApplicationRefused;
import cn.zhengqi.finance.api.LoanApplicationSubmitted;
import cn.zhengqi.finance.api.LoanApplicationWithdrawn;
import cn.zhengqi.finance.api.LoanKind;
import cn.zhengqi.finance.api.LoanMaterialSupplied;
import cn.zhengqi.finance.api.LoanParties;
import cn.zhengqi.kernel.Channel;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.testing.Repository;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.web.CurrentUser;
import com.sun.net.httpserver.HttpServer;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A system is told, by a real request to a real receiver. */
@TellsThisMachine
class WebhooksTest extends AuthServiceTest {

    private static final AtomicLong PHONES = new AtomicLong(13480000000L);
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    private ServiceClient client;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataProtection protection;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private EventHandler<LoanApplicationSubmitted> submittedWebhooks;

    @Autowired
    private EventHandler<LoanApplicationRefused> refusedWebhooks;

    @Autowired
    private EventHandler<LoanMaterialSupplied> suppliedWebhooks;

    @Autowired
    private EventHandler<LoanApplicationWithdrawn> takenBackWebhooks;

    @Autowired
    private EventHandler<ConsentChanged> withdrawnWebhooks;

    @Autowired
    private EventHandler<CodeVoided> voidedWebhooks;

    @Autowired
    private EventHandler<OpenApiKeyExpiring> expiringWebhooks;

    private final UUID bank = Ids.next();
    private final CurrentUser officer = TestUsers.ofBank(bank, "self", AuthPermissions.OWN_KEYS);
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger answer = new AtomicInteger(204);

    private final CountDownLatch released = new CountDownLatch(1);

    private HttpServer receiver;
    private String url;
    private UUID key;

    private record Received(String id, String timestamp, String signatures, String body) {

        JsonNode json() {
            return JSON.readTree(body);
        }
    }

    @BeforeEach
    void a_bank_has_a_key_and_a_receiver() throws Exception {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            var headers = exchange.getRequestHeaders();
            received.add(new Received(
                    headers.getFirst("webhook-id"),
                    headers.getFirst("webhook-timestamp"),
                    headers.getFirst("webhook-signature"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            String path = exchange.getRequestURI().getPath();
            if (path.equals("/hangs")) {
                untilReleased();
            }
            if (path.equals("/moved")) {
                exchange.getResponseHeaders().add("Location", "/elsewhere");
                exchange.sendResponseHeaders(302, -1);
            } else {
                exchange.sendResponseHeaders(answer.get(), -1);
            }
            exchange.close();
        });
        receiver.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        receiver.start();
        url = "http://127.0.0.1:" + receiver.getAddress().getPort();
        String phone = Long.toString(PHONES.incrementAndGet());
        jdbc.sql("""
                        insert into account (id, user_type, phone, phone_index, display_name, password_hash, channel, registered_at)
                        values (?, 'BANK', ?, ?, '测试客户经理', '{noop}x', 'PC', now())""")
                .params(officer.accountId(), sealedPhone(phone), indexOf(phone))
                .update();
        key = aKey("LIVE", bank);
    }

    @AfterEach
    void stop() {
        released.countDown();
        receiver.stop(0);
    }

    @Test
    void a_test_event_arrives_signed_after_the_standard() throws Exception {
        String secret = register(url).path("secret").asString();
        assertThat(secret).startsWith("whsec_");

        post("/test", Map.of()).expectStatus().isAccepted();
        await().until(() -> !received.isEmpty());

        Received it = received.getFirst();
        assertThat(it.id()).startsWith("msg_");
        assertThat(Long.parseLong(it.timestamp()))
                .isBetween(Instant.now().getEpochSecond() - 60, Instant.now().getEpochSecond() + 5);
        assertThat(it.signatures()).isEqualTo(signature(secret, it));
        assertThat(it.json().path("type").asString()).isEqualTo("webhook.test");
        await().untilAsserted(
                        () -> assertThat(first().path("status").asString()).isEqualTo("DELIVERED"));
        assertThat(first().path("lastStatus").asInt()).isEqualTo(204);
        assertThat(first().path("lastMillis").asInt()).isBetween(0, 15_000);
    }

    @Test
    void the_banks_own_facts_are_told_once_and_no_others() {
        register(url);
        LoanApplicationSubmitted ours = submitted(bank);
        EventMetadata meta = meta(ours.parties().applicationId());
        submittedWebhooks.handle(submitted(Ids.next()), meta(Ids.next()));
        submittedWebhooks.handle(ours, meta);
        submittedWebhooks.handle(ours, meta);
        refusedWebhooks.handle(
                new LoanApplicationRefused(ours.parties(), "OTHER", "其他原因", "其他", Instant.now()),
                meta(ours.parties().applicationId()));

        await().until(() -> received.size() == 2);
        assertThat(received)
                .extracting(it -> it.json().path("type").asString())
                .containsExactlyInAnyOrder("application.submitted", "application.decided");
        assertThat(received)
                .allSatisfy(it -> assertThat(
                                it.json().path("data").path("applicationId").asString())
                        .isEqualTo(ours.parties().applicationId().toString()));
        assertThat(total("")).isEqualTo(2);
    }

    @Test
    void a_head_office_is_told_what_comes_to_its_branches_and_a_branch_not_what_comes_to_another() {
        register(url);
        UUID branch = Ids.next();
        standsBetween(branch, Set.of(bank), Set.of());
        UUID above = Ids.next();
        standsBetween(above, Set.of(), Set.of(bank));

        submittedWebhooks.handle(submitted(above), meta(Ids.next()));
        submittedWebhooks.handle(submitted(branch), meta(Ids.next()));

        await().until(() -> received.size() == 1);
        assertThat(total("")).isEqualTo(1);
    }

    @Test
    void what_an_enterprise_supplies_or_takes_back_is_told_also_to_the_branch_where_it_lies() {
        register(url);
        UUID head = Ids.next();
        LoanParties parties = new LoanParties(
                Ids.next(), "RZ1", Ids.next(), "产品", head, "测试银行", Ids.next(), "某企业", Ids.next(), false, bank, null);

        suppliedWebhooks.handle(new LoanMaterialSupplied(parties, Instant.now()), meta(parties.applicationId()));
        takenBackWebhooks.handle(new LoanApplicationWithdrawn(parties, Instant.now()), meta(parties.applicationId()));

        await().until(() -> received.size() == 2);
        assertThat(received)
                .extracting(it -> it.json().path("type").asString())
                .containsExactlyInAnyOrder("application.supplied", "application.withdrawn");
        assertThat(total("")).isEqualTo(2);
    }

    @Test
    void whoever_had_a_consent_is_told_that_a_code_is_void_so_that_they_drop_what_they_keep() {
        register(url);
        UUID enterprise = Ids.next();
        voidedWebhooks.handle(voided(enterprise, Set.of(Ids.next()), false), meta(enterprise));
        voidedWebhooks.handle(voided(enterprise, Set.of(Ids.next(), bank), false), meta(enterprise));

        await().until(() -> received.size() == 1);
        JsonNode told = received.getFirst().json();
        assertThat(told.path("type").asString()).isEqualTo("code.revoked");
        assertThat(told.path("data").path("enterpriseId").asString()).isEqualTo(enterprise.toString());
        assertThat(told.path("data").path("cause").asString()).isEqualTo("FROZEN");
        assertThat(total("")).isEqualTo(1);
    }

    @Test
    void the_sandbox_is_told_of_the_demo_and_of_no_real_enterprise() {
        key = aKey("SANDBOX", bank);
        register(url);
        UUID enterprise = Ids.next();
        submittedWebhooks.handle(submitted(bank, false), meta(Ids.next()));
        voidedWebhooks.handle(voided(enterprise, Set.of(bank), false), meta(enterprise));
        withdrawnWebhooks.handle(consent(enterprise, bank, false), meta(enterprise));
        assertThat(total("")).as("nothing of real ones").isZero();

        submittedWebhooks.handle(submitted(bank, true), meta(Ids.next()));
        voidedWebhooks.handle(voided(enterprise, Set.of(bank), true), meta(enterprise));
        withdrawnWebhooks.handle(
                new ConsentChanged(
                        enterprise,
                        ConsentCategory.BASIC,
                        ReceiverKind.BANK,
                        bank,
                        false,
                        null,
                        true,
                        null,
                        null,
                        Instant.now()),
                meta(enterprise));

        await().until(() -> received.size() == 3);
        assertThat(received)
                .extracting(it -> it.json().path("type").asString())
                .containsExactlyInAnyOrder("application.submitted", "code.revoked", "consent.withdrawn");
    }

    @Test
    void who_looks_after_keys_after_the_applicant_sets_the_webhook_too() {
        register(url);
        CurrentUser next = TestUsers.ofBank(bank, "self", AuthPermissions.OWN_KEYS);

        ask(next, HttpMethod.GET, "", null).expectStatus().isOk();
    }

    @Test
    void a_withdrawal_is_told_to_whom_the_consent_was_given_and_the_end_of_a_key_to_its_owner() {
        register(url);
        UUID enterprise = Ids.next();
        withdrawnWebhooks.handle(consent(enterprise, bank, true), meta(enterprise));
        withdrawnWebhooks.handle(consent(enterprise, Ids.next(), false), meta(enterprise));
        withdrawnWebhooks.handle(consent(enterprise, bank, false), meta(enterprise));
        expiringWebhooks.handle(
                new OpenApiKeyExpiring(key, "zqk_x", "信贷系统", officer.accountId(), null, bank, Instant.now()),
                meta(key));
        expiringWebhooks.handle(
                new OpenApiKeyExpiring(Ids.next(), "zqk_y", "别的", officer.accountId(), null, bank, Instant.now()),
                meta(key));

        await().until(() -> received.size() == 2);
        assertThat(received)
                .extracting(it -> it.json().path("type").asString())
                .containsExactlyInAnyOrder("consent.withdrawn", "api_key.expiring");
        assertThat(total("")).isEqualTo(2);
    }

    @Test
    void the_sandbox_is_told_nothing_of_enterprises() {
        key = aKey("SANDBOX", bank);
        register(url);
        submittedWebhooks.handle(submitted(bank), meta(Ids.next()));
        post("/test", Map.of()).expectStatus().isAccepted();

        await().until(() -> !received.isEmpty());
        assertThat(total("")).as("the test alone").isEqualTo(1);
    }

    @Test
    void what_fails_is_tried_again_later_and_what_fails_for_a_day_is_dead_and_can_be_sent_anew() {
        register(url);
        answer.set(500);
        post("/test", Map.of()).expectStatus().isAccepted();
        await().untilAsserted(
                        () -> assertThat(first().path("lastStatus").asInt()).isEqualTo(500));
        assertThat(first().path("status").asString()).isEqualTo("PENDING");
        assertThat(OffsetDateTime.parse(first().path("nextTryAt").asString()))
                .isAfter(OffsetDateTime.parse(first().path("lastTriedAt").asString()));
        String id = received.getFirst().id();

        jdbc.sql(
                        "update webhook_delivery set next_try_at = now(), give_up_at = now() where webhook = (select id from webhook where key = ?)")
                .param(key)
                .update();
        await().untilAsserted(
                        () -> assertThat(first().path("status").asString()).isEqualTo("DEAD"));
        assertThat(received).hasSize(2);

        answer.set(200);
        post("/deliveries/" + first().path("id").asString() + "/resend", Map.of())
                .expectStatus()
                .isAccepted();
        await().untilAsserted(
                        () -> assertThat(first().path("status").asString()).isEqualTo("DELIVERED"));
        assertThat(received).as("the same message").extracting(Received::id).containsOnly(id);
        assertThat(total("?status=DEAD")).isZero();
    }

    @Test
    void a_test_is_sent_ten_times_an_hour_and_what_was_sent_sixty_times_anew() {
        register(url);
        for (int sent = 0; sent < 10; sent++) {
            post("/test", Map.of()).expectStatus().isAccepted();
        }
        ResponseSpec eleventh = post("/test", Map.of());
        eleventh.expectHeader().exists("Retry-After");
        refused(eleventh, 429, "WEBHOOK_SENDS_USED_UP");
        await().untilAsserted(() -> assertThat(total("?status=DELIVERED")).isEqualTo(10));

        String resend = "/deliveries/" + first().path("id").asString() + "/resend";
        jdbc.sql("""
                        insert into webhook_asked (id, webhook, kind, at)
                        select gen_random_uuid(), w.id, 'RESEND', now() - interval '59 minutes' from webhook w, generate_series(1, 60)
                        where w.key = ?""").param(key).update();
        refused(post(resend, Map.of()), 429, "WEBHOOK_SENDS_USED_UP");

        jdbc.sql(
                        "update webhook_asked set at = at - interval '1 hour' where webhook = (select id from webhook where key = ?)")
                .param(key)
                .update();
        post(resend, Map.of()).expectStatus().isAccepted();
        post("/test", Map.of()).expectStatus().isAccepted();
    }

    @Test
    void a_receiver_that_does_not_answer_holds_a_few_places_and_another_is_told_meanwhile() {
        register(url + "/hangs");
        UUID hanging = key;
        for (int message = 0; message < 2 * OutsideCalls.MOST_AT_ONCE; message++) {
            submittedWebhooks.handle(submitted(bank), meta(Ids.next()));
        }
        await().until(() -> received.size() == Deliveries.MOST_TO_ONE);

        key = aKey("SANDBOX", bank);
        register(url);
        post("/test", Map.of()).expectStatus().isAccepted();

        await().until(() -> received.stream()
                .anyMatch(it -> it.json().path("type").asString().equals("webhook.test")));
        assertThat(received).as("no more of the first one").hasSize(Deliveries.MOST_TO_ONE + 1);
        assertThat(tried(hanging)).as("none of which has come to an end").isZero();

        released.countDown();
        await().until(() -> received.size() == 2 * OutsideCalls.MOST_AT_ONCE + 1);
    }

    @Test
    void a_message_of_a_key_that_was_revoked_a_moment_ago_is_not_claimed_any_more() {
        register(url);
        String due = """
                with gone as (update openapi_key set status = 'REVOKED' where id = :key)
                insert into webhook_delivery (id, webhook, event_id, type, payload, status, created_at, next_try_at, give_up_at)
                select gen_random_uuid(), id, gen_random_uuid(), 'webhook.test', '{}', 'PENDING', now(), now(), now() + interval '1 day'
                from webhook where key = :key""";
        jdbc.sql(due).param("key", key).update();

        deliveries.fillPlaces();

        assertThat(jdbc.sql("select tries from webhook_delivery d join webhook w on w.id = d.webhook where w.key = ?")
                        .param(key)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private int tried(UUID ofKey) {
        return jdbc.sql("""
                        select count(*) from webhook_delivery d join webhook w on w.id = d.webhook
                        where w.key = ? and d.last_tried_at is not null""").param(ofKey).query(Integer.class).single();
    }

    private void untilReleased() {
        try {
            released.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_receiver_that_says_gone_is_left_alone_until_it_is_set_anew() {
        register(url);
        answer.set(410);
        post("/test", Map.of()).expectStatus().isAccepted();
        await().untilAsserted(() -> assertThat(webhook().has("disabledAt")).isTrue());
        assertThat(jdbc.sql("""
                                select data::text from outbox where type = 'audit.ChangeRecorded'
                                and data ->> 'action' = 'WEBHOOK_GONE' and data ->> 'subjectId' = ?""").param(key.toString()).query(String.class).list())
                .singleElement()
                .asString()
                .contains("\"kind\": \"SYSTEM\"", "webhookEnabled");
        assertThat(jdbc.sql("select data::text from outbox where type = 'auth.WebhookGone' and subject = ?")
                        .param(key)
                        .query(String.class)
                        .list())
                .as("its owner is told once")
                .singleElement()
                .asString()
                .contains(bank.toString(), "信贷系统");
        assertThat(first().path("status").asString()).isEqualTo("DEAD");
        submittedWebhooks.handle(submitted(bank), meta(Ids.next()));
        assertThat(total("")).isEqualTo(1);
        refused(post("/deliveries/" + first().path("id").asString() + "/resend", Map.of()), 409, "WEBHOOK_DISABLED");

        assertThat(webhook().path("disabledBecause").asString()).isEqualTo("RECEIVER_GONE");
        put(form(url, webhook().path("version").asInt())).expectStatus().isOk();
        assertThat(webhook().has("disabledAt")).isFalse();
    }

    @Test
    void a_paused_webhook_is_sent_nothing_until_it_is_resumed_and_what_waited_says_why_it_did_not_go() {
        register(url);
        answer.set(500);
        post("/test", Map.of()).expectStatus().isAccepted();
        await().untilAsserted(
                        () -> assertThat(first().path("lastStatus").asInt()).isEqualTo(500));

        JsonNode paused =
                body(post("/pause", Map.of("version", 0)).expectStatus().isOk());
        assertThat(paused.path("disabledBecause").asString()).isEqualTo("PAUSED");
        assertThat(first().path("status").asString()).isEqualTo("DEAD");
        assertThat(first().path("endedBecause").asString()).isEqualTo("PAUSED");
        assertThat(first().path("lastStatus").asInt())
                .as("what was last answered stays")
                .isEqualTo(500);
        submittedWebhooks.handle(submitted(bank), meta(Ids.next()));
        assertThat(total("")).isEqualTo(1);
        String resend = "/deliveries/" + first().path("id").asString() + "/resend";
        refused(post(resend, Map.of()), 409, "WEBHOOK_DISABLED");
        refused(post("/test", Map.of()), 409, "WEBHOOK_DISABLED");
        refused(post("/pause", Map.of("version", 1)), 409, "VERSION_CONFLICT");
        put(form(url, 1)).expectStatus().isOk();
        assertThat(webhook().path("disabledBecause").asString())
                .as("who changes a paused one does not resume it")
                .isEqualTo("PAUSED");

        answer.set(204);
        assertThat(body(post("/resume", Map.of("version", 2)).expectStatus().isOk())
                        .has("disabledAt"))
                .isFalse();
        refused(post("/resume", Map.of("version", 3)), 409, "VERSION_CONFLICT");
        post(resend, Map.of()).expectStatus().isAccepted();
        await().untilAsserted(
                        () -> assertThat(first().path("status").asString()).isEqualTo("DELIVERED"));
        assertThat(first().has("endedBecause")).isFalse();
        assertThat(jdbc.sql(
                                "select data ->> 'action' from outbox where type = 'audit.ChangeRecorded' and data ->> 'subjectId' = ?")
                        .param(key.toString())
                        .query(String.class)
                        .list())
                .contains("WEBHOOK_PAUSED", "WEBHOOK_RESUMED");
    }

    @Test
    void what_was_on_its_way_when_its_webhook_was_paused_says_whether_it_arrived() {
        register(url + "/hangs");
        post("/test", Map.of()).expectStatus().isAccepted();
        await().until(() -> !received.isEmpty());
        post("/pause", Map.of("version", 0)).expectStatus().isOk();
        assertThat(first().path("endedBecause").asString()).isEqualTo("PAUSED");

        released.countDown();

        await().untilAsserted(
                        () -> assertThat(first().path("status").asString()).isEqualTo("DELIVERED"));
        assertThat(first().has("endedBecause")).isFalse();
    }

    @Test
    void what_a_former_address_answers_does_not_switch_off_what_was_set_meanwhile() {
        register(url + "/hangs");
        post("/test", Map.of()).expectStatus().isAccepted();
        await().until(() -> !received.isEmpty());
        put(form(url, 0)).expectStatus().isOk();
        answer.set(410);

        released.countDown();

        await().untilAsserted(
                        () -> assertThat(first().path("lastStatus").asInt()).isEqualTo(410));
        assertThat(first().path("endedBecause").asString()).isEqualTo("RECEIVER_GONE");
        assertThat(webhook().has("disabledAt")).isFalse();
    }

    @Test
    void a_webhook_that_is_removed_leaves_its_history_and_no_secret_and_can_be_set_up_anew() throws Exception {
        String former = register(url).path("secret").asString();
        LoanApplicationSubmitted fact = submitted(bank);
        EventMetadata meta = meta(fact.parties().applicationId());
        answer.set(500);
        submittedWebhooks.handle(fact, meta);
        await().untilAsserted(
                        () -> assertThat(first().path("lastStatus").asInt()).isEqualTo(500));
        refused(post("/removal", Map.of("version", 7)), 409, "VERSION_CONFLICT");

        post("/removal", Map.of("version", 0)).expectStatus().isNoContent();
        get("").expectStatus().isNoContent();
        refused(put(form(url, 0)), 409, "VERSION_CONFLICT");
        get("").expectStatus().isNoContent();
        assertThat(first().path("status").asString()).isEqualTo("DEAD");
        assertThat(first().path("endedBecause").asString()).isEqualTo("REMOVED");
        assertThat(jdbc.sql("select secret is null from webhook where key = ?")
                        .param(key)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        refused(post("/deliveries/" + first().path("id").asString() + "/resend", Map.of()), 404, "NOT_FOUND");
        for (String change : List.of("/rotate", "/pause", "/resume", "/removal", "/test")) {
            refused(post(change, Map.of("version", 1, "overlapHours", 0)), 404, "NOT_FOUND");
        }
        assertThat(jdbc.sql(
                                "select data ->> 'action' from outbox where type = 'audit.ChangeRecorded' and data ->> 'subjectId' = ?")
                        .param(key.toString())
                        .query(String.class)
                        .list())
                .contains("WEBHOOK_REMOVED");

        answer.set(204);
        received.clear();
        String secret = register(url).path("secret").asString();
        assertThat(secret).startsWith("whsec_").isNotEqualTo(former);
        submittedWebhooks.handle(fact, meta);
        assertThat(total("")).as("no fact is told twice").isEqualTo(1);
        post("/test", Map.of()).expectStatus().isAccepted();
        await().until(() -> !received.isEmpty());
        assertThat(received.getFirst().signatures()).isEqualTo(signature(secret, received.getFirst()));
    }

    @Test
    void a_redirection_is_not_followed() {
        register(url + "/moved");
        post("/test", Map.of()).expectStatus().isAccepted();

        await().untilAsserted(
                        () -> assertThat(first().path("lastStatus").asInt()).isEqualTo(302));
        assertThat(received).hasSize(1);
        assertThat(first().path("status").asString()).isEqualTo("PENDING");
    }

    @Test
    void while_the_old_secret_counts_a_message_carries_both_signatures() throws Exception {
        String first = register(url).path("secret").asString();
        String second = body(post("/rotate", Map.of("version", 0, "overlapHours", 24))
                        .expectStatus()
                        .isOk())
                .path("secret")
                .asString();
        post("/test", Map.of()).expectStatus().isAccepted();
        await().until(() -> !received.isEmpty());
        Received it = received.getFirst();
        assertThat(it.signatures()).isEqualTo(signature(second, it) + " " + signature(first, it));

        jdbc.sql("update webhook set previous_until = now() - interval '1 second' where key = ?")
                .param(key)
                .update();
        post("/test", Map.of()).expectStatus().isAccepted();
        await().until(() -> received.size() == 2);
        assertThat(received.getLast().signatures()).isEqualTo(signature(second, received.getLast()));
        assertThat(body(get("").expectStatus().isOk()).has("previousUntil")).isFalse();
        refused(post("/rotate", Map.of("version", 0, "overlapHours", 24)), 409, "VERSION_CONFLICT");
    }

    @Test
    void nothing_is_sent_for_a_key_that_was_revoked() {
        register(url);
        jdbc.sql("""
                        insert into webhook_delivery (id, webhook, event_id, type, payload, status, created_at, next_try_at, give_up_at)
                        select gen_random_uuid(), id, gen_random_uuid(), 'webhook.test', '{}', 'PENDING', now(), now() + interval '1 hour', now() + interval '1 day'
                        from webhook where key = ?""").param(key).update();
        jdbc.sql("update openapi_key set status = 'REVOKED' where id = ?")
                .param(key)
                .update();
        jdbc.sql(
                        "update webhook_delivery set next_try_at = now() where webhook = (select id from webhook where key = ?)")
                .param(key)
                .update();

        await().untilAsserted(
                        () -> assertThat(first().path("status").asString()).isEqualTo("DEAD"));
        assertThat(first().path("endedBecause").asString()).isEqualTo("KEY_ENDED");
        assertThat(received).isEmpty();
        refused(post("/test", Map.of()), 409, "WEBHOOK_KEY_UNUSABLE");
        assertThat(webhook().path("url").asString()).isEqualTo(url);
        refused(
                post("/deliveries/" + first().path("id").asString() + "/resend", Map.of()),
                409,
                "WEBHOOK_KEY_UNUSABLE");
        post("/removal", Map.of("version", 0)).expectStatus().isNoContent();
    }

    @Test
    void to_an_address_that_is_not_public_nothing_goes_outside_of_a_test() {
        WebhookSender careful = new WebhookSender(new WebhookProperties(false));
        for (String address : List.of(url, url.replace("127.0.0.1", "localhost"))) {
            assertThat(careful.send(URI.create(address), "msg_x", 0, "v1,x", "{}")
                            .problem())
                    .isEqualTo("ADDRESS_NOT_PUBLIC");
        }
        assertThat(received).isEmpty();
    }

    @Test
    void an_answer_without_end_is_not_read() throws Exception {
        receiver.createContext("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var out = exchange.getResponseBody()) {
                byte[] block = new byte[64 * 1024];
                while (true) {
                    out.write(block);
                }
            }
        });
        WebhookSender sender = new WebhookSender(new WebhookProperties(true));

        assertThat(sender.send(URI.create(url + "/endless"), "msg_x", 0, "v1,x", "{}")
                        .isDelivered())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.cn/x",
                "https://user:pass@example.cn/x",
                "https://",
                "example.cn",
                "https://example.cn/#x",
                "http://example.cn/x",
                "http://10.0.0.5/",
                "https://10.0.0.5/",
                "https://169.254.169.254/latest",
                "https://[fd00::1]/"
            })
    void what_is_no_address_for_webhooks_is_refused(String wrong) {
        refused(put(form(wrong, null)), 400, "VALIDATION_FAILED");
    }

    @Test
    void an_event_that_the_key_may_not_see_is_not_offered_and_not_given() {
        jdbc.sql("update openapi_key set scopes = '{loans.read}' where id = ?")
                .param(key)
                .update();

        assertThat(body(get("/events").expectStatus().isOk()).toString())
                .contains("consent.withdrawn")
                .doesNotContain("application.submitted");
        refused(put(form(url, null)), 400, "VALIDATION_FAILED");
    }

    @Test
    void a_stranger_finds_nothing_of_it() {
        register(url);
        post("/test", Map.of()).expectStatus().isAccepted();
        await().until(() -> !received.isEmpty());
        String delivery = first().path("id").asString();
        CurrentUser stranger = TestUsers.ofBank(Ids.next(), "self", AuthPermissions.OWN_KEYS);

        for (String read : List.of("", "/events", "/deliveries")) {
            refused(ask(stranger, HttpMethod.GET, read, null), 404, "NOT_FOUND");
        }
        refused(ask(stranger, HttpMethod.PUT, "", form(url, 0)), 404, "NOT_FOUND");
        for (String change :
                List.of("/rotate", "/pause", "/resume", "/removal", "/test", "/deliveries/" + delivery + "/resend")) {
            refused(ask(stranger, HttpMethod.POST, change, Map.of("version", 0, "overlapHours", 0)), 404, "NOT_FOUND");
        }
        refused(post("/deliveries/" + Ids.next() + "/resend", Map.of()), 404, "NOT_FOUND");
    }

    @Test
    void no_secret_lies_readable_in_the_database_nor_in_the_record_of_changes() {
        String secret = register(url).path("secret").asString();

        assertThat(webhook().toString()).doesNotContain(secret);
        assertThat(jdbc.sql("select encode(secret, 'base64') from webhook where key = ?")
                        .param(key)
                        .query(String.class)
                        .single())
                .doesNotContain(secret.substring("whsec_".length()));
        assertThat(jdbc.sql("select data::text from outbox where data ->> 'subjectId' = ?")
                        .param(key.toString())
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .contains("设置事件回调")
                .doesNotContain(secret);
    }

    @Test
    void the_examples_of_the_guide_verify_what_is_sent() throws Exception {
        String secret = register(url).path("secret").asString();
        post("/test", Map.of()).expectStatus().isAccepted();
        await().until(() -> !received.isEmpty());
        Received it = received.getFirst();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();

        for (List<String> command : List.of(
                List.of(
                        java,
                        Repository.file("docs/openapi/WebhookVerifier.java").toString()),
                List.of(
                        "python3",
                        Repository.file("docs/openapi/webhook_verifier.py").toString()))) {
            assertThat(verified(command, secret, it, it.body()))
                    .as("%s", command)
                    .isZero();
            assertThat(verified(command, secret, it, it.body() + " "))
                    .as("%s", command)
                    .isEqualTo(1);
        }
    }

    private static int verified(List<String> command, String secret, Received it, String body) throws Exception {
        List<String> whole = new ArrayList<>(command);
        whole.addAll(List.of(it.id(), it.timestamp(), it.signatures()));
        ProcessBuilder process = new ProcessBuilder(whole)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        process.environment().put("ZHENGQI_WEBHOOK_SECRET", secret);
        process.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        Process running = process.start();
        try (var in = running.getOutputStream()) {
            in.write(body.getBytes(StandardCharsets.UTF_8));
        }
        return running.waitFor();
    }

    /** After Standard Webhooks. */
    private static String signature(String secret, Received it) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        return "v1,"
                + Base64.getEncoder()
                        .encodeToString(mac.doFinal(
                                (it.id() + "." + it.timestamp() + "." + it.body()).getBytes(StandardCharsets.UTF_8)));
    }

    private UUID aKey(String environment, UUID owner) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into openapi_key (id, key_id, status, environment, owner_kind, owner_id, owner_name, applicant_id,
                          applicant_name, system_name, purpose, contact_name, contact_phone, scopes, addresses, per_minute, per_day,
                          applied_at, expires_at, secret)
                        values (?, ?, 'ACTIVE', ?, 'INSTITUTION', ?, '测试银行', ?, '测试客户经理', '信贷系统', '用途', '张三', ?,
                          '{applications.handle}', '{203.0.113.9}', 1, 1, now(), now() + interval '1 year', 'x')""")
                .params(
                        id,
                        "zqk_" + id,
                        environment,
                        owner,
                        officer.accountId(),
                        protection.column("openapi_key", "contact_phone").seal("023-66223344"))
                .update();
        return id;
    }

    private JsonNode register(String receiverUrl) {
        return body(put(form(receiverUrl, null)).expectStatus().isOk());
    }

    private static Map<String, Object> form(String receiverUrl, @Nullable Integer version) {
        List<String> events =
                Arrays.stream(WebhookEvent.values()).map(Enum::name).toList();
        return version == null
                ? Map.of("url", receiverUrl, "events", events)
                : Map.of("url", receiverUrl, "events", events, "version", version);
    }

    private JsonNode webhook() {
        return body(get("").expectStatus().isOk());
    }

    private JsonNode first() {
        return body(get("/deliveries").expectStatus().isOk()).path("items").path(0);
    }

    private int total(String query) {
        return body(get("/deliveries" + query).expectStatus().isOk())
                .path("total")
                .asInt();
    }

    private ResponseSpec get(String path) {
        return ask(officer, HttpMethod.GET, path, null);
    }

    private ResponseSpec put(Object form) {
        return ask(officer, HttpMethod.PUT, "", form);
    }

    private ResponseSpec post(String path, Object body) {
        return ask(officer, HttpMethod.POST, path, body);
    }

    private ResponseSpec ask(CurrentUser who, HttpMethod method, String path, @Nullable Object body) {
        RestTestClient.RequestBodySpec request =
                client.as(who).method(method).uri("/api/auth/openapi/my/keys/" + key + "/webhook" + path);
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(body);
        }
        return request.exchange();
    }

    private static JsonNode body(ResponseSpec response) {
        return JSON.readTree(response.expectBody(String.class).returnResult().getResponseBody());
    }

    private static void refused(ResponseSpec response, int status, String code) {
        response.expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code);
    }

    private static LoanApplicationSubmitted submitted(UUID toBank) {
        return submitted(toBank, false);
    }

    private static LoanApplicationSubmitted submitted(UUID toBank, boolean demo) {
        return new LoanApplicationSubmitted(
                new LoanParties(
                        Ids.next(), "RZ1", Ids.next(), "产品", toBank, "测试银行", Ids.next(), "某企业", Ids.next(), demo),
                "CREDIT",
                null,
                BigDecimal.TEN,
                LoanKind.FIRST,
                Channel.PC,
                Instant.now(),
                null,
                null);
    }

    private static CodeVoided voided(UUID enterprise, Set<UUID> receivers, boolean demo) {
        return new CodeVoided(
                Ids.next(), enterprise, "QY00000001", CodeVoided.Cause.FROZEN, receivers, demo, Instant.now());
    }

    private static ConsentChanged consent(UUID enterprise, UUID receiver, boolean granted) {
        return new ConsentChanged(
                enterprise,
                ConsentCategory.BASIC,
                ReceiverKind.BANK,
                receiver,
                granted,
                null,
                false,
                null,
                null,
                Instant.now());
    }

    private static EventMetadata meta(UUID subject) {
        return new EventMetadata(Ids.next(), "x", subject, 1, Instant.now());
    }
}
