package cn.zhengqi.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.binaryEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.testing.TestServers;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.cloud.gateway.route.RouteDefinitionLocator;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.session.ReactiveSessionRepository;
import org.springframework.session.Session;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "zhengqi.public-url=http://localhost",
            "zhengqi.gateway.sign-ins-per-minute=40",
            "zhengqi.gateway.sign-in-starts-per-minute=100",
            "zhengqi.gateway.registrations-per-hour=20",
            "zhengqi.gateway.sms-codes-per-hour=20",
            "zhengqi.gateway.self-checks-per-minute=40",
            "zhengqi.gateway.trusted-proxies=127.0.0.1",
            "zhengqi.gateway.caller-silence=3s",
            "management.tracing.sampling.probability=0"
        })
class GatewayTest {

    private static final WireMockServer SERVICES =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    @TempDir
    private static Path web;

    /** Of this test alone: the gateway remembers for a while what it has renewed. */
    private final String refresh = "refresh-" + Ids.next();

    @Value("${local.server.port}")
    private int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private RouteDefinitionLocator definitions;

    @Autowired
    private ReactiveSessionRepository<? extends Session> sessions;

    @Autowired
    private ReactiveStringRedisTemplate redis;

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry registry) throws IOException {
        SERVICES.start();
        for (String service : List.of("auth-service", "policy-service", "message-service", "user-service")) {
            registry.add("spring.cloud.discovery.client.simple.instances." + service + "[0].uri", SERVICES::baseUrl);
        }
        registry.add("zhengqi.redis.url", () -> TestServers.get().redisUrl());
        registry.add("zhengqi.web-root", web::toString);
        for (String application : List.of("portal", "h5", "admin")) {
            Path folder = Files.createDirectories(web.resolve(application + "/assets"));
            Files.writeString(folder.resolve("main-abc123.js"), "console.log('" + application + "')");
            Files.writeString(folder.resolve("main-abc123.js.gz"), "gzipped");
            Files.writeString(folder.resolve("main-abc123.js.br"), "brotlied");
            Files.writeString(folder.resolve("main-abc123.js.map"), "{}");
            Files.writeString(web.resolve(application + "/index.html"), "<title>" + application + "</title>");
        }
        Files.writeString(web.resolve("secret.txt"), "not for anybody");
        registry.add(
                "zhengqi.gateway.district-files", () -> web.resolve("district").toString());
        registry.add("zhengqi.district.platform", () -> "示例区惠企通");
        registry.add("zhengqi.district.mascot.name", () -> "");
        Files.writeString(Files.createDirectories(web.resolve("district")).resolve("logo.svg"), "<svg/>");
        registry.add("zhengqi.openapi-root", () -> web.resolve("openapi").toString());
        Files.writeString(
                Files.createDirectories(web.resolve("openapi")).resolve("policy-service.json"),
                "{\"openapi\":\"3.1.0\"}");
    }

    @BeforeEach
    void servicesAnswer() {
        SERVICES.resetAll();
        SERVICES.stubFor(any(anyUrl()).atPriority(10).willReturn(okJson("{\"answered\":true}")));
        SERVICES.stubFor(post("/oauth2/token").willReturn(tokens("access-1", refresh, 300)));
        SERVICES.stubFor(post("/oauth2/revoke").willReturn(aResponse().withStatus(200)));
        SERVICES.stubFor(post("/api/auth/sign-out").willReturn(aResponse().withStatus(204)));
    }

    @AfterAll
    static void stop() {
        SERVICES.stop();
    }

    // --- sign-in
    // -------------------------------------------------------------------------------------------------------

    @Test
    void a_browser_signs_in_without_ever_seeing_a_token() {
        Visitor visitor = visitor();
        assertThat(visitor.get("/bff/session").body()).isEqualTo("{\"signedIn\":false}");

        HttpResponse<String> begun = visitor.get("/bff/login?continue=/m/code");
        assertThat(begun.statusCode()).isEqualTo(302);
        assertThat(Visitor.location(begun))
                .startsWith("/oauth2/authorize?")
                .contains("client_id=gateway", "code_challenge_method=S256", "scope=platform");
        String before = visitor.cookie("ZQ_SESSION");

        HttpResponse<String> done = visitor.get("/bff/callback?code=c1&state=" + Visitor.state(begun));
        assertThat(done.statusCode()).isEqualTo(302);
        assertThat(Visitor.location(done)).isEqualTo("/m/code");
        assertThat(visitor.cookie("ZQ_SESSION")).isNotEqualTo(before);
        assertThat(done.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("ZQ_SESSION=")
                        .containsIgnoringCase("; HttpOnly")
                        .contains("; SameSite=Lax"));
        SERVICES.verify(postRequestedFor(urlEqualTo("/oauth2/token"))
                .withRequestBody(containing("code=c1"))
                .withRequestBody(containing("code_verifier="))
                .withHeader("Authorization", containing("Basic ")));

        assertThat(visitor.get("/bff/session").body()).isEqualTo("{\"signedIn\":true}");
        HttpResponse<String> answer = visitor.get("/api/user/my/enterprise");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().map().toString() + answer.body()).doesNotContain("access-1", refresh);
        SERVICES.verify(getRequestedFor(urlEqualTo("/api/user/my/enterprise"))
                .withHeader("Authorization", containing("Bearer " + jwt("access-1")))
                .withHeader("Cookie", absent()));
    }

    @Test
    void what_no_service_would_take_is_refused_before_it_is_carried_through() {
        Visitor visitor = visitor();
        HttpResponse<String> refused = visitor.post("/api/user/anything", "x".repeat(30 * 1024 * 1024 + 1));
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).contains("\"PAYLOAD_TOO_LARGE\"", "上传的内容过大");
        SERVICES.verify(0, postRequestedFor(urlEqualTo("/api/user/anything")));
    }

    @Test
    void what_does_not_say_how_long_it_is_is_counted_on_its_way() {
        Visitor visitor = visitor();
        HttpResponse<String> refused = visitor.upload("/api/user/anything", new byte[30 * 1024 * 1024 + 1]);
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(refused.body()).contains("\"PAYLOAD_TOO_LARGE\"", "上传的内容过大");
        SERVICES.verify(0, postRequestedFor(urlEqualTo("/api/user/anything")));

        byte[] greatest = new byte[30 * 1024 * 1024];
        assertThat(visitor.upload("/api/user/anything", greatest).statusCode()).isEqualTo(200);
        SERVICES.verify(1, postRequestedFor(urlEqualTo("/api/user/anything")).withRequestBody(binaryEqualTo(greatest)));
    }

    /** Two lengths that say different things, lengths that are none, and headers that one reader takes for another: what stands behind them is no request of the gateway's own. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: xchunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding : chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding:\u000bchunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
                "Content-Length: 0\r\nContent-Length: 5\r\n\r\n",
                "Content-Length: +0\r\n\r\n",
                "Content-Length: 0\r\n X: y\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n0;x=\r\n\r\n"
            })
    void a_request_that_hides_in_another_reaches_no_service(String lengths) throws Exception {
        String hidden = "GET /internal/principals HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
        String last = "GET /actuator/health HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";
        try (Socket caller = new Socket(InetAddress.getLoopbackAddress(), port)) {
            caller.setSoTimeout(30_000);
            caller.getOutputStream()
                    .write(("GET /api/user/anything HTTP/1.1\r\nHost: 127.0.0.1\r\n" + lengths + hidden + last)
                            .getBytes(StandardCharsets.ISO_8859_1));
            caller.getOutputStream().flush();

            String answers = new String(caller.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answers).startsWith("HTTP/1.1 ");
        }
        SERVICES.verify(0, anyRequestedFor(urlPathMatching("/internal/.*")));
        assertThat(SERVICES.findAll(anyRequestedFor(anyUrl())))
                .allSatisfy(request -> assertThat(request.getBodyAsString() + request.getHeaders())
                        .doesNotContain("principals"));
    }

    @ParameterizedTest
    @CsvSource({
        "//evil.example, /",
        "https://evil.example/, /",
        "/\\evil.example, /",
        "javascript:alert(1), /",
        "/policies?q=%E7%A8%8E, /policies?q=%E7%A8%8E"
    })
    void sign_in_leads_nowhere_else(String wanted, String reached) {
        Visitor visitor = visitor();
        HttpResponse<String> begun =
                visitor.get("/bff/login?continue=" + java.net.URLEncoder.encode(wanted, StandardCharsets.UTF_8));
        HttpResponse<String> done = visitor.get("/bff/callback?code=c1&state=" + Visitor.state(begun));
        assertThat(Visitor.location(done)).isEqualTo(reached);
    }

    @ParameterizedTest
    @CsvSource({
        "/m/code, /m/code",
        "/policies?q=%E7%A8%8E+a%2Bb&town=1, /policies?q=%E7%A8%8E+a%2Bb&town=1",
        "//evil.example, /"
    })
    void the_sign_in_page_is_told_what_the_very_request_wants(String wanted, String told) {
        String authorize = Visitor.location(
                visitor().get("/bff/login?continue=" + java.net.URLEncoder.encode(wanted, StandardCharsets.UTF_8)));
        assertThat(java.net.URLDecoder.decode(
                        authorize.replaceAll(".*[?&]continue=([^&]*).*", "$1"), StandardCharsets.UTF_8))
                .isEqualTo(told);
        assertThat(authorize).contains("client_id=gateway", "code_challenge=");
    }

    @Test
    void two_tabs_that_sign_in_come_back_each_to_its_own_page() {
        Visitor visitor = visitor();
        HttpResponse<String> first = visitor.get("/bff/login?continue=/policies");
        HttpResponse<String> second = visitor.get("/bff/login?continue=/m/code");

        assertThat(Visitor.location(visitor.get("/bff/callback?code=c1&state=" + Visitor.state(second))))
                .isEqualTo("/m/code");
        assertThat(Visitor.location(visitor.get("/bff/callback?code=c2&state=" + Visitor.state(first))))
                .as("whose request gave way to the other's")
                .isEqualTo("/policies");
        assertThat(Visitor.location(visitor.get("/bff/callback?code=c2&state=" + Visitor.state(first))))
                .as("once")
                .isEqualTo("/");
    }

    @Test
    void of_more_tabs_than_are_kept_the_first_alone_does_not_come_back_to_its_page() {
        Visitor visitor = visitor();
        List<HttpResponse<String>> begun = IntStream.range(0, 6)
                .mapToObj(tab -> visitor.get("/bff/login?continue=/policies/" + tab))
                .toList();

        assertThat(begun.reversed().stream()
                        .map(tab -> Visitor.location(visitor.get("/bff/callback?code=c1&state=" + Visitor.state(tab)))))
                .containsExactly("/policies/5", "/policies/4", "/policies/3", "/policies/2", "/policies/1", "/");
    }

    @Test
    void a_session_of_nobody_keeps_the_ways_of_a_few_sign_ins() {
        Visitor visitor = visitor();
        for (int tab = 0; tab < 12; tab++) {
            visitor.get("/bff/login?continue=/policies/" + tab);
        }
        assertThat(sessions.findById(visitor.cookie("ZQ_SESSION")).block().getAttributeNames())
                .filteredOn(name -> name.startsWith("continue:"))
                .hasSizeLessThanOrEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        "BANK, /bff/login, /admin/",
        "OPERATOR, /bff/login?continue=/, /admin/",
        "GOVERNMENT, /bff/login?continue=/policies, /policies",
        "ENTERPRISE, /bff/login, /",
        "ENTERPRISE, /bff/login?continue=/m/code, /m/code"
    })
    void a_sign_in_without_a_wish_leads_staff_to_the_console(String type, String login, String reached) {
        SERVICES.stubFor(post("/oauth2/token")
                .willReturn(okJson(
                        "{\"access_token\":\"%s\",\"refresh_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":300}"
                                .formatted(jwt("access-of-" + type, type), refresh))));
        Visitor visitor = visitor();
        HttpResponse<String> begun = visitor.get(login);
        assertThat(Visitor.location(visitor.get("/bff/callback?code=c1&state=" + Visitor.state(begun))))
                .isEqualTo(reached);
    }

    @Test
    void until_when_staff_are_signed_in_is_told_and_of_enterprises_only_when_the_sign_in_ends() {
        Instant until = Instant.now().plus(Duration.ofHours(3));
        for (String type : List.of("BANK", "ENTERPRISE")) {
            SERVICES.stubFor(post("/oauth2/token")
                    .willReturn(okJson(
                            "{\"access_token\":\"%s\",\"refresh_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":300}"
                                    .formatted(jwt("ends-of-" + type, type, until), refresh))));
            String told = signedIn().get("/bff/session").body();
            assertThat(told)
                    .startsWith("{\"signedIn\":true,")
                    .containsPattern("\"endsInSeconds\":10[78]\\d\\d,")
                    .endsWith(",\"lastsSeconds\":43200}");
            if (type.equals("BANK")) {
                assertThat(told).containsPattern("\"idleEndsInSeconds\":1[78]\\d\\d,");
            } else {
                assertThat(told).doesNotContain("idle");
            }
        }
    }

    @Test
    void an_answer_that_nobody_waits_for_signs_nobody_in() {
        Visitor visitor = visitor();
        HttpResponse<String> forged = visitor.get("/bff/callback?code=c1&state=made-up");
        assertThat(Visitor.location(forged)).isEqualTo("/sign-in?error=failed");
        assertThat(visitor.get("/bff/session").body()).isEqualTo("{\"signedIn\":false}");
        SERVICES.verify(0, postRequestedFor(urlEqualTo("/oauth2/token")));
    }

    @Test
    void a_code_that_cannot_be_exchanged_signs_nobody_in() {
        SERVICES.stubFor(post("/oauth2/token").willReturn(aResponse().withStatus(503)));
        Visitor visitor = visitor();
        HttpResponse<String> begun = visitor.get("/bff/login?continue=/policies?q=1%262");
        HttpResponse<String> done = visitor.get("/bff/callback?code=c1&state=" + Visitor.state(begun));
        assertThat(Visitor.location(done))
                .as("and still leads to what was wanted")
                .isEqualTo("/sign-in?error=failed&back=%2Fpolicies%3Fq%3D1%262");
        assertThat(visitor.get("/bff/session").body()).isEqualTo("{\"signedIn\":false}");
    }

    @Test
    void signing_out_ends_both_sessions() {
        Visitor visitor = signedIn();
        visitor.setCookie("ZQ_AUTH", "auth-session");

        assertThat(visitor.post("/bff/logout", "").statusCode()).isEqualTo(204);

        SERVICES.verify(postRequestedFor(urlEqualTo("/oauth2/revoke")).withRequestBody(containing("token=" + refresh)));
        SERVICES.verify(postRequestedFor(urlEqualTo("/api/auth/sign-out"))
                .withHeader("Cookie", equalTo("ZQ_AUTH=auth-session")));
        assertThat(visitor.cookie("ZQ_AUTH")).isEmpty();
        assertThat(visitor.get("/bff/session").body()).isEqualTo("{\"signedIn\":false}");
    }

    @Test
    void signing_out_works_while_auth_service_does_not() {
        Visitor visitor = signedIn();
        SERVICES.stubFor(post("/oauth2/revoke").willReturn(serverError()));
        assertThat(visitor.post("/bff/logout", "").statusCode()).isEqualTo(204);
        assertThat(visitor.get("/bff/session").body()).isEqualTo("{\"signedIn\":false}");
    }

    // --- tokens
    // --------------------------------------------------------------------------------------------------------

    @Test
    void many_requests_of_a_page_share_one_renewal() throws Exception {
        SERVICES.stubFor(post("/oauth2/token").willReturn(tokens("old", refresh, 10)));
        Visitor visitor = signedIn();
        oneTimeRefresh(refresh, "new", "next-of-" + refresh);

        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> page = Collections.nCopies(
                    20, () -> visitor.get("/api/user/my/enterprise").statusCode());
            for (Future<Integer> answer : pool.invokeAll(page)) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }

        SERVICES.verify(
                1,
                postRequestedFor(urlEqualTo("/oauth2/token")).withRequestBody(containing("refresh_token=" + refresh)));
        SERVICES.verify(
                20,
                getRequestedFor(urlEqualTo("/api/user/my/enterprise"))
                        .withHeader("Authorization", equalTo("Bearer " + jwt("new"))));
        assertThat(visitor.get("/bff/session").body()).isEqualTo("{\"signedIn\":true}");
    }

    @Test
    void a_refresh_on_demand_brings_new_tokens() {
        Visitor visitor = signedIn();
        oneTimeRefresh(refresh, "fresh", "next-of-" + refresh);
        assertThat(visitor.post("/bff/refresh", "").statusCode()).isEqualTo(204);
        visitor.get("/api/user/my/enterprise");
        SERVICES.verify(getRequestedFor(urlEqualTo("/api/user/my/enterprise"))
                .withHeader("Authorization", equalTo("Bearer " + jwt("fresh"))));
        assertThat(visitor().post("/bff/refresh", "").statusCode()).isEqualTo(401);
    }

    @Test
    void a_sign_in_that_was_ended_elsewhere_is_over_and_public_pages_go_on() {
        SERVICES.stubFor(post("/oauth2/token").willReturn(tokens("old", refresh, 10)));
        Visitor visitor = signedIn();
        SERVICES.stubFor(post("/oauth2/token")
                .willReturn(aResponse()
                        .withStatus(400)
                        .withHeader("Content-Type", "application/json")
                        .withBody("{\"error\":\"invalid_grant\"}")));

        assertThat(visitor.get("/api/policy/policies").statusCode()).isEqualTo(200);

        SERVICES.verify(getRequestedFor(urlEqualTo("/api/policy/policies")).withHeader("Authorization", absent()));
        assertThat(visitor.get("/bff/session").body()).isEqualTo("{\"signedIn\":false}");
    }

    @Test
    void while_tokens_cannot_be_renewed_the_session_waits() {
        SERVICES.stubFor(post("/oauth2/token").willReturn(tokens("old", refresh, 10)));
        Visitor visitor = signedIn();
        SERVICES.stubFor(post("/oauth2/token").willReturn(aResponse().withStatus(503)));

        HttpResponse<String> refused = visitor.get("/api/user/my/enterprise");
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.body()).contains("\"code\":\"SERVICE_UNAVAILABLE\"", "登录服务暂不可用");

        SERVICES.stubFor(post("/oauth2/token").willReturn(tokens("new", "next-of-" + refresh, 300)));
        assertThat(visitor.get("/api/user/my/enterprise").statusCode()).isEqualTo(200);
    }

    // --- what goes through
    // ---------------------------------------------------------------------------------------------

    @Test
    void without_a_session_requests_pass_bare_and_the_service_decides() {
        SERVICES.stubFor(get("/api/user/my/enterprise")
                .willReturn(aResponse()
                        .withStatus(401)
                        .withHeader("Content-Type", "application/problem+json")
                        .withBody("{\"code\":\"UNAUTHENTICATED\"}")));
        HttpResponse<String> answer = visitor().get("/api/user/my/enterprise");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("UNAUTHENTICATED");
    }

    @Test
    void what_a_client_says_about_itself_is_not_passed_on() {
        Visitor visitor = visitor();
        visitor.setCookie("ZQ_AUTH", "auth-session");
        visitor.send(visitor.request("/api/policy/policies")
                .header("Authorization", "Bearer made-up")
                .header("X-Real-IP", "10.1.1.1")
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-For", "6.6.6.6, 203.0.113.9")
                .GET());
        SERVICES.verify(getRequestedFor(urlEqualTo("/api/policy/policies"))
                .withHeader("Authorization", absent())
                .withHeader("Cookie", absent())
                .withHeader("X-Real-IP", absent())
                .withHeader("X-Forwarded-Host", absent())
                // 127.0.0.1 is a trusted proxy here: the last address it saw is the client's.
                .withHeader("X-Forwarded-For", equalTo("203.0.113.9")));
    }

    @Test
    void auth_service_gets_its_own_cookie_and_only_that() {
        Visitor visitor = signedIn();
        visitor.setCookie("ZQ_AUTH", "auth-session");
        visitor.get("/oauth2/authorize?client_id=gateway");
        SERVICES.verify(getRequestedFor(urlPathEqualTo("/oauth2/authorize"))
                .withHeader("Cookie", equalTo("ZQ_AUTH=auth-session")));
        visitor.setCookie("ZQ_DEVICE", "device");
        visitor.post("/api/auth/sign-in/sms", "{}");
        SERVICES.verify(postRequestedFor(urlPathEqualTo("/api/auth/sign-in/sms"))
                .withHeader("Cookie", equalTo("ZQ_AUTH=auth-session; ZQ_DEVICE=device")));
        visitor.get("/api/auth/me");
        SERVICES.verify(getRequestedFor(urlPathEqualTo("/api/auth/me")).withHeader("Cookie", absent()));
    }

    /** It is no browser of ours that asks, and where one does, as at a sign-out, what it has of the platform has nothing to do with it. */
    @ParameterizedTest
    @CsvSource({
        "POST,/oauth2/token",
        "POST,/oauth2/revoke",
        "GET,/oauth2/userinfo",
        "POST,/oauth2/userinfo",
        "GET,/oauth2/logout"
    })
    void an_application_brings_what_is_its_own_and_nothing_of_a_browser_s(String method, String path) {
        Visitor visitor = signedIn();
        visitor.setCookie("ZQ_AUTH", "auth-session");
        HttpResponse<String> answer = visitor.send(visitor.request(path)
                .header("Authorization", "Basic enFhXzE6c2VjcmV0")
                .header("X-Outside", "")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(method, java.net.http.HttpRequest.BodyPublishers.ofString("grant_type=authorization_code")));
        assertThat(answer.statusCode()).isEqualTo(200);
        SERVICES.verify(new com.github.tomakehurst.wiremock.matching.RequestPatternBuilder(
                        com.github.tomakehurst.wiremock.http.RequestMethod.fromString(method), urlPathEqualTo(path))
                .withHeader("Authorization", equalTo("Basic enFhXzE6c2VjcmV0"))
                .withHeader("X-Outside", equalTo("true"))
                .withHeader("Cookie", absent())
                .withRequestBody(equalTo("grant_type=authorization_code")));
    }

    @Test
    void what_the_platform_s_own_clients_do_here_is_not_there_outside() {
        for (String path :
                List.of("/oauth2/introspect", "/oauth2/authorize", "/oauth2/device_authorization", "/oauth2/par")) {
            Visitor visitor = visitor();
            assertThat(visitor.post(path, "{}").statusCode()).as(path).isEqualTo(404);
        }
        SERVICES.verify(0, anyRequestedFor(urlPathMatching("/oauth2/.*")));
    }

    @Test
    void an_application_in_a_browser_asks_from_its_own_site_and_no_cookie_goes_with_it() {
        Visitor visitor = visitor();
        HttpResponse<String> preflight = visitor.send(visitor.request("/oauth2/token")
                .header("Origin", "https://app.example.cn")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type")
                .method("OPTIONS", java.net.http.HttpRequest.BodyPublishers.noBody()));
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
                .hasValue("*");
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
        HttpResponse<String> found = visitor.send(visitor.request("/.well-known/openid-configuration")
                .header("Origin", "https://app.example.cn")
                .GET());
        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(found.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        for (String path : List.of("/api/auth/me", "/oauth2/authorize?client_id=x", "/bff/session")) {
            assertThat(visitor.send(visitor.request(path)
                                    .header("Origin", "https://app.example.cn")
                                    .GET())
                            .headers()
                            .firstValue("Access-Control-Allow-Origin"))
                    .as(path)
                    .isEmpty();
        }
    }

    @Test
    void what_is_under_way_while_one_signs_out_is_answered() throws Exception {
        Visitor visitor = signedIn();
        SERVICES.stubFor(get("/api/user/slow").willReturn(okJson("{}").withFixedDelay(700)));
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> slow =
                    pool.submit(() -> visitor.get("/api/user/slow").statusCode());
            HttpResponse<String> out = visitor.post("/bff/logout", "");
            assertThat(out.statusCode()).isEqualTo(204);
            assertThat(slow.isDone()).as("it was still under way").isFalse();
            assertThat(slow.get()).isEqualTo(200);
        }
        assertThat(visitor.get("/bff/session").body()).isEqualTo("{\"signedIn\":false}");
    }

    @Test
    void the_trace_is_passed_on() {
        visitor().get("/api/policy/policies");
        SERVICES.verify(getRequestedFor(urlEqualTo("/api/policy/policies"))
                .withHeader(
                        "traceparent", com.github.tomakehurst.wiremock.client.WireMock.matching("00-[0-9a-f]{32}-.*")));
    }

    /** In this test no request is chosen; a browser that says otherwise of its own gets its id carried on, and no more. */
    @Test
    void which_requests_are_traced_is_not_for_browsers_to_say() {
        String id = "4bf92f3577b34da6a3ce929d0e0e4736";
        Visitor visitor = visitor();
        visitor.send(visitor.request("/api/policy/policies")
                .header("traceparent", "00-" + id + "-00f067aa0ba902b7-01")
                .GET());
        SERVICES.verify(getRequestedFor(urlEqualTo("/api/policy/policies"))
                .withHeader(
                        "traceparent",
                        com.github.tomakehurst.wiremock.client.WireMock.matching("00-" + id + "-[0-9a-f]{16}-00")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/principals/1",
                "/actuator/metrics",
                "/actuator/env",
                "/actu%61tor/env",
                "/%69nternal/principals/1",
                "/oauth2/toke%6e",
                "/api/nowhere/x",
                "/oauth2/token",
                "/api/policy/../../internal/x",
                "/api/policy/%2e%2e/%2e%2e/internal/x",
                "/api/policy//internal"
            })
    void what_is_inside_is_not_there_outside(String path) throws Exception {
        int status = rawStatus("GET " + path + " HTTP/1.1");
        assertThat(status).isIn(400, 404);
        assertThat(SERVICES.getAllServeEvents()).isEmpty();
    }

    @Test
    void a_change_needs_the_token_of_the_page() {
        Visitor visitor = signedIn();
        HttpResponse<String> forged = visitor.send(visitor.request("/api/auth/registrations")
                .header("Content-Type", "application/json")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{}")));
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(forged.body()).contains("\"code\":\"CSRF_REJECTED\"");
        assertThat(visitor.post("/api/auth/registrations", "{}").statusCode()).isEqualTo(200);
    }

    @Test
    void a_provider_of_text_messages_reports_without_the_token_of_a_page_and_no_session_is_believed_there() {
        Visitor visitor = signedIn();
        String path = "/api/message/sms-receipts/tencent/" + "a".repeat(32);
        HttpResponse<String> reported = visitor.send(visitor.request(path)
                .header("Content-Type", "application/json")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("[]")));
        assertThat(reported.statusCode()).isEqualTo(200);
        SERVICES.verify(1, postRequestedFor(urlPathEqualTo(path)).withHeader("Authorization", absent()));
        String signed = "/api/message/sms-receipts/submail";
        String event = "events=delivered&report=%E6%88%90%E5%8A%9F+1&token=t&signature=s";
        assertThat(visitor.send(visitor.request(signed)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(event)))
                        .statusCode())
                .isEqualTo(200);
        SERVICES.verify(
                1,
                postRequestedFor(urlPathEqualTo(signed))
                        .withHeader("Authorization", absent())
                        .withRequestBody(equalTo(event)));
        assertThat(visitor.send(visitor.request("/api/message/sms-receipts/tencent")
                                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("[]")))
                        .statusCode())
                .as("nor any other path")
                .isEqualTo(403);
    }

    @Test
    void wechat_tells_what_people_agree_to_without_the_token_of_a_page() {
        Visitor visitor = signedIn();
        HttpResponse<String> told = visitor.send(visitor.request("/api/auth/wechat/events?msg_signature=s")
                .header("Content-Type", "text/xml")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("<xml/>")));
        assertThat(told.statusCode()).isEqualTo(200);
        SERVICES.verify(
                1, postRequestedFor(urlPathEqualTo("/api/auth/wechat/events")).withHeader("Authorization", absent()));
    }

    @Test
    void a_token_that_is_not_the_page_s_own_is_none_whatever_the_method_and_the_route() {
        Visitor visitor = signedIn();
        Visitor attacker = signedIn();
        attacker.post("/api/auth/registrations", "{}");
        visitor.post("/api/auth/registrations", "{}");
        String own = visitor.cookie("XSRF-TOKEN");
        for (String token : List.of("", "x", attacker.cookie("XSRF-TOKEN"), own.substring(1), own + "0")) {
            for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
                for (String path : List.of("/api/auth/registrations", "/api/auth/sign-in", "/bff/logout")) {
                    HttpResponse<String> forged = visitor.send(visitor.request(path)
                            .header("Content-Type", "application/json")
                            .header("X-XSRF-TOKEN", token)
                            .method(method, java.net.http.HttpRequest.BodyPublishers.ofString("{}")));
                    assertThat(forged.statusCode())
                            .as("%s %s with %s", method, path, token)
                            .isEqualTo(403);
                    assertThat(forged.body()).contains("\"code\":\"CSRF_REJECTED\"");
                }
            }
        }
        HttpResponse<String> asForm = visitor.send(visitor.request("/api/auth/registrations")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("a=b")));
        assertThat(asForm.statusCode())
                .as("a form on another site, which no script may give a header")
                .isEqualTo(403);
        assertThat(visitor.post("/api/auth/registrations", "{}").statusCode())
                .as("the visitor is still signed in")
                .isEqualTo(200);
    }

    @Test
    void a_service_that_is_not_there_is_unavailable() {
        HttpResponse<String> answer = visitor().get("/api/stats/public/figures");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"SERVICE_UNAVAILABLE\"", "\"traceId\":\"", "服务暂不可用");
    }

    @Test
    void a_problem_names_the_trace_of_its_request() {
        String id = "4bf92f3577b34da6a3ce929d0e0e4736";
        Visitor visitor = visitor();
        HttpResponse<String> answer = visitor.send(visitor.request("/api/stats/public/figures")
                .header("traceparent", "00-" + id + "-00f067aa0ba902b7-01")
                .GET());
        assertThat(answer.body()).contains("\"code\":\"SERVICE_UNAVAILABLE\"", "\"traceId\":\"" + id + "\"");
    }

    @Test
    void a_person_who_followed_a_link_sees_a_page_when_it_fails() {
        Visitor visitor = visitor();
        HttpResponse<String> answer = visitor.send(visitor.request("/oauth2/nowhere")
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .GET());
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("<h1>您访问的内容不存在</h1>");
    }

    @Test
    void events_arrive_as_they_happen() throws Exception {
        SERVICES.stubFor(get("/api/message/my/stream")
                .willReturn(aResponse()
                        .withHeader("Content-Type", "text/event-stream")
                        .withBody("event:unread\ndata:{\"count\":1}\n\n" + ":heartbeat\n\n".repeat(9))
                        .withChunkedDribbleDelay(10, 5_000)));
        Visitor visitor = visitor();
        long start = System.nanoTime();
        try (InputStream stream = visitor.stream("/api/message/my/stream").body()) {
            assertThat(new String(stream.readNBytes(12), StandardCharsets.UTF_8))
                    .isEqualTo("event:unread");
        }
        assertThat(System.nanoTime() - start).isLessThan(3_000_000_000L);
    }

    @Test
    void a_stream_ends_when_its_sign_in_was_ended_from_elsewhere_and_goes_on_through_other_changes() throws Exception {
        streamForAMinute();
        Visitor visitor = signedIn();
        try (InputStream stream = visitor.stream("/api/message/my/stream").body()) {
            assertThat(stream.read()).isEqualTo('e');
            oneTimeRefresh(refresh, "other-role", "next-of-" + refresh);
            String mark = "zq:authority:account-1";
            redis.opsForValue()
                    .set(mark, "role-" + refresh, Duration.ofMinutes(1))
                    .block();
            await().untilAsserted(() -> SERVICES.verify(postRequestedFor(urlEqualTo("/oauth2/token"))
                    .withRequestBody(containing("refresh_token=" + refresh))));
            stream.skipNBytes(stream.available());
            assertThat(stream.readNBytes(60))
                    .as("a change of rights ends nothing")
                    .hasSize(60);

            SERVICES.stubFor(post("/oauth2/token").atPriority(1).willReturn(refused()));
            long ended = System.nanoTime();
            redis.opsForValue()
                    .set(mark, "out-" + refresh, Duration.ofMinutes(1))
                    .block();
            stream.readAllBytes();
            assertThat(Duration.ofNanos(System.nanoTime() - ended)).isLessThan(Duration.ofSeconds(10));
            redis.delete(mark).block();
        }
    }

    @Test
    void a_stream_ends_when_who_reads_it_signs_out() throws Exception {
        streamForAMinute();
        Visitor visitor = signedIn();
        try (InputStream stream = visitor.stream("/api/message/my/stream").body()) {
            assertThat(stream.read()).isEqualTo('e');
            assertThat(visitor.post("/bff/logout", "").statusCode()).isEqualTo(204);
            long ended = System.nanoTime();
            stream.readAllBytes();
            assertThat(Duration.ofNanos(System.nanoTime() - ended)).isLessThan(Duration.ofSeconds(10));
        }
    }

    private static void streamForAMinute() {
        SERVICES.stubFor(get("/api/message/my/stream")
                .willReturn(aResponse()
                        .withHeader("Content-Type", "text/event-stream")
                        .withBody("event:unread\ndata:{\"count\":1}\n\n" + ":heartbeat\n\n".repeat(200))
                        .withChunkedDribbleDelay(200, 60_000)));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/auth/sign-in, 198.51.100.7, 40, 55",
        "/api/auth/sign%2Din, 198.51.100.8, 40, 55",
        "/api/auth/registrations, 198.51.100.9, 20, 25",
        "/api/auth/registration%73, 198.51.100.10, 20, 25",
        "/api/auth/sign-in/sms, 198.51.100.11, 40, 55",
        "/api/auth/password-resets, 198.51.100.12, 40, 55",
        "/api/auth/password-links, 198.51.100.16, 40, 55",
        "/api/auth/password-links/check, 198.51.100.17, 40, 55",
        "/api/auth/sms-codes, 198.51.100.13, 20, 25",
        "/api/match/self-checks/policies, 198.51.100.14, 40, 55",
        "/api/match/self%2Dchecks/srdi, 198.51.100.15, 40, 55"
    })
    void one_address_may_not_try_for_ever_however_it_writes_the_path(String path, String address, int least, int most) {
        Visitor visitor = visitor();
        visitor.get("/bff/session");
        int refused = 0;
        for (int i = 0; i < 60 && refused == 0; i++) {
            HttpResponse<String> answer = visitor.send(visitor.request(path)
                    .header("X-XSRF-TOKEN", visitor.cookie("XSRF-TOKEN"))
                    .header("X-Forwarded-For", address)
                    .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{}")));
            if (answer.statusCode() == 429) {
                refused = i;
                assertThat(answer.body()).contains("\"code\":\"TOO_MANY_REQUESTS\"");
                assertThat(answer.headers().firstValue("Retry-After"))
                        .as("until one more is let through: of 20 an hour, or of many a minute")
                        .hasValue(path.contains("registration") || path.contains("sms-codes") ? "180" : "60");
            }
        }
        assertThat(refused).isBetween(least, most);
        assertThat(visitor.post(path, "{}").statusCode())
                .as("another address is not held back, whether or not the service is there in this test")
                .isIn(200, 503);
    }

    @Test
    void a_connection_with_many_addresses_is_held_back_as_one() {
        Visitor visitor = visitor();
        visitor.get("/bff/session");
        HttpResponse<String> last = null;
        for (int i = 0; i < 60 && (last == null || last.statusCode() != 429); i++) {
            last = visitor.send(visitor.request("/api/auth/sign-in")
                    .header("X-XSRF-TOKEN", visitor.cookie("XSRF-TOKEN"))
                    .header("X-Forwarded-For", "2001:db8:7:7::" + Integer.toHexString(i))
                    .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{}")));
        }
        assertThat(last.statusCode()).isEqualTo(429);
    }

    @ParameterizedTest
    @CsvSource({
        "/bff/login, 2001:db8:9:1::",
        "/oauth2/authorize?response_type=code, 2001:db8:9:2::",
        "/api/auth/sign-in/wechat?continue=/, 2001:db8:9:3::",
        "/api/auth/sign-in/providers/ykb, 2001:db8:9:4::"
    })
    void one_connection_does_not_begin_to_sign_in_for_ever(String path, String network) {
        int begun = 0;
        HttpResponse<String> last = null;
        while (begun < 150 && (last == null || last.statusCode() != 429)) {
            last = visitor()
                    .send(visitor()
                            .request(path)
                            .header("X-Forwarded-For", network + Integer.toHexString(++begun))
                            .GET());
        }

        assertThat(begun).isBetween(101, 149);
        assertThat(last.headers().firstValue("Retry-After")).hasValue("60");
        assertThat(last.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("ZQ_SESSION="));
        assertThat(visitor().get("/bff/login").statusCode())
                .as("another is not held back")
                .isEqualTo(302);
    }

    @Test
    void a_session_of_nobody_lives_for_minutes_and_that_of_who_signed_in_for_hours() {
        Visitor visitor = visitor();
        HttpResponse<String> begun = visitor.get("/bff/login?continue=/m/code");
        assertThat(livesFor(visitor)).isEqualTo(Duration.ofMinutes(20));

        visitor.get("/bff/callback?code=c1&state=" + Visitor.state(begun));

        assertThat(livesFor(visitor)).isEqualTo(Duration.ofHours(12));
    }

    private Duration livesFor(Visitor visitor) {
        return sessions.findById(visitor.cookie("ZQ_SESSION")).block().getMaxInactiveInterval();
    }

    @Test
    void a_wish_that_is_longer_than_an_address_of_this_site_is_not_kept() {
        Visitor visitor = visitor();
        HttpResponse<String> begun = visitor.get("/bff/login?continue=/" + "x".repeat(2000));

        assertThat(Visitor.location(visitor.get("/bff/callback?code=c1&state=" + Visitor.state(begun))))
                .isEqualTo("/");
    }

    // --- pages
    // ---------------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource({
        "/, portal",
        "/policies/N01, portal",
        "/sign-in, portal",
        "/m/, h5",
        "/m/code/show, h5",
        "/admin/, admin",
        "/admin/claims?status=OPEN, admin",
        "/enterprise, portal"
    })
    void every_path_of_an_application_is_its_page(String path, String application) {
        HttpResponse<String> page = visitor().get(path);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).isEqualTo("<title>" + application + "</title>");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains(
                        "default-src 'self'", "frame-ancestors 'none'", "object-src 'none'", "frame-src 'self' blob:;");
        assertThat(scriptsOf(
                        page.headers().firstValue("Content-Security-Policy").orElse("")))
                .as("no script that stands in a page or comes from elsewhere runs")
                .containsOnly("'self'");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().allValues("Set-Cookie"))
                .anySatisfy(
                        cookie -> assertThat(cookie).startsWith("XSRF-TOKEN=").doesNotContain("HttpOnly"));
    }

    @Test
    void a_long_search_in_the_address_of_a_page_opens_the_page() {
        assertThat(visitor().get("/policies?q=" + "%E4%BC%81".repeat(500)).body())
                .contains("<title>portal</title>");
    }

    @Test
    void files_with_their_hash_in_the_name_are_kept_for_ever_and_sent_small() {
        Visitor visitor = visitor();
        HttpResponse<String> plain = visitor.get("/m/assets/main-abc123.js");
        assertThat(plain.body()).isEqualTo("console.log('h5')");
        assertThat(plain.headers().firstValue("Cache-Control")).hasValue("max-age=31536000, public, immutable");
        assertThat(plain.headers().allValues("Set-Cookie")).isEmpty();

        HttpResponse<String> gzip = visitor.send(visitor.request("/assets/main-abc123.js")
                .header("Accept-Encoding", "gzip")
                .GET());
        assertThat(gzip.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(gzip.body()).isEqualTo("gzipped");
        HttpResponse<String> brotli = visitor.send(visitor.request("/assets/main-abc123.js")
                .header("Accept-Encoding", "gzip, br")
                .GET());
        assertThat(brotli.headers().firstValue("Content-Encoding")).hasValue("br");
        assertThat(brotli.headers().firstValue("Content-Type")).hasValue("text/javascript;charset=utf-8");
        assertThat(brotli.headers().firstValue("Vary"))
                .hasValueSatisfying(vary -> assertThat(vary).contains("Accept-Encoding"));

        String tag = brotli.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = visitor.send(visitor.request("/assets/main-abc123.js")
                .header("Accept-Encoding", "gzip, br")
                .header("If-None-Match", tag)
                .GET());
        assertThat(again.statusCode()).isEqualTo(304);
    }

    @Test
    void a_page_about_something_with_a_dot_in_its_name_is_opened_and_files_that_are_missing_are_not() {
        Visitor visitor = visitor();
        HttpResponse<String> page = visitor.send(visitor.request("/admin/templates/loan.settled")
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .GET());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        for (String missing : List.of("/admin/templates/loan.settled", "/logo.png", "/.env", "/assets/gone-000.js")) {
            HttpResponse<String> refused = visitor.send(visitor.request(missing)
                    .header(
                            "Accept",
                            missing.contains("loan") ? "*/*" : missing.equals("/logo.png") ? "image/*" : "text/html")
                    .GET());
            assertThat(refused.statusCode()).as(missing).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/gone-000.js",
                "/secret.txt",
                "/../secret.txt",
                "/m/../../secret.txt",
                "/m/%2e%2e/%2e%2e/secret.txt",
                "/m/..%2fsecret.txt",
                "/assets/main-abc123.js.map",
                "/favicon.ico",
                "/district/nothing.svg",
                "/district/../secret.txt",
                "/district/%2e%2e/secret.txt",
                "/district/..%2fsecret.txt",
                "/openapi/nothing.json"
            })
    void what_is_no_file_of_the_site_is_not_there(String path) throws Exception {
        assertThat(rawStatus("GET " + path + " HTTP/1.1")).isIn(400, 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/%00", "/m/%00", "/assets/%00.js", "/policies/a%00b", "/api/policy/policies/%00", "/bff/%00"})
    void a_path_with_a_nul_leads_nowhere_and_says_so(String path) throws Exception {
        String answer = raw("GET " + path + " HTTP/1.1");
        assertThat(status(answer)).isIn(400, 404);
        assertThat(answer).contains("Content-Type: application/problem+json", "\"code\":");
        SERVICES.verify(0, getRequestedFor(urlPathMatching("/api/policy/.*")));
    }

    /** What the policy lets run as script: its script-src, or the default where it has none. */
    private static List<String> scriptsOf(String policy) {
        Map<String, List<String>> directives = Arrays.stream(policy.split(";"))
                .map(directive -> List.of(directive.strip().split(" +")))
                .collect(Collectors.toMap(List::getFirst, words -> words.subList(1, words.size())));
        return directives.getOrDefault("script-src", directives.getOrDefault("default-src", List.of()));
    }

    @Test
    void each_application_has_the_brand_of_the_district_and_its_entrance() {
        for (String path : List.of("/brand.json", "/m/brand.json", "/admin/brand.json")) {
            HttpResponse<String> brand = visitor().get(path);
            assertThat(brand.body()).contains("\"name\":\"示例区惠企通\"", "\"mascot\":{\"name\":\"\"");
            assertThat(brand.headers().firstValue("Cache-Control")).hasValue("no-cache");
        }
        HttpResponse<String> logo = visitor().get("/district/logo.svg");
        assertThat(logo.body()).isEqualTo("<svg/>");
        assertThat(logo.headers().firstValue("Content-Type")).hasValue("image/svg+xml");
        HttpResponse<String> entrance = visitor().get("/admin");
        assertThat(entrance.statusCode()).isEqualTo(308);
        assertThat(Visitor.location(entrance)).isEqualTo("/admin/");
    }

    @Test
    void the_api_of_a_service_is_described() {
        HttpResponse<String> document = visitor().get("/openapi/policy-service.json");
        assertThat(document.body()).isEqualTo("{\"openapi\":\"3.1.0\"}");
        assertThat(document.headers().firstValue("Content-Type")).hasValue("application/json");
    }

    @Test
    void the_apis_of_all_services_are_found_in_one_place() {
        assertThat(visitor().get("/openapi/index.json").body())
                .isEqualTo("[{\"service\":\"policy-service\",\"url\":\"/openapi/policy-service.json\"}]");
    }

    /** A controller that nobody lists is not open by accident, and the list names nothing that is gone. */
    @Test
    void every_handler_of_the_gateway_is_listed_as_open_or_relayed() {
        List<String> handlers = mappings.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getMethodsCondition().getMethods().stream()
                        .flatMap(method -> mapping.getPatternsCondition().getPatterns().stream()
                                .map(pattern -> method + " " + pattern.getPatternString())))
                .toList();
        assertThat(OpenRoutes.OWN).containsAll(handlers);
        assertThat(OpenRoutes.OWN)
                .filteredOn(route -> !handlers.contains(route))
                .as("answered by filters of Spring Security")
                .containsExactlyInAnyOrder("GET /bff/login", "GET /bff/callback");
    }

    @Test
    void every_relayed_path_is_in_the_list() {
        List<String> relayed = definitions.getRouteDefinitions().collectList().block().stream()
                .flatMap(route -> route.getPredicates().stream())
                .filter(predicate -> predicate.getName().equals("Path"))
                .flatMap(predicate -> predicate.getArgs().values().stream())
                .toList();
        assertThat(relayed)
                .isNotEmpty()
                .allSatisfy(path -> assertThat(OpenRoutes.RELAYED)
                        .anyMatch(open -> open.equals(path)
                                || (open.endsWith("/**") && path.startsWith(open.substring(0, open.length() - 2)))));
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/internal/events",
        "GET,/actuator/env",
        "GET,/bff/other",
        "GET,/login/oauth2",
        "POST,/bff/session",
        "POST,/policies"
    })
    void what_is_not_listed_is_not_there(String method, String path) {
        Visitor visitor = visitor();
        visitor.get("/bff/session");
        HttpResponse<String> answer = visitor.send(visitor.request(path)
                .header("X-XSRF-TOKEN", visitor.cookie("XSRF-TOKEN"))
                .method(method, java.net.http.HttpRequest.BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("\"code\":");
        SERVICES.verify(0, anyRequestedFor(urlPathEqualTo(path)));
    }

    @Test
    void health_is_told_and_nothing_more() {
        assertThat(visitor().get("/actuator/health").body()).contains("UP").doesNotContain("redis");
    }

    @Test
    void metrics_are_for_those_with_a_token_for_them() throws Exception {
        RSAKey key = new RSAKeyGenerator(2048).keyID("k1").generate();
        SERVICES.stubFor(get("/oauth2/jwks").willReturn(okJson("{\"keys\":[" + key.toPublicJWK() + "]}")));
        assertThat(metrics(token(key, "http://auth-service", "ops.actuator"))).isEqualTo(200);
        assertThat(metrics(token(key, "http://auth-service", "internal"))).isEqualTo(404);
        assertThat(metrics(token(key, "http://elsewhere", "ops.actuator"))).isEqualTo(404);
        assertThat(metrics(token(key, "http://auth-service", "ops.actuator", "another-platform")))
                .as("a token that is meant for something else")
                .isEqualTo(404);
        assertThat(metrics(
                        token(new RSAKeyGenerator(2048).keyID("k1").generate(), "http://auth-service", "ops.actuator")))
                .isEqualTo(404);
        assertThat(visitor().get("/actuator/prometheus").statusCode())
                .as("also from this machine")
                .isEqualTo(404);
    }

    private int metrics(String token) {
        Visitor prometheus = visitor();
        return prometheus
                .send(prometheus
                        .request("/actuator/prometheus")
                        .header("Authorization", "Bearer " + token)
                        .GET())
                .statusCode();
    }

    private static String token(RSAKey key, String issuer, String permission) throws Exception {
        return token(key, issuer, permission, "zhengqi");
    }

    private static String token(RSAKey key, String issuer, String permission, String audience) throws Exception {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
                new JWTClaimsSet.Builder()
                        .subject("prometheus")
                        .issuer(issuer)
                        .audience(audience)
                        .claim("perms", List.of(permission))
                        .expirationTime(new Date(System.currentTimeMillis() + 60_000))
                        .build());
        jwt.sign(new RSASSASigner(key));
        return jwt.serialize();
    }

    // -------------------------------------------------------------------------------------------------------------------

    private Visitor visitor() {
        return new Visitor("http://127.0.0.1:" + port);
    }

    private Visitor signedIn() {
        Visitor visitor = visitor();
        visitor.get("/bff/session");
        HttpResponse<String> begun = visitor.get("/bff/login");
        visitor.get("/bff/callback?code=c1&state=" + Visitor.state(begun));
        return visitor;
    }

    /** As auth-service does it: the token works once. */
    private static void oneTimeRefresh(String spent, String access, String refresh) {
        SERVICES.stubFor(post("/oauth2/token")
                .withRequestBody(containing("refresh_token=" + spent))
                .inScenario("refresh")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(tokens(access, refresh, 300).withFixedDelay(300))
                .willSetStateTo("spent"));
        SERVICES.stubFor(post("/oauth2/token")
                .withRequestBody(containing("refresh_token=" + spent))
                .inScenario("refresh")
                .whenScenarioStateIs("spent")
                .willReturn(refused()));
    }

    private static com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder refused() {
        return aResponse()
                .withStatus(400)
                .withHeader("Content-Type", "application/json")
                .withBody("{\"error\":\"invalid_grant\"}");
    }

    private static com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder tokens(
            String access, String refresh, int seconds) {
        return okJson("{\"access_token\":\"%s\",\"refresh_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":%d}"
                .formatted(jwt(access), refresh, seconds));
    }

    private static String jwt(String name) {
        return jwt(name, null);
    }

    private static String jwt(String name, @Nullable String userType) {
        return jwt(name, userType, null);
    }

    private static String jwt(String name, @Nullable String userType, @Nullable Instant until) {
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader(JWSAlgorithm.HS256),
                    new JWTClaimsSet.Builder()
                            .subject("account-1")
                            .jwtID(name)
                            .claim("user_type", userType)
                            .claim("auth_time", until == null ? null : Date.from(until.minus(Duration.ofHours(12))))
                            .claim("auth_until", until == null ? null : Date.from(until))
                            .build());
            jwt.sign(new MACSigner(new byte[32]));
            return jwt.serialize();
        } catch (com.nimbusds.jose.JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Before reactor-netty 1.3.8 a connection stopped reading for good when a request that had come before the end of the
     * one before it was answered at once (its issue 4361): a page stayed at "loading", now and then.
     */
    @Test
    void a_connection_answers_on_after_a_request_that_had_to_wait_for_the_one_before_it() throws IOException {
        String missing = "GET /missing.js HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
        String last = "GET /missing.js HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(("GET /bff/session HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n" + missing)
                            .getBytes(StandardCharsets.US_ASCII));
            StringBuilder answers = new StringBuilder();
            while (!answers.toString().contains("404")) {
                answers.append((char) socket.getInputStream().read());
            }
            socket.getOutputStream().write(last.getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("HTTP/1.1 404");
        }
    }

    /** In the service it would hold a place for as long as it likes. */
    @Test
    void who_falls_silent_in_the_middle_of_a_request_is_hung_up_on() throws IOException {
        try (Socket caller = new Socket(InetAddress.getLoopbackAddress(), port)) {
            caller.setSoTimeout(60_000);
            caller.getOutputStream().write("""
                    GET /api/policy/policies HTTP/1.1
                    Host: 127.0.0.1
                    Content-Type: application/json
                    Content-Length: 500

                    {"account":""".replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));

            assertThat(caller.getInputStream().readAllBytes())
                    .as("what comes before the connection ends")
                    .satisfiesAnyOf(
                            nothing -> assertThat(nothing).isEmpty(),
                            refusal -> assertThat(status(new String(refusal, StandardCharsets.UTF_8)))
                                    .isGreaterThanOrEqualTo(400));
        }
    }

    /** A request that no client would send: paths are not tidied up before. */
    private int rawStatus(String requestLine) throws IOException {
        return status(raw(requestLine));
    }

    private static int status(String answer) {
        return Integer.parseInt(answer.split(" ")[1]);
    }

    private String raw(String requestLine) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write((requestLine + "\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).doesNotContain("not for anybody");
            return answer;
        }
    }
}
