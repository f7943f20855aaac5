package cn.zhengqi.gateway.openapi;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhengqi.auth.api.OpenApiKeys;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.testing.Repository;
import cn.zhengqi.testing.TestServers;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** The whole gateway over a real Redis; auth-service and the services are played by a stub. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "zhengqi.public-url=http://localhost",
            "zhengqi.gateway.trusted-proxies=127.0.0.1",
            // A machine that builds may be slow; nothing here is about that.
            "zhengqi.gateway.openapi-key-patience=20s",
            "management.tracing.sampling.probability=0"
        })
class SignedRequestsTest {

    private static final WireMockServer SERVICES =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A client lives for a second: what makes Java quick later is most of what it costs. */
    private static final String BRIEFLY = "-XX:TieredStopAtLevel=1";

    private static final byte[] SECRET = "thirty-two-bytes-that-are-secret".getBytes(StandardCharsets.UTF_8);
    private static final byte[] OLD_SECRET = "thirty-two-bytes-that-were-known".getBytes(StandardCharsets.UTF_8);
    private static final AsymmetricCipherKeyPair PAIR = pair();
    private static final AsymmetricCipherKeyPair OLD_PAIR = pair();
    private static final byte[] NO_SECRET = "thirty-two-bytes-of-someone-else".getBytes(StandardCharsets.UTF_8);

    /** Of this test alone: the gateway remembers for moments what it was told of a key, and Redis its quota. */
    private final String keyId = madeUp();

    private final UUID key = Ids.next();

    private @Nullable Path sm2Key;

    @Value("${local.server.port}")
    private int port;

    @Autowired
    private CallLog calls;

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry registry) {
        SERVICES.start();
        for (String service : List.of(
                "auth-service", "policy-service", "enterprise-code-service", "finance-service", "matching-service")) {
            registry.add("spring.cloud.discovery.client.simple.instances." + service + "[0].uri", SERVICES::baseUrl);
        }
        registry.add("zhengqi.redis.url", () -> TestServers.get().redisUrl());
    }

    @BeforeEach
    void servicesAnswer() {
        SERVICES.resetAll();
        SERVICES.stubFor(any(anyUrl()).atPriority(10).willReturn(okJson("{\"answered\":true}")));
        SERVICES.stubFor(post("/oauth2/token")
                .willReturn(okJson("{\"access_token\":\"of-gateway\",\"token_type\":\"Bearer\",\"expires_in\":600}")));
        SERVICES.stubFor(get(urlPathMatching("/internal/openapi/keys/.*"))
                .atPriority(5)
                .willReturn(okJson("{\"standing\":\"UNKNOWN\",\"key\":null}")));
        SERVICES.stubFor(post("/internal/openapi/calls").willReturn(okJson("")));
        keyIs(100, 1000);
    }

    @AfterAll
    static void stop() {
        SERVICES.stop();
    }

    @Test
    void a_signed_request_goes_on_with_the_token_of_its_key_and_without_its_signature() {
        HttpResponse<String> answer = caller().post("/openapi/v1/codes/verify", "{\"content\":\"ZQ1:x\"}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("RateLimit-Policy"))
                .hasValue("\"minute\";q=100;w=60, \"day\";q=1000;w=86400");
        assertThat(answer.headers().firstValue("RateLimit").orElseThrow())
                .matches("\"minute\";r=99;t=\\d+, \"day\";r=999;t=\\d+");
        SERVICES.verify(postRequestedFor(urlEqualTo("/openapi/v1/codes/verify"))
                .withHeader("Authorization", equalTo("Bearer of-system"))
                .withHeader("Signature", absent())
                .withHeader("Signature-Input", absent())
                .withHeader("Cookie", absent())
                .withHeader("X-Forwarded-For", equalTo("203.0.113.9"))
                .withRequestBody(equalTo("{\"content\":\"ZQ1:x\"}")));
        SERVICES.verify(getRequestedFor(urlEqualTo("/internal/openapi/keys/" + keyId))
                .withHeader("Authorization", equalTo("Bearer of-gateway")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/openapi/v1/applications",
                "/openapi/v1/applications/0199a000-0000-7000-8000-000000000001/approve",
                "/openapi/v1/matches"
            })
    void what_a_bank_and_an_adviser_ask_goes_on_with_its_key_against_repeats(String path) {
        assertThat(caller().post(path, "{}").statusCode()).isEqualTo(200);
        SERVICES.verify(postRequestedFor(urlEqualTo(path)).withHeader("Idempotency-Key", equalTo("once-and-no-more")));
    }

    @Test
    void a_query_is_signed_and_the_target_may_be_signed_as_a_whole() {
        assertThat(caller().get("/openapi/v1/policies", "q=%E7%A8%8E&size=5").statusCode())
                .isEqualTo(200);
        SERVICES.verify(getRequestedFor(urlEqualTo("/openapi/v1/policies?q=%E7%A8%8E&size=5")));

        Caller whole = caller();
        whole.components = new ArrayList<>(List.of("@method", "@target-uri"));
        assertThat(whole.get("/openapi/v1/policies", "size=6").statusCode()).isEqualTo(200);
    }

    @Test
    void a_request_that_is_not_signed_is_told_how_to() throws Exception {
        var answer = java.net.http.HttpClient.newHttpClient()
                .send(
                        java.net.http.HttpRequest.newBuilder(
                                        java.net.URI.create("http://127.0.0.1:" + port + "/openapi/v1/policies"))
                                .header("Accept", "text/html")
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        refused(answer, 401, "SIGNATURE_REQUIRED");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Signature");
        assertThat(answer.headers().firstValue("Accept-Signature").orElseThrow())
                .contains("\"@method\"", "hmac-sha256");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void a_body_that_was_changed_on_its_way_is_noticed() {
        Caller caller = caller();
        caller.sentBody = "{\"content\":\"ZQ1:y\"}";
        refused(caller.post("/openapi/v1/codes/verify", "{\"content\":\"ZQ1:x\"}"), 401, "DIGEST_INVALID");
        SERVICES.verify(0, postRequestedFor(urlEqualTo("/openapi/v1/codes/verify")));
    }

    @Test
    void a_body_that_no_signature_covers_is_not_taken() {
        Caller caller = caller();
        caller.sentBody = "{\"content\":\"ZQ1:y\"}";
        refused(caller.post("/openapi/v1/codes/verify", ""), 401, "SIGNATURE_INVALID");
    }

    @Test
    void a_query_that_was_changed_on_its_way_is_noticed() {
        Caller caller = caller();
        caller.sentQuery = "size=200";
        refused(caller.get("/openapi/v1/policies", "size=5"), 401, "SIGNATURE_INVALID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"@method", "@authority", "@path", "@query"})
    void a_signature_that_covers_too_little_is_none(String left) {
        Caller caller = caller();
        caller.components.remove(left);
        refused(caller.get("/openapi/v1/policies", "size=5"), 401, "SIGNATURE_INVALID");
    }

    @Test
    void another_algorithm_is_not_taken() {
        Caller caller = caller();
        caller.algorithm = "none";
        refused(caller.get("/openapi/v1/policies", null), 401, "SIGNATURE_INVALID");
    }

    @ParameterizedTest
    @ValueSource(longs = {-310, 310})
    void a_request_of_another_time_is_refused(long seconds) {
        Caller caller = caller();
        caller.created += seconds;
        refused(caller.get("/openapi/v1/policies", null), 401, "SIGNATURE_EXPIRED");
    }

    @Test
    void a_request_that_comes_again_is_refused_also_when_both_come_at_once() throws Exception {
        Caller caller = caller();
        List<Callable<Integer>> twenty = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            twenty.add(() -> caller.get("/openapi/v1/policies", null).statusCode());
        }
        List<Integer> answers = new ArrayList<>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> answer : pool.invokeAll(twenty)) {
                answers.add(answer.get());
            }
        }
        assertThat(answers)
                .containsOnlyOnce(200)
                .filteredOn(status -> status == 409)
                .hasSize(19);
        refused(caller.get("/openapi/v1/policies", null), 409, "REQUEST_REPLAYED");
        SERVICES.verify(1, getRequestedFor(urlEqualTo("/openapi/v1/policies")));
    }

    @Test
    void a_nonce_is_not_used_up_by_somebody_who_cannot_sign() {
        Caller stranger = new Caller(port, keyId, NO_SECRET);
        Caller caller = caller();
        stranger.nonce = caller.nonce;
        refused(stranger.get("/openapi/v1/policies", null), 401, "SIGNATURE_INVALID");
        assertThat(caller.get("/openapi/v1/policies", null).statusCode()).isEqualTo(200);
    }

    @Test
    void the_secret_of_before_counts_as_long_as_auth_service_names_it() {
        assertThat(new Caller(port, keyId, OLD_SECRET)
                        .get("/openapi/v1/policies", null)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_key_that_nobody_knows_is_refused_and_what_cannot_be_one_is_not_even_asked_about() {
        refused(
                new Caller(port, "zqk_00000000000000000000", SECRET).get("/openapi/v1/policies", null),
                401,
                "KEY_UNKNOWN");
        refused(new Caller(port, "../../oauth2/jwks", SECRET).get("/openapi/v1/policies", null), 401, "KEY_UNKNOWN");
        SERVICES.verify(1, getRequestedFor(urlPathMatching("/internal/openapi/keys/.*")));
    }

    @Test
    void who_tries_made_up_keys_is_not_heard_for_a_while_and_nobody_else_waits_for_it() {
        HttpResponse<String> answer = madeUpFrom("198.51.100.77");
        // More than sixty: the bucket leaks while it is filled.
        for (int tried = 1; answer.statusCode() == 401 && tried < 300; tried++) {
            answer = madeUpFrom("198.51.100.77");
        }
        refused(answer, 429, "TOO_MANY_REQUESTS");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");

        int asked = SERVICES.findAll(getRequestedFor(urlPathMatching("/internal/openapi/keys/.*")))
                .size();
        assertThat(asked).as("those before, and no more").isBetween(60, 299);
        assertThat(caller().get("/openapi/v1/policies", null).statusCode()).isEqualTo(200);
    }

    @Test
    void a_key_that_nobody_has_is_asked_about_once_in_a_while() {
        String nobodys = madeUp();
        for (int tried = 0; tried < 5; tried++) {
            refused(new Caller(port, nobodys, SECRET).get("/openapi/v1/policies", null), 401, "KEY_UNKNOWN");
        }
        SERVICES.verify(1, getRequestedFor(urlEqualTo("/internal/openapi/keys/" + nobodys)));
    }

    @Test
    void made_up_keys_from_many_addresses_are_asked_about_a_few_at_once_and_a_key_that_is_known_gets_through()
            throws Exception {
        assertThat(caller().get("/openapi/v1/policies", null).statusCode()).isEqualTo(200);
        SERVICES.stubFor(get(urlPathMatching("/internal/openapi/keys/zqk_slow.*"))
                .willReturn(okJson("{\"standing\":\"UNKNOWN\",\"key\":null}").withFixedDelay(9_000)));
        List<Callable<Integer>> many = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Caller stranger = new Caller(port, "zqk_slow" + madeUp().substring(8), NO_SECRET);
            stranger.address = "198.18.0." + i;
            many.add(() -> stranger.get("/openapi/v1/policies", null).statusCode());
        }
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = many.stream().map(pool::submit).toList();
            await().until(() -> answers.stream().filter(Future::isDone).count() == 24);
            assertThat(answers.stream().filter(Future::isDone).map(Future::resultNow))
                    .containsOnly(503);
            SERVICES.resetRequests();
            // Once what was said of it is forgotten, it is asked about again, beside the sixteen that are waited for.
            await().untilAsserted(() -> {
                assertThat(caller().get("/openapi/v1/policies", null).statusCode())
                        .isEqualTo(200);
                SERVICES.verify(getRequestedFor(urlEqualTo("/internal/openapi/keys/" + keyId)));
            });
            assertThat(answers.stream().filter(answer -> !answer.isDone())).hasSize(16);
        }
    }

    @Test
    void whoever_tries_a_key_from_elsewhere_or_without_its_secret_is_in_its_log() {
        Caller elsewhere = caller();
        elsewhere.address = "198.51.100.2";
        refused(elsewhere.get("/openapi/v1/policies", null), 403, "ADDRESS_NOT_ALLOWED");
        refused(new Caller(port, keyId, NO_SECRET).get("/openapi/v1/policies", null), 401, "SIGNATURE_INVALID");

        for (String told : List.of(
                "@.problem == 'ADDRESS_NOT_ALLOWED' && @.status == 403 && @.address == '198.51.100.2'",
                "@.problem == 'SIGNATURE_INVALID' && @.status == 401 && @.address == '203.0.113.9'")) {
            await().untilAsserted(() -> SERVICES.verify(postRequestedFor(urlEqualTo("/internal/openapi/calls"))
                    .withRequestBody(matchingJsonPath("$[?(@.key == '" + key + "' && " + told + ")]"))));
        }
    }

    @Test
    void what_a_service_refuses_and_what_is_too_large_or_was_changed_is_in_the_log_with_its_code() {
        SERVICES.stubFor(post(urlEqualTo("/openapi/v1/codes/verify"))
                .willReturn(aResponse()
                        .withStatus(409)
                        .withHeader("Content-Type", "application/problem+json")
                        .withBody("{\"status\":409,\"code\":\"CODE_USED\",\"detail\":\"动态码已使用\"}")));
        HttpResponse<String> used = caller().post("/openapi/v1/codes/verify", "{\"content\":\"ZQ1:x\"}");
        refused(used, 409, "CODE_USED");
        assertThat(used.body()).contains("动态码已使用");
        refused(caller().post("/openapi/v1/codes/verify", "x".repeat(256 * 1024 + 1)), 413, "PAYLOAD_TOO_LARGE");
        Caller changed = caller();
        changed.sentBody = "{\"content\":\"other\"}";
        refused(changed.post("/openapi/v1/codes/verify", "{\"content\":\"ZQ1:x\"}"), 401, "DIGEST_INVALID");

        for (String told : List.of(
                "@.problem == 'CODE_USED' && @.status == 409",
                "@.problem == 'PAYLOAD_TOO_LARGE' && @.status == 413",
                "@.problem == 'DIGEST_INVALID' && @.status == 401")) {
            await().untilAsserted(() -> SERVICES.verify(postRequestedFor(urlEqualTo("/internal/openapi/calls"))
                    .withRequestBody(matchingJsonPath("$[?(@.key == '" + key + "' && " + told + ")]"))));
        }
    }

    private HttpResponse<String> madeUpFrom(String address) {
        Caller stranger = new Caller(port, madeUp(), NO_SECRET);
        stranger.address = address;
        return stranger.get("/openapi/v1/policies", null);
    }

    private static String madeUp() {
        return "zqk_" + Ids.next().toString().replace("-", "").substring(12);
    }

    @Test
    void a_revoked_key_is_out_within_five_seconds() {
        assertThat(caller().get("/openapi/v1/policies", null).statusCode()).isEqualTo(200);
        keyStands("REVOKED");

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> refused(caller().get("/openapi/v1/policies", null), 401, "KEY_REVOKED"));
    }

    @Test
    void a_key_that_has_run_out_says_so() {
        keyStands("EXPIRED");
        refused(caller().get("/openapi/v1/policies", null), 401, "KEY_EXPIRED");
    }

    @Test
    void a_key_counts_only_from_where_it_may_come() {
        Caller caller = caller();
        caller.address = "198.51.100.1";
        HttpResponse<String> answer = caller.get("/openapi/v1/policies", null);
        refused(answer, 403, "ADDRESS_NOT_ALLOWED");
        assertThat(answer.body()).contains("198.51.100.1");
    }

    @Test
    void who_has_used_up_a_minute_waits_and_is_told_how_long() {
        keyIs(2, 1000);
        // A minute that ends between two of the requests begins a new count.
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            HttpResponse<String> answer = caller().get("/openapi/v1/policies", null);
            refused(answer, 429, "QUOTA_EXCEEDED");
            assertThat(answer.body()).contains("每分钟调用次数已达上限");
            assertThat(Integer.parseInt(
                            answer.headers().firstValue("Retry-After").orElseThrow()))
                    .isBetween(1, 60);
            assertThat(answer.headers().firstValue("RateLimit").orElseThrow()).startsWith("\"minute\";r=0;");
        });
    }

    @Test
    void who_has_used_up_a_day_waits_until_the_next() {
        keyIs(2, 2);
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            HttpResponse<String> answer = caller().get("/openapi/v1/policies", null);
            refused(answer, 429, "QUOTA_EXCEEDED");
            assertThat(answer.body()).contains("今日调用次数已达上限");
        });
    }

    @Test
    void a_body_that_is_too_large_is_refused() {
        refused(caller().post("/openapi/v1/codes/verify", "x".repeat(256 * 1024 + 1)), 413, "PAYLOAD_TOO_LARGE");
    }

    @Test
    void nobody_gets_through_while_auth_service_does_not_answer() {
        SERVICES.stubFor(get(urlEqualTo("/internal/openapi/keys/" + keyId)).willReturn(serverError()));
        refused(caller().get("/openapi/v1/policies", null), 503, "SERVICE_UNAVAILABLE");
    }

    @Test
    void calls_are_told_to_auth_service_and_told_again_when_it_did_not_take_them() {
        SERVICES.stubFor(post("/internal/openapi/calls").willReturn(serverError()));
        caller().get("/openapi/v1/policies", "q=secret");
        await().untilAsserted(() -> SERVICES.verify(postRequestedFor(urlEqualTo("/internal/openapi/calls"))));
        SERVICES.stubFor(post("/internal/openapi/calls").willReturn(okJson("")));
        SERVICES.resetRequests();

        await().untilAsserted(
                        () -> SERVICES.verify(
                                postRequestedFor(urlEqualTo("/internal/openapi/calls"))
                                        .withRequestBody(
                                                matchingJsonPath(
                                                        "$[?(@.key == '" + key
                                                                + "' && @.path == '/openapi/v1/policies' && @.status == 200 && @.address == '203.0.113.9')]"))));
    }

    @Test
    void a_call_whose_caller_hangs_up_before_the_answer_is_told_too() {
        SERVICES.stubFor(
                post("/openapi/v1/applications").willReturn(okJson("{}").withFixedDelay(20_000)));
        CompletableFuture<HttpResponse<String>> answer = caller().postAndWait("/openapi/v1/applications", "{}");
        await().untilAsserted(() -> SERVICES.verify(postRequestedFor(urlEqualTo("/openapi/v1/applications"))));

        answer.cancel(true);

        await().untilAsserted(() -> SERVICES.verify(postRequestedFor(urlEqualTo("/internal/openapi/calls"))
                .withRequestBody(matchingJsonPath(
                        "$[?(@.key == '" + key + "' && @.status == 499 && @.problem == 'CALLER_GONE')]"))));
    }

    @Test
    void a_gateway_that_stops_tells_all_that_waits_after_its_last_answer() {
        SERVICES.stubFor(post("/internal/openapi/calls").willReturn(serverError()));
        for (int i = 0; i < 500; i++) {
            calls.add(new OpenApiKeys.Call(
                    Ids.next(), key, Instant.now(), "GET", "/openapi/v1/policies", 200, 1, "203.0.113.9", null));
        }
        await().untilAsserted(() -> SERVICES.verify(postRequestedFor(urlEqualTo("/internal/openapi/calls"))));
        SERVICES.resetRequests();
        SERVICES.stubFor(post("/internal/openapi/calls").willReturn(okJson("")));

        calls.stop();

        try {
            assertThat(calls.getPhase()).isLessThan(WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE);
            assertThat(SERVICES.findAll(postRequestedFor(urlEqualTo("/internal/openapi/calls"))).stream()
                            .mapToInt(told -> JSON.readTree(told.getBody()).size())
                            .sum())
                    .isGreaterThanOrEqualTo(500);
        } finally {
            calls.start();
        }
    }

    @Test
    void the_example_client_in_python_gets_through() throws Exception {
        runs("python3", Repository.file("docs/openapi/zhengqi_client.py").toString());
    }

    @Test
    void the_example_client_in_java_gets_through() throws Exception {
        runs(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                BRIEFLY,
                Repository.file("docs/openapi/ZhengqiClient.java").toString());
    }

    @Test
    void the_example_client_that_signs_with_sm2_gets_through(@TempDir Path folder) throws Exception {
        signsWith(PAIR, folder);
        runs(sm2Client().toArray(String[]::new));
    }

    @Test
    void the_key_pair_of_before_counts_as_long_as_auth_service_names_it(@TempDir Path folder) throws Exception {
        signsWith(OLD_PAIR, folder);
        assertThat(asksForPolicies()).startsWith("200\n");
    }

    @Test
    void a_signature_of_another_key_pair_or_by_the_other_algorithm_is_none(@TempDir Path folder) throws Exception {
        signsWith(pair(), folder);
        assertThat(asksForPolicies()).startsWith("401\n").contains("SIGNATURE_INVALID");

        // The public half is no secret: whoever knows it must not get through by calling it one.
        Caller confused = new Caller(port, keyId, point(PAIR.getPublic()));
        refused(confused.get("/openapi/v1/policies", null), 401, "SIGNATURE_INVALID");
        confused.algorithm = "sm2-sm3";
        refused(confused.get("/openapi/v1/policies", null), 401, "SIGNATURE_INVALID");
    }

    private void signsWith(AsymmetricCipherKeyPair pair, Path folder) throws IOException {
        sm2Key = folder.resolve("sm2.pem");
        Files.writeString(sm2Key, pem(pair.getPrivate()));
    }

    private String asksForPolicies() throws Exception {
        return output(Stream.concat(
                        sm2Client().stream(), Stream.of("http://127.0.0.1:" + port, "GET", "/openapi/v1/policies"))
                .toList());
    }

    private static List<String> sm2Client() throws URISyntaxException {
        String bouncyCastle = Path.of(SM2Signer.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString();
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                BRIEFLY,
                "-cp",
                bouncyCastle,
                Repository.file("docs/openapi/Sm2Signer.java").toString());
    }

    private static AsymmetricCipherKeyPair pair() {
        ECKeyPairGenerator generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(
                new ECNamedDomainParameters(
                        GMObjectIdentifiers.sm2p256v1, GMNamedCurves.getByOID(GMObjectIdentifiers.sm2p256v1)),
                new SecureRandom()));
        return generator.generateKeyPair();
    }

    private static byte[] point(AsymmetricKeyParameter publicKey) {
        return ((ECPublicKeyParameters) publicKey).getQ().getEncoded(false);
    }

    private static String pem(AsymmetricKeyParameter privateKey) throws IOException {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getEncoder()
                        .encodeToString(PrivateKeyInfoFactory.createPrivateKeyInfo(privateKey)
                                .getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    private void runs(String... command) throws Exception {
        List<String> get = new ArrayList<>(List.of(command));
        get.addAll(List.of("http://127.0.0.1:" + port, "GET", "/openapi/v1/policies?q=%E7%A8%8E&size=5"));
        assertThat(output(get)).startsWith("200\n");
        List<String> posted = new ArrayList<>(List.of(command));
        posted.addAll(
                List.of("http://127.0.0.1:" + port, "POST", "/openapi/v1/codes/verify", "{\"content\":\"ZQ1:x\"}"));
        assertThat(output(posted)).startsWith("200\n");
        SERVICES.verify(postRequestedFor(urlEqualTo("/openapi/v1/codes/verify"))
                .withRequestBody(equalTo("{\"content\":\"ZQ1:x\"}")));
        List<String> inbox = new ArrayList<>(List.of(command));
        inbox.addAll(
                List.of("http://127.0.0.1:" + port, "POST", "/openapi/v1/applications/1/accept", "{\"version\":0}"));
        assertThat(output(inbox)).startsWith("200\n");
        SERVICES.verify(postRequestedFor(urlEqualTo("/openapi/v1/applications/1/accept"))
                .withHeader("Idempotency-Key", equalTo("of-the-example")));
    }

    private String output(List<String> command) throws Exception {
        ProcessBuilder client = new ProcessBuilder(command).redirectErrorStream(true);
        client.environment().put("ZHENGQI_KEY_ID", keyId);
        client.environment().put("ZHENGQI_SECRET", Base64.getEncoder().encodeToString(SECRET));
        if (sm2Key != null) {
            client.environment().put("ZHENGQI_SM2_KEY", sm2Key.toString());
        }
        client.environment().put("ZHENGQI_IDEMPOTENCY_KEY", "of-the-example");
        client.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        Process process = client.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    private Caller caller() {
        return new Caller(port, keyId, SECRET);
    }

    private void keyIs(int perMinute, int perDay) {
        SERVICES.stubFor(get(urlEqualTo("/internal/openapi/keys/" + keyId)).willReturn(okJson("""
                {"standing":"USABLE","key":{"id":"%s","keyId":"%s","secrets":["%s","%s"],"publicKeys":["%s","%s"],"scopes":["policies.read"],
                 "addresses":["203.0.113.0/24","127.0.0.1"],"perMinute":%d,"perDay":%d,"token":"of-system"}}""".formatted(
                        key,
                        keyId,
                        Base64.getEncoder().encodeToString(SECRET),
                        Base64.getEncoder().encodeToString(OLD_SECRET),
                        Base64.getEncoder().encodeToString(point(PAIR.getPublic())),
                        Base64.getEncoder().encodeToString(point(OLD_PAIR.getPublic())),
                        perMinute,
                        perDay))));
    }

    private void keyStands(String standing) {
        SERVICES.stubFor(get(urlEqualTo("/internal/openapi/keys/" + keyId))
                .willReturn(okJson("{\"standing\":\"" + standing + "\",\"key\":null}")));
    }

    private static void refused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }
}
