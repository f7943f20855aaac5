package cn.zhengqi.web;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.moreThanOrExactly;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.web.security.Routes;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
        classes = SampleApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"zhengqi.service-secret=of-the-test", "spring.servlet.multipart.max-file-size=1KB"})
@ActiveProfiles("test")
class ServiceWebTest {

    private static final Tokens TOKENS = new Tokens();
    private static final WireMockServer OTHERS =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private JsonMapper json;

    @Autowired
    private Routes routes;

    @Autowired
    private CircuitBreakerRegistry breakers;

    @Autowired
    private MeterRegistry meters;

    @DynamicPropertySource
    static void others(DynamicPropertyRegistry registry) {
        OTHERS.start();
        registry.add("zhengqi.auth.jwks-uri", () -> OTHERS.baseUrl() + "/oauth2/jwks");
        registry.add("zhengqi.auth.token-uri", () -> OTHERS.baseUrl() + "/oauth2/token");
        registry.add("spring.cloud.openfeign.client.config.neighbour-service.url", OTHERS::baseUrl);
        registry.add("management.opentelemetry.tracing.export.otlp.endpoint", () -> OTHERS.baseUrl() + "/v1/traces");
        registry.add("management.opentelemetry.tracing.export.schedule-delay", () -> "100ms");
    }

    @BeforeEach
    void otherServices() {
        OTHERS.resetAll();
        breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
        OTHERS.stubFor(get("/oauth2/jwks").willReturn(okJson(TOKENS.jwks())));
        OTHERS.stubFor(post("/oauth2/token").willReturn(okJson("""
                        {"access_token":"%s","token_type":"Bearer","expires_in":300,"scope":"internal"}""".formatted(TOKENS.service()))));
    }

    @AfterAll
    static void stop() {
        OTHERS.stop();
    }

    @Test
    void a_public_route_needs_no_sign_in() throws Exception {
        assertThat(ask("/api/sample/open/7", null).status()).isEqualTo(200);
        assertThat(ask("/api/sample/hello", null).body().path("name").asString())
                .isEqualTo("nobody");
        assertThat(ask("/api/sample/hello", TOKENS.person()).body().path("name").asString())
                .isEqualTo("张三");
    }

    @Test
    void a_request_is_measured_as_a_whole_and_not_filter_by_filter() throws Exception {
        ask("/api/sample/me", TOKENS.person());
        await().until(() -> meters.find("http.server.requests").timer() != null);
        assertThat(meters.getMeters())
                .extracting(meter -> meter.getId().getName())
                .noneMatch(name -> name.startsWith("spring.security."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/sample/me",
                "/api/sample/review",
                "/api/sample/open/closed",
                "/internal/things/1",
                "/actuator/metrics",
                "/nowhere"
            })
    void everything_else_is_closed_to_those_who_are_not_signed_in(String path) throws Exception {
        Answer answer = ask(path, null);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.code()).isEqualTo("UNAUTHENTICATED");
        assertThat(answer.body().path("traceId").asString()).matches("[0-9a-f]{32}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/sample/review", "/api/sample/open/closed", "/internal/things/1", "/actuator/metrics"})
    void a_signed_in_person_without_the_permission_is_refused(String path) throws Exception {
        Answer answer = ask(path, TOKENS.person("something.else", "internal"));
        if (path.startsWith("/internal")) {
            assertThat(answer.status())
                    .as("a person is no service, whatever the token names")
                    .isEqualTo(403);
        }
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("FORBIDDEN");
    }

    @Test
    void any_of_the_permissions_of_a_route_is_enough() throws Exception {
        assertThat(ask("/api/sample/review", TOKENS.person("sample.review")).status())
                .isEqualTo(200);
        assertThat(ask("/api/sample/review", TOKENS.person("sample.review-all")).status())
                .isEqualTo(200);
    }

    @Test
    void internal_routes_are_for_services_and_only_these_are() throws Exception {
        assertThat(ask("/internal/things/1", TOKENS.service()).status()).isEqualTo(200);
        assertThat(ask("/internal/things/1", TOKENS.service("stats-service")).status())
                .as("a service that the route does not name")
                .isEqualTo(403);
        assertThat(ask("/api/sample/me", TOKENS.service()).status()).isEqualTo(403);
    }

    @Test
    void health_is_open_and_tells_nothing() throws Exception {
        Answer answer = ask("/actuator/health", null);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().has("components")).isFalse();
        assertThat(ask("/actuator/prometheus", TOKENS.person("ops.actuator")).status())
                .isEqualTo(200);
    }

    @Test
    void tokens_that_are_late_foreign_or_forged_are_refused() throws Exception {
        String late = TOKENS.signed(claims -> claims.subject(Tokens.ACCOUNT.toString())
                .claim("user_type", "OPERATOR")
                .expirationTime(new Date(System.currentTimeMillis() - 60_000)));
        String foreign = TOKENS.signed(claims -> claims.issuer("http://elsewhere")
                .subject(Tokens.ACCOUNT.toString())
                .claim("user_type", "OPERATOR"));
        String forged = new Tokens().person();
        for (String token : List.of(late, foreign, forged, "nonsense")) {
            assertThat(ask("/api/sample/me", token).status()).isEqualTo(401);
        }
    }

    @Test
    void the_caller_is_given_as_the_token_says() throws Exception {
        JsonNode me = ask("/api/sample/me", TOKENS.personOfEnterprise()).body();
        assertThat(me.path("accountId").asString()).isEqualTo(Tokens.ACCOUNT.toString());
        assertThat(me.path("enterpriseId").asString()).isEqualTo(Tokens.ENTERPRISE.toString());
        assertThat(me.has("institutionId")).isFalse();
    }

    @Test
    void who_acts_for_no_enterprise_is_told_so() throws Exception {
        Answer answer = ask("/api/sample/my-enterprise", TOKENS.person());
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("NO_ENTERPRISE");
    }

    @Test
    void each_wrong_field_of_a_body_is_named() throws Exception {
        Answer answer = send("/api/sample/orders", """
                {"title":"","amount":-1,"contacts":[{"name":"一二三四五六七八九十十一","phone":"1"}],"uscc":null}""");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("VALIDATION_FAILED");
        assertThat(answer.body().path("errors"))
                .extracting(error -> error.path("field").asString() + " "
                        + error.path("code").asString())
                .containsExactlyInAnyOrder("title REQUIRED", "amount RANGE", "contacts[0].name LENGTH");
        assertThat(answer.body().path("errors"))
                .allSatisfy(
                        error -> assertThat(error.path("message").asString()).matches(".*\\p{IsHan}.*"))
                .anySatisfy(
                        error -> assertThat(error.path("message").asString()).isEqualTo("长度不能超过10个字"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"否", "「否」", "  否    ", "　　不同意　　", "\\n\\n\\n\\n不", "一二三四五六七八九十十一"})
    void letters_of_an_explanation_are_counted_without_the_blanks_around_it(String words) throws Exception {
        Answer answer = send("/api/sample/orders", "{\"title\":\"x\",\"amount\":1,\"reason\":\"" + words + "\"}");
        assertProblem(answer, 400, "VALIDATION_FAILED");
        JsonNode error = answer.body().path("errors").path(0);
        assertThat(error.path("field").asString()).isEqualTo("reason");
        assertThat(error.path("code").asString()).isEqualTo("LENGTH");
        assertThat(error.path("message").asString()).isEqualTo("退回的原因为 5 到 10 字");
    }

    @ParameterizedTest
    @ValueSource(strings = {"一二三四五", "  一二三四五六七八九十  ", "　一二 三五　"})
    void an_explanation_of_enough_letters_is_read_without_the_blanks_around_it(String words) throws Exception {
        Answer answer = send("/api/sample/orders", "{\"title\":\"x\",\"amount\":1,\"reason\":\"" + words + "\"}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("reason").asString()).isEqualTo(words.strip());
    }

    @Test
    void whoever_names_a_value_that_there_is_not_reads_which_there_are() throws Exception {
        Answer answer = ask("/api/sample/list?colour=GREEN", TOKENS.person());
        assertProblem(answer, 400, "VALIDATION_FAILED");
        JsonNode error = answer.body().path("errors").path(0);
        assertThat(error.path("field").asString()).isEqualTo("colour");
        assertThat(error.path("code").asString()).isEqualTo("FORMAT");
        assertThat(error.path("message").asString()).isEqualTo("格式不正确，只能是 RED、BLUE");
    }

    @ParameterizedTest
    @CsvSource({"amount, \"viel\"", "months, 1.5", "months, \"zwölf\""})
    void a_field_that_cannot_be_read_is_named(String field, String value) throws Exception {
        Answer answer = send("/api/sample/orders", "{\"title\":\"x\",\"" + field + "\":" + value + "}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("errors").path(0).path("field").asString())
                .isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/sample/orders, {\"title\":\"x\\u0000\"}, title",
        "/api/sample/orders, {\"title\":\"\\u001b[2J\"}, title",
        "'/api/sample/orders', '{\"title\":\"x\",\"contacts\":[{\"name\":\"\\u0007\"}]}', contacts[0].name",
        "/api/sample/facts, {\"name\":\"\\u0000\"}, name",
        "/api/sample/facts, {\"na\\u0000me\":1}, ''"
    })
    void a_control_character_in_a_body_is_refused(String path, String body, String field) throws Exception {
        Answer answer = send(path, body);
        assertProblem(answer, 400, "VALIDATION_FAILED");
        JsonNode error = answer.body().path("errors").path(0);
        assertThat(error.path("field").asString()).matches(field.replace("[", "\\["));
        assertThat(error.path("code").asString()).isEqualTo("CONTROL_CHARACTER");
    }

    @Test
    void lines_and_tabs_are_no_control_characters() throws Exception {
        Answer answer = send("/api/sample/orders", "{\"title\":\"一\\r\\n\\t二\",\"amount\":1}");
        assertThat(answer.body().path("title").asString()).isEqualTo("一\r\n\t二");
    }

    @ParameterizedTest
    @ValueSource(strings = {"search?q=a%00", "search?q=%1B%5B2J", "list?page=1%00", "list?colour=RED%7F"})
    void a_control_character_in_a_parameter_is_refused(String query) throws Exception {
        assertProblem(ask("/api/sample/" + query, TOKENS.person()), 400, "BAD_REQUEST");
        assertThat(ask("/api/sample/search?q=%E4%B8%80%0A%09", TOKENS.person()).status())
                .isEqualTo(200);
    }

    @Test
    void a_wrong_uscc_in_a_body_keeps_its_own_code() throws Exception {
        Answer answer = send("/api/sample/orders", "{\"title\":\"x\",\"amount\":1,\"uscc\":\"91500000202869177X\"}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("USCC_INVALID");
    }

    @Test
    void a_uscc_is_one_text_in_json_and_money_is_not_in_exponents() throws Exception {
        Answer answer =
                send("/api/sample/orders", "{\"title\":\"x\",\"amount\":10000000.00,\"uscc\":\"91500000202869177y\"}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("\"uscc\":\"91500000202869177Y\"").contains("\"amount\":10000000.00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "", "[1,2]", "\"text\""})
    void a_body_that_is_no_such_thing_is_refused(String body) throws Exception {
        assertThat(send("/api/sample/orders", body).status()).isEqualTo(400);
    }

    @Test
    void other_bodies_methods_and_paths_get_their_status() throws Exception {
        String token = TOKENS.person();
        assertProblem(ask("/nowhere", token), 404, "NOT_FOUND");
        assertProblem(exchange(request("/api/sample/me", token).DELETE().build()), 405, "METHOD_NOT_ALLOWED");
        assertProblem(
                exchange(request("/api/sample/orders", token)
                        .header("Content-Type", "text/plain")
                        .POST(HttpRequest.BodyPublishers.ofString("x"))
                        .build()),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
        assertProblem(ask("/api/sample/things/7", token), 400, "VALIDATION_FAILED");
        assertProblem(ask("/api/sample/list?colour=GREEN", token), 400, "VALIDATION_FAILED");
    }

    @Test
    void a_body_that_is_larger_than_anything_one_fills_in_is_refused_whether_it_says_so_or_not() throws Exception {
        String body = "{\"title\":\"" + "x".repeat(70_000) + "\",\"amount\":1,\"uscc\":\"91500000202869177Y\"}";
        assertProblem(send("/api/sample/orders", body), 413, "PAYLOAD_TOO_LARGE");
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        assertProblem(
                exchange(request("/api/sample/orders", TOKENS.person())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)))
                        .build()),
                413,
                "PAYLOAD_TOO_LARGE");
    }

    @Test
    void a_route_that_says_so_takes_more_and_not_more_than_it_says() throws Exception {
        assertThat(send("/api/sample/much", "\"" + "x".repeat(70_000) + "\"").status())
                .isEqualTo(200);
        assertProblem(send("/api/sample/much", "\"" + "x".repeat(110_000) + "\""), 413, "PAYLOAD_TOO_LARGE");
    }

    @Test
    void a_file_that_is_too_large_is_refused() throws Exception {
        String body = "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n"
                + "x".repeat(5_000) + "\r\n--cut--\r\n";
        Answer answer = exchange(request("/api/sample/files", TOKENS.person())
                .header("Content-Type", "multipart/form-data; boundary=cut")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
        assertProblem(answer, 413, "PAYLOAD_TOO_LARGE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/mixed; boundary=cut",
                "multipart/form-data; boundary=cut",
                "Multipart/Related; boundary=cut",
                " multipart/x"
            })
    void parts_are_refused_unread_where_no_files_are_taken(String type) throws Exception {
        byte[] hundredKilobytes = new byte[100_000];
        assertProblem(inParts("/api/sample/orders", type, hundredKilobytes), 415, "UNSUPPORTED_MEDIA_TYPE");
        assertProblem(inParts("/api/sample/nothing", type, hundredKilobytes), 415, "UNSUPPORTED_MEDIA_TYPE");
        assertProblem(inParts("/api/sample/much", type, new byte[0]), 415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void a_route_that_takes_files_takes_them_as_a_form_alone() throws Exception {
        assertProblem(
                inParts("/api/sample/files", "multipart/mixed; boundary=cut", new byte[100_000]),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
        assertProblem(
                inParts("/api/sample/files", "application/json", new byte[100_000]), 415, "UNSUPPORTED_MEDIA_TYPE");
        assertThat(inParts("/api/sample/files", "Multipart/Form-Data; boundary=cut", SMALL_FILE)
                        .status())
                .isEqualTo(200);
        assertProblem(
                exchange(request("/api/sample/files", TOKENS.person())
                        .header("Content-Type", "multipart/form-data; boundary=cut")
                        .PUT(HttpRequest.BodyPublishers.ofByteArray(SMALL_FILE))
                        .build()),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
    }

    private static final byte[] SMALL_FILE =
            "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nx\r\n--cut--\r\n"
                    .getBytes(StandardCharsets.UTF_8);

    private Answer inParts(String path, String type, byte[] body) throws Exception {
        return exchange(request(path, TOKENS.person())
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build());
    }

    @Test
    void pages_are_read_and_kept_in_range() throws Exception {
        String token = TOKENS.person();
        assertThat(ask("/api/sample/list", token).text())
                .isEqualTo("{\"items\":[\"a\"],\"total\":1,\"page\":1,\"size\":20}");
        assertThat(ask("/api/sample/list?page=3&size=50", token)
                        .body()
                        .path("size")
                        .asInt())
                .isEqualTo(50);
        assertProblem(ask("/api/sample/list?size=201", token), 400, "VALIDATION_FAILED");
        assertProblem(ask("/api/sample/list?page=x", token), 400, "VALIDATION_FAILED");
    }

    @ParameterizedTest
    @CsvSource({
        "version,409,VERSION_CONFLICT",
        "duplicate,409,CONFLICT",
        "character,400,BAD_REQUEST",
        "rule,409,CONFLICT",
        "limit,429,TOO_MANY_REQUESTS",
        "other,500,INTERNAL_ERROR"
    })
    void what_a_handler_throws_becomes_a_problem_that_tells_nothing_of_the_inside(String kind, int status, String code)
            throws Exception {
        Answer answer = ask("/api/sample/failures/" + kind, TOKENS.person());
        assertProblem(answer, status, code);
        assertThat(answer.text())
                .doesNotContain("secret-host", "hunter2", "row 7", "13812345678", "ck_amount", "Exception");
        assertThat(answer.body().path("traceId").asString()).matches("[0-9a-f]{32}");
    }

    @Test
    void the_callers_trace_is_continued() throws Exception {
        String trace = "0af7651916cd43dd8448eb211c80319c";
        Answer answer = exchange(request("/api/sample/failures/other", TOKENS.person())
                .header("traceparent", "00-" + trace + "-b7ad6b7169203331-01")
                .GET()
                .build());
        assertThat(answer.body().path("traceId").asString()).isEqualTo(trace);
    }

    @Test
    void traces_go_to_the_collector_that_the_environment_names() throws Exception {
        ask("/api/sample/hello", null);
        await().untilAsserted(() -> OTHERS.verify(
                moreThanOrExactly(1),
                postRequestedFor(urlEqualTo("/v1/traces"))
                        .withHeader("Content-Type", equalTo("application/x-protobuf"))));
    }

    @Test
    void sensitive_fields_are_covered_unless_the_caller_may_see_them() throws Exception {
        assertThat(ask("/api/sample/person", TOKENS.person()).text())
                .isEqualTo("{\"name\":\"张三\",\"phone\":\"138****5678\",\"idNumber\":\"500113********1234\"}");
        assertThat(ask("/api/sample/person", TOKENS.person("user.phone.plain")).text())
                .isEqualTo("{\"name\":\"张三\",\"phone\":\"13812345678\",\"idNumber\":\"500113********1234\"}");
    }

    @Test
    void another_service_is_asked_with_the_services_own_token_and_trace() throws Exception {
        OTHERS.stubFor(get("/internal/answers/7").willReturn(okJson("{\"text\":\"是\",\"amount\":12.50}")));
        for (int i = 0; i < 3; i++) {
            assertThat(ask("/api/sample/neighbour/7", TOKENS.person()).text())
                    .isEqualTo("{\"text\":\"是\",\"amount\":12.50}");
        }
        OTHERS.verify(
                3,
                getRequestedFor(urlEqualTo("/internal/answers/7"))
                        .withHeader("Authorization", matching("Bearer ey.*"))
                        .withHeader("traceparent", matching("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]")));
        assertThat(OTHERS.findAll(postRequestedFor(urlPathEqualTo("/oauth2/token"))))
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void bodies_reach_another_service() throws Exception {
        OTHERS.stubFor(post("/internal/answers").willReturn(okJson("{\"text\":\"ok\",\"amount\":1}")));
        assertThat(send("/api/sample/neighbour", "{\"text\":\"企业\",\"amount\":3.20}")
                        .status())
                .isEqualTo(200);
        OTHERS.verify(postRequestedFor(urlEqualTo("/internal/answers"))
                .withRequestBody(equalTo("{\"text\":\"企业\",\"amount\":3.20}")));
    }

    @Test
    void the_problem_of_the_service_that_was_asked_is_passed_on() throws Exception {
        OTHERS.stubFor(get("/internal/answers/7")
                .willReturn(aResponse()
                        .withStatus(409)
                        .withHeader("Content-Type", "application/problem+json")
                        .withBody(
                                "{\"status\":409,\"title\":\"冲突\",\"detail\":\"已被领取\",\"code\":\"ALREADY_CLAIMED\"}")));
        Answer answer = ask("/api/sample/neighbour/7", TOKENS.person());
        assertProblem(answer, 409, "ALREADY_CLAIMED");
        assertThat(answer.body().path("detail").asString()).isEqualTo("已被领取");
    }

    @Test
    void a_service_that_fails_is_unavailable_and_after_a_while_no_longer_asked() throws Exception {
        OTHERS.stubFor(get("/internal/answers/7").willReturn(aResponse().withStatus(500)));
        for (int i = 0; i < 15; i++) {
            assertProblem(ask("/api/sample/neighbour/7", TOKENS.person()), 503, "SERVICE_UNAVAILABLE");
        }
        OTHERS.verify(10, getRequestedFor(urlEqualTo("/internal/answers/7")));
    }

    @Test
    void no_is_not_a_failure_of_the_service_that_says_it() throws Exception {
        OTHERS.stubFor(get("/internal/answers/7").willReturn(aResponse().withStatus(404)));
        for (int i = 0; i < 15; i++) {
            assertProblem(ask("/api/sample/neighbour/7", TOKENS.person()), 404, "NOT_FOUND");
        }
    }

    @Test
    void a_service_that_is_too_slow_is_unavailable() throws Exception {
        OTHERS.stubFor(get("/internal/answers/7").willReturn(okJson("{}").withFixedDelay(3_500)));
        assertProblem(ask("/api/sample/neighbour/7", TOKENS.person()), 503, "SERVICE_UNAVAILABLE");
    }

    @Test
    void how_many_wait_to_be_let_in_is_measured() {
        assertThat(meters.get("zhengqi.admission.waiting").gauge().value()).isZero();
    }

    @Test
    void streams_run_to_their_end() throws Exception {
        Answer answer = ask("/api/sample/stream", TOKENS.person());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("event:unread").contains("{\"count\":3}");
    }

    @Test
    void a_file_is_not_cut_off_when_the_containers_own_patience_ends() throws Exception {
        Answer answer = ask("/api/sample/file", TOKENS.person());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("begun and ended");
    }

    @Test
    void a_file_for_which_there_is_no_place_is_answered_as_a_problem_that_says_when_to_try_again() throws Exception {
        Answer answer = ask("/api/sample/busy-file", TOKENS.person());
        assertProblem(answer, 503, "SERVICE_BUSY");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("10");
        assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
    }

    @Test
    void what_a_window_shows_to_somebody_else_is_neither_read_nor_changed_from_it() throws Exception {
        String account = Tokens.ACCOUNT.toString();
        String enterprise = Tokens.ENTERPRISE.toString();

        for (String itself : List.of(account, account + "/" + enterprise)) {
            assertThat(shownTo(itself).status()).as(itself).isEqualTo(200);
        }
        for (String another : List.of(Ids.next().toString(), account + "/" + Ids.next(), "", "/" + enterprise)) {
            assertProblem(shownTo(another), 409, "SWITCHED_ELSEWHERE");
        }
    }

    private Answer shownTo(String whom) throws Exception {
        return exchange(request("/api/sample/me", TOKENS.personOfEnterprise())
                .header("X-Shown-To", whom)
                .GET()
                .build());
    }

    @Test
    void every_route_is_listed_with_what_it_needs() {
        assertThat(routes.all())
                .extracting(route -> route.method() + " " + route.pattern() + " " + route.permissions())
                .contains(
                        "GET /api/sample/open/{id} []",
                        "GET /internal/things/{id} [internal:finance-service]",
                        "GET /api/sample/me [self]");
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.body().path("detail").asString()).matches(".*\\p{IsHan}.*");
    }

    private Answer send(String path, String body) throws Exception {
        return exchange(request(path, TOKENS.person())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private Answer ask(String path, String token) throws Exception {
        return exchange(request(path, token).GET().build());
    }

    private HttpRequest.Builder request(String path, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private Answer exchange(HttpRequest request) throws Exception {
        HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        String contentType = response.headers().firstValue("Content-Type").orElse("");
        JsonNode body = contentType.contains("json") ? json.readTree(response.body()) : json.nullNode();
        return new Answer(response.statusCode(), contentType, body, response.body(), response.headers());
    }

    private record Answer(int status, String contentType, JsonNode body, String text, HttpHeaders headers) {
        String code() {
            return body.path("code").asString("");
        }
    }
}
