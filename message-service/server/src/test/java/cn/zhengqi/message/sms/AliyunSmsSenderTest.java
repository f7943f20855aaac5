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

import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.message.api.InternalSms.Purpose;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
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
                                "SMS_1008")),
                new JsonMapper(),
                Clock.fixed(Instant.parse("2026-11-26T02:03:04.567Z"), ZoneOffset.UTC));
    }

    @Test
    void a_code_goes_out_by_its_template_with_a_signed_request() {
        ALIYUN.stubFor(post(urlPathEqualTo("/")).willReturn(okJson("""
                {"Message":"OK","RequestId":"F655A8D5-B967-440B-8683-DAD6FF8DE990","Code":"OK","BizId":"900619746936498440^0"}""")));

        sender.send(MESSAGE);

        ALIYUN.verify(
                1,
                postRequestedFor(urlPathEqualTo("/"))
                        .withQueryParam("PhoneNumbers", equalTo("13700000001"))
                        .withQueryParam("SignName", equalTo("巴南政企"))
                        .withQueryParam("TemplateCode", equalTo("SMS_1001"))
                        .withQueryParam("TemplateParam", equalToJson("{\"code\":\"024680\"}"))
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
    void a_refusal_and_a_broken_line_are_told_without_the_code() {
        ALIYUN.stubFor(post(urlPathEqualTo("/")).willReturn(okJson("""
                {"Message":"触发分钟级流控Permits:1","RequestId":"R","Code":"isv.BUSINESS_LIMIT_CONTROL"}""")));
        assertThatThrownBy(() -> sender.send(MESSAGE))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("SMS_FAILED")
                .hasMessageNotContaining("024680");
        ALIYUN.stubFor(
                post(urlPathEqualTo("/")).willReturn(aResponse().withStatus(400).withBody("""
                {"Code":"SignatureDoesNotMatch","Message":"Specified signature is not matched","RequestId":"R"}""")));
        assertThatThrownBy(() -> sender.send(MESSAGE)).hasMessageContaining("SMS_FAILED");
        ALIYUN.stubFor(post(urlPathEqualTo("/")).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        assertThatThrownBy(() -> sender.send(MESSAGE)).hasMessageContaining("SMS_FAILED");
        ALIYUN.stubFor(
                post(urlPathEqualTo("/")).willReturn(aResponse().withStatus(502).withBody("<html>")));
        assertThatThrownBy(() -> sender.send(MESSAGE)).hasMessageContaining("SMS_FAILED");
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
        assertThat(properties.provider()).isEqualTo(SmsProperties.Provider.ALIYUN);
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
    void notifications_go_by_text_message_only_where_they_have_a_template() {
        Map<Purpose, String> templates = new EnumMap<>(Purpose.class);
        for (Purpose purpose : Purpose.values()) {
            templates.put(purpose, "SMS_1");
        }
        assertThat(with(templates).bringsNotifications()).isTrue();
        assertThat(with(templates).signature("区县")).isEqualTo("巴南政企");
        templates.remove(Purpose.NOTIFICATION);
        assertThat(with(templates).bringsNotifications())
                .as("and the service starts all the same")
                .isFalse();
        assertThat(new SmsProperties(SmsProperties.Provider.NONE, null).bringsNotifications())
                .isFalse();
    }

    private static SmsProperties with(Map<Purpose, String> templates) {
        return new SmsProperties(
                SmsProperties.Provider.ALIYUN,
                new SmsProperties.Aliyun(URI.create("https://x"), "key", "secret", "巴南政企", templates));
    }

    @Test
    void what_is_not_complete_does_not_start() {
        assertThatThrownBy(() -> new SmsProperties.Aliyun(
                        URI.create("https://x"), "key", "secret", "巴南政企", Map.of(Purpose.SIGN_IN, "SMS_1001")))
                .hasMessageContaining("PASSWORD_RESET");
        assertThatCode(() -> MESSAGE.toString()).doesNotThrowAnyException();
        assertThat(MESSAGE.toString()).isEqualTo("SIGN_IN to 137****0001");
    }
}
