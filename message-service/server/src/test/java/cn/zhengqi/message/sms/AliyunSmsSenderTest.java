package cn.zhengqi.message.sms;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.message.api.InternalSms.Purpose;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** Against answers as Alibaba Cloud documents them for SendSms. */
class AliyunSmsSenderTest {

    private static final WireMockServer ALIYUN =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());
    private static final TextMessage MESSAGE = new TextMessage("13700000001", Purpose.SIGN_IN, "024680");

    private AliyunSmsSender sender;

    @BeforeAll
    static void start() {
        ALIYUN.start();
    }

    @AfterAll
    static void stop() {
        ALIYUN.stop();
    }

    @BeforeEach
    void fresh() {
        ALIYUN.resetAll();
        sender = new AliyunSmsSender(
                new SmsProperties.Aliyun(
                        URI.create(ALIYUN.baseUrl()),
                        "key",
                        "secret",
                        "巴南政企",
                        Map.of(
                                Purpose.SIGN_IN,
                                "SMS_1001",
                                Purpose.PASSWORD_RESET,
                                "SMS_1002",
                                Purpose.REGISTRATION,
                                "SMS_1003",
                                Purpose.PASSWORD_LINK,
                                "SMS_1004",
                                Purpose.PHONE_CHANGE,
                                "SMS_1005",
                                Purpose.PHONE_CHANGED,
                                "SMS_1006",
                                Purpose.ADMISSION_APPROVED,
                                "SMS_1007",
                                Purpose.ADMISSION_REJECTED,
                                "SMS_1008"),
                        1,
                        null,
                        ""),
                "https://zhengqi.example",
                new JsonMapper(),
                Clock.fixed(Instant.parse("2026-11-26T02:03:04.567Z"), ZoneOffset.UTC));
    }

    @Test
    void a_code_goes_out_by_its_template_with_a_signed_request() {
        ALIYUN.stubFor(post(urlPathEqualTo("/")).willReturn(okJson("""
                {"Message":"OK","RequestId":"F655A8D5-B967-440B-8683-DAD6FF8DE990","Code":"OK","BizId":"900619746936498440^0"}""")));

        UUID attempt = Ids.next();

        Handover result = sender.send(attempt, MESSAGE);

        assertThat(result).isEqualTo(Handover.accepted("OK", "OK", "900619746936498440^0", null));
        ALIYUN.verify(
                1,
                postRequestedFor(urlPathEqualTo("/"))
                        .withQueryParam("PhoneNumbers", equalTo("13700000001"))
                        .withQueryParam("SignName", equalTo("巴南政企"))
                        .withQueryParam("TemplateCode", equalTo("SMS_1001"))
                        .withQueryParam("TemplateParam", equalToJson("{\"code\":\"024680\"}"))
                        .withQueryParam("OutId", equalTo(attempt.toString()))
                        .withHeader("x-acs-action", equalTo("SendSms"))
                        .withHeader("x-acs-version", equalTo("2017-05-25"))
                        .withHeader("x-acs-date", equalTo("2026-11-26T02:03:04Z"))
                        .withHeader("x-acs-signature-nonce", matching("[0-9a-f-]{36}"))
                        .withHeader(
                                "Authorization",
                                matching(
                                        "ACS3-HMAC-SHA256 Credential=key,SignedHeaders=host;.*,Signature=[0-9a-f]{64}")));
        var sent = ALIYUN.getAllServeEvents().getFirst().getRequest();
        var signed = new TreeMap<String, String>();
        for (String name : new String[] {
            "host", "x-acs-action", "x-acs-content-sha256", "x-acs-date", "x-acs-signature-nonce", "x-acs-version"
        }) {
            signed.put(name, sent.getHeader(name));
        }
        var query = new TreeMap<String, String>();
        sent.getQueryParams().forEach((name, value) -> query.put(name, value.firstValue()));
        assertThat(sent.getHeader("Authorization"))
                .as("what arrived is what was signed")
                .isEqualTo(new AliyunSignature("key", "secret").authorization(query, signed));
    }

    @Test
    void a_refusal_says_whether_another_provider_may_be_asked() {
        assertThat(answered("触发分钟级流控Permits:1", "isv.BUSINESS_LIMIT_CONTROL"))
                .as("what guards a phone from too many is not got round")
                .isEqualTo(Handover.refused("isv.BUSINESS_LIMIT_CONTROL", "触发分钟级流控Permits:1"));
        assertThat(answered("账户余额不足", "isv.AMOUNT_NOT_ENOUGH").outcome()).isEqualTo(Handover.Outcome.UNAVAILABLE);
        assertThat(answered("系统出现错误，请重新调用", "isp.SYSTEM_ERROR").outcome()).isEqualTo(Handover.Outcome.UNKNOWN);
        ALIYUN.stubFor(
                post(urlPathEqualTo("/")).willReturn(aResponse().withStatus(400).withBody("""
                {"Code":"SignatureDoesNotMatch","Message":"Specified signature is not matched","RequestId":"R"}""")));
        assertThat(sender.send(Ids.next(), MESSAGE).outcome()).isEqualTo(Handover.Outcome.UNAVAILABLE);
    }

    @Test
    void what_never_left_was_not_taken_and_what_got_no_answer_is_unknown() {
        ALIYUN.stubFor(post(urlPathEqualTo("/")).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        assertThat(sender.send(Ids.next(), MESSAGE).outcome()).isEqualTo(Handover.Outcome.UNKNOWN);
        ALIYUN.verify(1, postRequestedFor(urlPathEqualTo("/")));
        ALIYUN.stubFor(
                post(urlPathEqualTo("/")).willReturn(aResponse().withStatus(502).withBody("<html>")));
        assertThat(sender.send(Ids.next(), MESSAGE).outcome()).isEqualTo(Handover.Outcome.UNKNOWN);
        var nobody = new AliyunSmsSender(
                with(Map.of(Purpose.SIGN_IN, "SMS_1001"), URI.create("http://127.0.0.1:1")),
                "https://zhengqi.example",
                new JsonMapper(),
                Clock.systemUTC());
        assertThat(nobody.send(Ids.next(), MESSAGE).outcome()).isEqualTo(Handover.Outcome.UNAVAILABLE);
    }

    @Test
    void of_an_error_inside_the_provider_nobody_knows_whatever_it_says() {
        ALIYUN.stubFor(
                post(urlPathEqualTo("/")).willReturn(aResponse().withStatus(503).withBody("""
                {"Message":"账户余额不足","RequestId":"R","Code":"isv.AMOUNT_NOT_ENOUGH"}""")));
        Handover result = sender.send(Ids.next(), MESSAGE);
        assertThat(result.outcome()).isEqualTo(Handover.Outcome.UNKNOWN);
        assertThat(result.code()).isEqualTo("isv.AMOUNT_NOT_ENOUGH");
    }

    private Handover answered(String words, String code) {
        ALIYUN.stubFor(post(urlPathEqualTo("/")).willReturn(okJson("""
                {"Message":"%s","RequestId":"R","Code":"%s"}""".formatted(words, code))));
        return sender.send(Ids.next(), MESSAGE);
    }

    @Test
    void settings_come_from_the_environment_by_the_names_that_are_documented() {
        var environment = new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                Map.ofEntries(
                        Map.entry("ZHENGQI_SMS_PROVIDER", "ALIYUN"),
                        Map.entry("ZHENGQI_SMS_ALIYUN_ACCESS_KEY_ID", "id"),
                        Map.entry("ZHENGQI_SMS_ALIYUN_ACCESS_KEY_SECRET", "secret"),
                        Map.entry("ZHENGQI_SMS_ALIYUN_SIGN_NAME", "巴南政企"),
                        Map.entry("ZHENGQI_SMS_ALIYUN_TEMPLATES_SIGN_IN", "SMS_1001"),
                        Map.entry("ZHENGQI_SMS_ALIYUN_TEMPLATES_PASSWORD_RESET", "SMS_1002"),
                        Map.entry("ZHENGQI_SMS_ALIYUN_TEMPLATES_REGISTRATION", "SMS_1003"),
                        Map.entry("ZHENGQI_SMS_ALIYUN_TEMPLATES_PASSWORD_LINK", "SMS_1004"),
                        Map.entry("ZHENGQI_SMS_ALIYUN_TEMPLATES_PHONE_CHANGE", "SMS_1005"),
                        Map.entry("ZHENGQI_SMS_ALIYUN_TEMPLATES_PHONE_CHANGED", "SMS_1006"),
                        Map.entry("ZHENGQI_SMS_ALIYUN_TEMPLATES_ADMISSION_APPROVED", "SMS_1007"),
                        Map.entry("ZHENGQI_SMS_ALIYUN_TEMPLATES_ADMISSION_REJECTED", "SMS_1008")));
        SmsProperties properties = new Binder(ConfigurationPropertySources.from(environment))
                .bind("zhengqi.sms", SmsProperties.class)
                .get();
        assertThat(properties.provider()).containsExactly(SmsProperties.Provider.ALIYUN);
        assertThat(properties.aliyun()).isNotNull().satisfies(aliyun -> {
            assertThat(aliyun.accessKeyId()).isEqualTo("id");
            assertThat(aliyun.endpoint()).isEqualTo(URI.create("https://dysmsapi.aliyuncs.com"));
            assertThat(aliyun.templates())
                    .containsEntry(Purpose.SIGN_IN, "SMS_1001")
                    .containsEntry(Purpose.PASSWORD_RESET, "SMS_1002")
                    .containsEntry(Purpose.REGISTRATION, "SMS_1003")
                    .containsEntry(Purpose.PASSWORD_LINK, "SMS_1004")
                    .containsEntry(Purpose.PHONE_CHANGE, "SMS_1005")
                    .containsEntry(Purpose.PHONE_CHANGED, "SMS_1006")
                    .containsEntry(Purpose.ADMISSION_APPROVED, "SMS_1007")
                    .containsEntry(Purpose.ADMISSION_REJECTED, "SMS_1008");
        });
    }

    @Test
    void asked_what_became_of_an_attempt_it_is_found_by_our_id_in_what_the_phone_got_that_day() {
        for (Map.Entry<String, Found> one : Map.of(
                        "1", Found.taken(), "2", Found.undelivered("MK:0001"), "3", Found.delivered("MK:0001"))
                .entrySet()) {
            UUID attempt = Ids.next();
            details(1, "20261126", "1", detail(Ids.next().toString(), "3"));
            details(2, "20261126", "2", detail(attempt.toString(), one.getKey()));
            details(1, "20261126", "2", detail(Ids.next().toString(), "3"));
            assertThat(find(attempt, "2026-11-26T02:03:04Z")).isEqualTo(one.getValue());
        }
        ALIYUN.verify(postRequestedFor(urlPathEqualTo("/"))
                .withQueryParam("PhoneNumber", equalTo("13700000001"))
                .withQueryParam("SendDate", equalTo("20261126"))
                .withQueryParam("PageSize", equalTo("50"))
                .withQueryParam("CurrentPage", equalTo("2"))
                .withHeader("x-acs-action", equalTo("QuerySendDetails"))
                .withHeader("x-acs-version", equalTo("2017-05-25"))
                .withHeader("Authorization", matching("ACS3-HMAC-SHA256 Credential=key,.*")));
    }

    @Test
    void only_a_complete_answer_in_which_all_have_an_id_says_that_it_never_had_it() {
        details(1, "20261126", "0", "");
        assertThat(find(Ids.next(), "2026-11-26T02:03:04Z")).isEqualTo(Found.neverHad());
        details(1, "20261126", "1", detail(Ids.next().toString(), "3"));
        assertThat(find(Ids.next(), "2026-11-26T02:03:04Z")).isEqualTo(Found.neverHad());

        details(1, "20261126", "1", detail("", "3"));
        assertThat(find(Ids.next(), "2026-11-26T02:03:04Z").outcome())
                .as("it may be the one without an id")
                .isEqualTo(Found.Outcome.NOT_KNOWN);
        details(1, "20261126", "2", "");
        assertThat(find(Ids.next(), "2026-11-26T02:03:04Z").outcome())
                .as("it is known to count messages that it does not list")
                .isEqualTo(Found.Outcome.NOT_KNOWN);
        for (String answer : List.of(
                "{\"Code\":\"OK\",\"Message\":\"OK\"}",
                "{\"Code\":\"isv.BUSINESS_LIMIT_CONTROL\",\"Message\":\"said\",\"TotalCount\":0,\"SmsSendDetailDTOs\":{\"SmsSendDetailDTO\":[]}}",
                "[]",
                "no")) {
            ALIYUN.stubFor(post(urlPathEqualTo("/")).willReturn(okJson(answer)));
            assertThat(find(Ids.next(), "2026-11-26T02:03:04Z").outcome())
                    .as(answer)
                    .isEqualTo(Found.Outcome.NOT_KNOWN);
        }
        ALIYUN.stubFor(post(urlPathEqualTo("/")).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        assertThat(find(Ids.next(), "2026-11-26T02:03:04Z").outcome()).isEqualTo(Found.Outcome.NOT_KNOWN);
    }

    @Test
    void what_was_handed_over_about_midnight_is_looked_for_on_both_days_of_beijing() {
        UUID attempt = Ids.next();
        details(1, "20261126", "0", "");
        details(1, "20261127", "1", detail(attempt.toString(), "3"));
        assertThat(find(attempt, "2026-11-26T15:59:59Z").outcome()).isEqualTo(Found.Outcome.DELIVERED);
        details(1, "20261127", "1", "");
        assertThat(find(attempt, "2026-11-26T15:59:59Z").outcome()).isEqualTo(Found.Outcome.NOT_KNOWN);
        details(1, "20261127", "0", "");
        assertThat(find(attempt, "2026-11-26T16:00:01Z").outcome()).isEqualTo(Found.Outcome.NEVER_HAD);
    }

    private Found find(UUID attempt, String sentAt) {
        return sender.find(new Inquiry(attempt, "13700000001", Instant.parse(sentAt)));
    }

    private static void details(int page, String day, String total, String list) {
        ALIYUN.stubFor(post(urlPathEqualTo("/"))
                .withQueryParam("CurrentPage", equalTo(Integer.toString(page)))
                .withQueryParam("SendDate", equalTo(day))
                .willReturn(okJson("""
                        {"TotalCount":%s,"Message":"OK","RequestId":"819BE656-D2E0-4858-8B21-B2E477085AAF","Code":"OK",
                         "SmsSendDetailDTOs":{"SmsSendDetailDTO":[%s]}}""".formatted(total, list))));
    }

    private static String detail(String outId, String status) {
        return """
                {"ErrCode":"MK:0001","TemplateCode":"SMS_1001","OutId":"%s","ReceiveDate":"2026-11-26 10:03:06","SendDate":"2026-11-26 10:03:04",
                 "PhoneNum":"13700000001","Content":"x","SendStatus":%s}""".formatted(outId, status);
    }

    @Test
    void notifications_go_by_text_message_only_where_they_have_a_template() {
        assertThat(sender.brings(Purpose.SIGN_IN)).isTrue();
        assertThat(sender.brings(Purpose.NOTIFICATION))
                .as("and the service starts all the same")
                .isFalse();
        assertThat(new SmsProperties(
                                Set.of(SmsProperties.Provider.ALIYUN),
                                with(Map.of(), URI.create("https://x")),
                                null,
                                null,
                                SmsProperties.Inquiry.USUAL)
                        .signature("区县"))
                .isEqualTo("巴南政企");
    }

    /** With a template for each purpose that has none of its own here. */
    private static SmsProperties.Aliyun with(Map<Purpose, String> own, URI endpoint) {
        Map<Purpose, String> templates = new EnumMap<>(Purpose.class);
        for (Purpose purpose : Purpose.values()) {
            templates.put(purpose, own.getOrDefault(purpose, "SMS_1"));
        }
        return new SmsProperties.Aliyun(endpoint, "key", "secret", "巴南政企", templates, 1, null, "");
    }

    @Test
    void what_is_not_complete_does_not_start() {
        assertThatThrownBy(() -> new SmsProperties.Aliyun(
                        URI.create("https://x"),
                        "key",
                        "secret",
                        "巴南政企",
                        Map.of(Purpose.SIGN_IN, "SMS_1001"),
                        1,
                        null,
                        ""))
                .hasMessageContaining("PASSWORD_RESET");
        assertThatCode(() -> MESSAGE.toString()).doesNotThrowAnyException();
        assertThat(MESSAGE.toString()).isEqualTo("SIGN_IN to 137****0001");
    }
}
