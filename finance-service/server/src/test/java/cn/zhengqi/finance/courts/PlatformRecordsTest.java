package cn.zhengqi.finance.courts;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengqi.finance.courts.CourtsProperties.Directory;
import cn.zhengqi.finance.courts.CourtsProperties.Member;
import cn.zhengqi.finance.courts.CourtsProperties.Platform;
import cn.zhengqi.finance.courts.PublicRecords.RecordsUnavailable;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** Against answers in the message form of the platforms, with the members of the sources' own publications. */
class PlatformRecordsTest {

    private static final WireMockServer PLATFORM =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());
    private static final Instant NOW = Instant.parse("2026-11-26T02:03:04.567Z");
    private static final String USCC = "91500113MAX5XQ4WX4";

    private PlatformRecords records;

    @BeforeAll
    static void start() {
        PLATFORM.start();
    }

    @AfterAll
    static void stop() {
        PLATFORM.stop();
    }

    @BeforeEach
    void fresh() {
        PLATFORM.resetAll();
        records = records(Map.of(
                RecordKind.DISHONEST, directory("sid-1", ""),
                RecordKind.ENFORCEMENT, directory("sid-2", "/list"),
                RecordKind.JUDGMENTS, directory("sid-3", ""),
                RecordKind.PENALTY, directory("sid-4", "")));
    }

    private static PlatformRecords records(Map<RecordKind, Directory> directory) {
        return new PlatformRecords(
                new Platform(URI.create(PLATFORM.baseUrl() + "/"), "gjzwfwpt", "rid-9", "secret", directory),
                new JsonMapper(),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static Directory directory(String sid, String rows) {
        return new Directory(sid, "/sysapi/query", "tyshxydm", rows, Map.of());
    }

    @Test
    void a_question_is_signed_over_its_service_its_asker_and_its_time() throws Exception {
        answers("{\"code\": \"200\", \"message\": \"成功\", \"data\": []}");

        assertThat(records.of(RecordKind.DISHONEST, USCC, "示例").total()).isZero();

        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String time = Long.toString(NOW.toEpochMilli());
        String signature = Base64.getEncoder()
                .encodeToString(mac.doFinal(("sid-1" + "rid-9" + time).getBytes(StandardCharsets.UTF_8)));
        PLATFORM.verify(postRequestedFor(urlPathEqualTo("/sysapi/query"))
                .withHeader("gjzwfwpt_rid", equalTo("rid-9"))
                .withHeader("gjzwfwpt_sid", equalTo("sid-1"))
                .withHeader("gjzwfwpt_rtime", equalTo(time))
                .withHeader("gjzwfwpt_sign", equalTo(signature))
                .withRequestBody(equalToJson("{\"tyshxydm\": \"" + USCC + "\"}")));
    }

    @Test
    void records_of_the_courts_are_read_by_their_own_names_the_newest_first_and_without_people() {
        answers("""
                {"code": "200", "message": "成功", "data": {"total": 7, "list": [
                  {"casecode": "（2024）测执1号", "execcourtname": "甲人民法院", "execmoney": 377352.1, "casecreatetime": "2024年07月08日", "pname": "某某"},
                  {"casecode": "（2025）测执2号", "execcourtname": "乙人民法院", "execmoney": "1,000.5", "casecreatetime": "20250308", "casestate": "执行中"}]}}""");

        OnRecord told = records.of(RecordKind.ENFORCEMENT, USCC, "示例");

        assertThat(told.total()).as("as many as the platform says").isEqualTo(7);
        assertThat(told.records())
                .containsExactly(
                        new PublicRecord(
                                "（2025）测执2号",
                                "乙人民法院",
                                "",
                                "执行中",
                                LocalDate.parse("2025-03-08"),
                                new BigDecimal("1000.50"),
                                null),
                        new PublicRecord(
                                "（2024）测执1号",
                                "甲人民法院",
                                "",
                                "",
                                LocalDate.parse("2024-07-08"),
                                new BigDecimal("377352.10"),
                                null));
        assertThat(told.toString()).doesNotContain("某某");
    }

    @Test
    void judgments_are_counted_by_type_of_case_whether_the_platform_counts_or_lists() {
        answers("""
                {"code": "200", "data": [{"casetype": "民事案件"}, {"casetype": "民事案件"}, {"casetype": "行政案件", "count": 3}]}""");

        OnRecord told = records.of(RecordKind.JUDGMENTS, USCC, "示例");

        assertThat(told.total()).isEqualTo(5);
        assertThat(told.records())
                .extracting(PublicRecord::matter, PublicRecord::count)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("民事案件", 2L),
                        org.assertj.core.groups.Tuple.tuple("行政案件", 3L));
    }

    @Test
    void a_fine_is_published_in_ten_thousands_and_a_platform_may_call_members_otherwise() {
        records = records(Map.of(
                RecordKind.PENALTY,
                new Directory("sid-4", "/sysapi/query", "tyshxydm", "", Map.of(Member.AUTHORITY, "jgmc"))));
        answers("""
                {"code": "200", "data": [{"cf_wsh": "测罚〔2025〕3号", "jgmc": "甲局", "cf_wfxw": "未按规定公示", "cf_nr_fk": "0.5", "cf_jdrq": "2025/3/8"}]}""");

        assertThat(records.of(RecordKind.PENALTY, USCC, "示例").records())
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.authority()).isEqualTo("甲局");
                    assertThat(it.amount()).isEqualByComparingTo("5000");
                    assertThat(it.day()).isEqualTo("2025-03-08");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\": \"300\", \"message\": \"签名错误\", \"data\": []}",
                "{\"code\": \"200\"}",
                "{\"code\": \"200\", \"data\": {}}",
                "{\"code\": \"200\", \"data\": \"加密的内容\"}",
                "{\"code\": \"200\", \"data\": [\"x\"]}",
                "<html>网关错误</html>",
                ""
            })
    void what_cannot_be_read_is_no_answer_and_never_an_empty_one(String body) {
        answers(body);

        assertThatThrownBy(() -> records.of(RecordKind.DISHONEST, USCC, "示例")).isInstanceOf(RecordsUnavailable.class);
    }

    @Test
    void neither_is_an_error_or_a_line_that_breaks() {
        PLATFORM.stubFor(post(urlPathEqualTo("/sysapi/query"))
                .willReturn(aResponse().withStatus(500).withBody("{\"code\": \"200\", \"data\": []}")));
        assertThatThrownBy(() -> records.of(RecordKind.DISHONEST, USCC, "示例")).isInstanceOf(RecordsUnavailable.class);

        PLATFORM.stubFor(post(urlPathEqualTo("/sysapi/query"))
                .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        assertThatThrownBy(() -> records.of(RecordKind.DISHONEST, USCC, "示例")).isInstanceOf(RecordsUnavailable.class);
    }

    @Test
    void it_answers_for_what_was_granted_and_never_about_demo_enterprises() {
        assertThat(records.answers(RecordKind.DISHONEST, false)).isTrue();
        assertThat(records.answers(RecordKind.ABNORMAL, false)).isFalse();
        assertThat(records.answers(RecordKind.DISHONEST, true)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"'', secret, gjzwfwpt", "rid, '', gjzwfwpt", "rid, secret, 'X y'"})
    void settings_that_sign_nothing_do_not_start(String rid, String secret, String headers) {
        assertThatThrownBy(() -> new Platform(
                        URI.create("https://data.example.cn"),
                        headers,
                        rid,
                        secret,
                        Map.of(RecordKind.DISHONEST, directory("sid", ""))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void its_settings_are_read_from_the_environment() {
        Map<String, Object> set = Map.of(
                "ZHENGQI_COURTS_PLATFORM_ADDRESS", "https://data.example.cn",
                "ZHENGQI_COURTS_PLATFORM_RID", "rid",
                "ZHENGQI_COURTS_PLATFORM_SECRET", "geheim",
                "ZHENGQI_COURTS_PLATFORM_DIRECTORY_PENALTY_SID", "sid-4",
                "ZHENGQI_COURTS_PLATFORM_DIRECTORY_PENALTY_PATH", "/sysapi/cf",
                "ZHENGQI_COURTS_PLATFORM_DIRECTORY_PENALTY_ROWS", "/list",
                "ZHENGQI_COURTS_PLATFORM_DIRECTORY_PENALTY_NAMES_AUTHORITY", "jgmc");

        CourtsProperties properties = new Binder(ConfigurationPropertySources.from(new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, set)))
                .bind("zhengqi.courts", CourtsProperties.class)
                .get();

        assertThat(properties.platform()).isNotNull().satisfies(platform -> {
            assertThat(platform.headers()).isEqualTo("gjzwfwpt");
            assertThat(platform.directory())
                    .containsExactly(Map.entry(
                            RecordKind.PENALTY,
                            new Directory(
                                    "sid-4", "/sysapi/cf", "tyshxydm", "/list", Map.of(Member.AUTHORITY, "jgmc"))));
            assertThat(platform.toString()).doesNotContain("geheim");
        });
    }

    private static void answers(String body) {
        PLATFORM.stubFor(post(urlPathEqualTo("/sysapi/query")).willReturn(okJson(body)));
    }
}
