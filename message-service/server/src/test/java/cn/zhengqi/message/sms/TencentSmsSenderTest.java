package cn.zhengqi.message.sms;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToIgnoreCase;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.message.api.InternalSms.Purpose;
import cn.zhengqi.message.push.SmsProvider;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/** Against answers as Tencent Cloud documents them for SendSms. */
class TencentSmsSenderTest {

    private static final WireMockServer TENCENT =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());
    private static final TextMessage MESSAGE = new TextMessage("13700000001", Purpose.SIGN_IN, "024680");
    private static final Instant NOW = Instant.parse("2026-11-26T02:03:04.567Z");

    private TencentSmsSender sender;

    @BeforeAll
    static void start() {
        TENCENT.start();
    }

    @AfterAll
    static void stop() {
        TENCENT.stop();
    }

    @BeforeEach
    void fresh() {
        TENCENT.resetAll();
        Map<Purpose, String> templates = new EnumMap<>(Purpose.class);
        for (Purpose purpose : Purpose.values()) {
            templates.put(purpose, "21000" + purpose.ordinal());
        }
        sender = new TencentSmsSender(
                new SmsProperties.Tencent(
                        URI.create(TENCENT.baseUrl()),
                        "id",
                        "key",
                        "1400006666",
                        "ap-guangzhou",
                        "示例惠企通",
                        templates,
                        1,
                        null,
                        ""),
                "https://zhengqi.example",
                new JsonMapper(),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void a_code_goes_out_by_its_template_with_a_signed_request() {
        TENCENT.stubFor(post(urlPathEqualTo("/")).willReturn(okJson("""
                {"Response":{"SendStatusSet":[{"SerialNo":"5000:1045710669157053657849499619","PhoneNumber":"+8613700000001","Fee":1,\
                "SessionContext":"test","Code":"Ok","Message":"send success","IsoCode":"CN"}],\
                "RequestId":"a0aabda6-cf91-4f3e-a81f-9198114a2279"}}""")));
        UUID attempt = Ids.next();

        Handover result = sender.send(attempt, MESSAGE);

        assertThat(result).isEqualTo(Handover.accepted("Ok", "send success", "5000:1045710669157053657849499619", 1));
        TENCENT.verify(
                1,
                postRequestedFor(urlPathEqualTo("/"))
                        .withHeader("X-TC-Action", equalTo("SendSms"))
                        .withHeader("X-TC-Version", equalTo("2021-01-11"))
                        .withHeader("X-TC-Region", equalTo("ap-guangzhou"))
                        .withHeader("X-TC-Timestamp", equalTo(Long.toString(NOW.getEpochSecond())))
                        // The server of the test writes it in its own way; what is signed is in small letters.
                        .withHeader("Content-Type", equalToIgnoreCase("application/json; charset=utf-8"))
                        .withRequestBody(equalToJson("""
                                {"PhoneNumberSet":["+8613700000001"],"SmsSdkAppId":"1400006666","SignName":"示例惠企通",
                                 "TemplateId":"210000","TemplateParamSet":["024680"],"SessionContext":"%s"}""".formatted(attempt))));
        var sent = TENCENT.getAllServeEvents().getFirst().getRequest();
        assertThat(sent.getHeader("Authorization"))
                .as("what arrived is what was signed")
                .isEqualTo(new TencentSignature("id", "key")
                        .authorization("sms", sent.getHeader("Host"), sent.getBodyAsString(), NOW));
    }

    @Test
    void a_refusal_says_whether_another_provider_may_be_asked() {
        assertThat(status("LimitExceeded.PhoneNumberDailyLimit"))
                .as("what guards a phone from too many is not got round")
                .isEqualTo(Handover.refused("LimitExceeded.PhoneNumberDailyLimit", "said"));
        assertThat(status("FailedOperation.PhoneNumberInBlacklist").outcome()).isEqualTo(Handover.Outcome.REFUSED);
        assertThat(status("FailedOperation.InsufficientBalanceInSmsPackage").outcome())
                .isEqualTo(Handover.Outcome.UNAVAILABLE);
        assertThat(status("InternalError.Timeout").outcome()).isEqualTo(Handover.Outcome.UNKNOWN);
        TENCENT.stubFor(post(urlPathEqualTo("/")).willReturn(okJson("""
                {"Response":{"Error":{"Code":"AuthFailure.SignatureFailure","Message":"The provided credentials could not be validated."},"RequestId":"R"}}""")));
        assertThat(sender.send(Ids.next(), MESSAGE).outcome()).isEqualTo(Handover.Outcome.UNAVAILABLE);
    }

    @Test
    void asked_what_became_of_an_attempt_it_is_found_by_our_id_among_what_carriers_reported() {
        UUID attempt = Ids.next();
        statuses(status(Ids.next().toString(), "FAIL") + "," + status(attempt.toString(), "SUCCESS"));
        assertThat(find(attempt)).isEqualTo(Found.delivered("DELIVRD"));
        statuses(status(attempt.toString(), "FAIL"));
        assertThat(find(attempt)).isEqualTo(Found.undelivered("DELIVRD"));
        TENCENT.verify(postRequestedFor(urlPathEqualTo("/"))
                .withHeader("X-TC-Action", equalTo("PullSmsSendStatusByPhoneNumber"))
                .withHeader("X-TC-Version", equalTo("2021-01-11"))
                .withRequestBody(equalToJson("""
                        {"SmsSdkAppId":"1400006666","PhoneNumber":"+8613700000001","BeginTime":%d,"EndTime":%d,"Offset":0,"Limit":100}""".formatted(NOW.getEpochSecond() - 720, NOW.getEpochSecond()))));
    }

    @Test
    void it_never_says_that_it_never_had_one_because_it_lists_nothing_that_it_still_waits_for() {
        for (String list : List.of("", status("", "SUCCESS"), status(Ids.next().toString(), "SUCCESS"))) {
            statuses(list);
            assertThat(find(Ids.next()).outcome()).as(list).isEqualTo(Found.Outcome.NOT_KNOWN);
        }
        TENCENT.stubFor(post(urlPathEqualTo("/")).willReturn(okJson("""
                {"Response":{"Error":{"Code":"AuthFailure.SignatureFailure","Message":"no"},"RequestId":"R"}}""")));
        assertThat(find(Ids.next())).isEqualTo(Found.notKnown("AuthFailure.SignatureFailure", ""));
        TENCENT.stubFor(post(urlPathEqualTo("/")).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        assertThat(find(Ids.next()).outcome()).isEqualTo(Found.Outcome.NOT_KNOWN);
    }

    private Found find(UUID attempt) {
        return sender.find(new Inquiry(attempt, "13700000001", NOW.minusSeconds(120)));
    }

    private static void statuses(String list) {
        TENCENT.stubFor(post(urlPathEqualTo("/")).willReturn(okJson("""
                {"Response":{"PullSmsSendStatusSet":[%s],"RequestId":"8979fc1e-9564-4fc9-bf7d-0958ce679b72"}}""".formatted(list))));
    }

    private static String status(String session, String status) {
        return """
                {"UserReceiveTime":1570526317,"CountryCode":"86","SubscriberNumber":"13700000001","PhoneNumber":"+8613700000001",
                 "SerialNo":"14:19325917feb3914eb78b50d6182d7e452e","ReportStatus":"%s","Description":"DELIVRD","SessionContext":"%s"}""".formatted(status, session);
    }

    @Test
    void what_got_no_answer_is_unknown() {
        TENCENT.stubFor(post(urlPathEqualTo("/")).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        assertThat(sender.send(Ids.next(), MESSAGE).outcome()).isEqualTo(Handover.Outcome.UNKNOWN);
        TENCENT.verify(1, postRequestedFor(urlPathEqualTo("/")));
    }

    @Test
    void of_an_error_inside_the_provider_nobody_knows() {
        for (int status : List.of(500, 502, 503, 504)) {
            TENCENT.stubFor(post(urlPathEqualTo("/"))
                    .willReturn(aResponse().withStatus(status).withBody("""
                    {"Response":{"Error":{"Code":"RequestLimitExceeded","Message":"x"},"RequestId":"R"}}""")));
            assertThat(sender.send(Ids.next(), MESSAGE).outcome())
                    .as("HTTP %d", status)
                    .isEqualTo(Handover.Outcome.UNKNOWN);
        }
    }

    @Test
    void both_providers_are_set_from_the_environment_by_the_names_that_are_documented() {
        Map<String, Object> set = new HashMap<>(Map.of(
                "ZHENGQI_SMS_PROVIDER", "ALIYUN,TENCENT",
                "ZHENGQI_SMS_TENCENT_SECRET_ID", "id",
                "ZHENGQI_SMS_TENCENT_SECRET_KEY", "key",
                "ZHENGQI_SMS_TENCENT_SDK_APP_ID", "1400006666",
                "ZHENGQI_SMS_TENCENT_WEIGHT", "3",
                "ZHENGQI_SMS_TENCENT_PRICE", "0.0450",
                "ZHENGQI_SMS_TENCENT_RECEIPT_TOKEN", "0123456789abcdef0123456789abcdef"));
        for (Purpose purpose : Purpose.values()) {
            set.put("ZHENGQI_SMS_TENCENT_TEMPLATES_" + purpose, "2100");
        }
        SmsProperties properties = new Binder(ConfigurationPropertySources.from(new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, set)))
                .bind("zhengqi.sms", SmsProperties.class)
                .get();

        assertThat(properties.provider())
                .containsExactlyInAnyOrder(SmsProperties.Provider.ALIYUN, SmsProperties.Provider.TENCENT);
        assertThat(properties.price(SmsProvider.TENCENT)).isEqualTo(new BigDecimal("0.0450"));
        assertThat(properties.receiptToken(SmsProvider.TENCENT)).isEqualTo("0123456789abcdef0123456789abcdef");
        assertThat(properties.tencent()).isNotNull().satisfies(tencent -> {
            assertThat(tencent.weight()).isEqualTo(3);
            assertThat(tencent.templates()).hasSize(Purpose.values().length);
            assertThat(tencent.toString()).doesNotContain("0123456789").doesNotContain("key");
        });
    }

    @Test
    void a_token_that_can_be_guessed_does_not_start() {
        assertThatThrownBy(() -> new SmsProperties.Tencent(
                        URI.create("https://x"), "id", "key", "1", "r", "s", templates(), 1, null, "short"))
                .hasMessageContaining("receipt-token");
    }

    private static Map<Purpose, String> templates() {
        Map<Purpose, String> templates = new EnumMap<>(Purpose.class);
        for (Purpose purpose : Purpose.values()) {
            templates.put(purpose, "1");
        }
        return templates;
    }

    private Handover status(String code) {
        TENCENT.stubFor(post(urlPathEqualTo("/")).willReturn(okJson("""
                {"Response":{"SendStatusSet":[{"SerialNo":"","PhoneNumber":"+8613700000001","Fee":0,"SessionContext":"","Code":"%s","Message":"said","IsoCode":"CN"}],"RequestId":"R"}}""".formatted(code))));
        return sender.send(Ids.next(), MESSAGE);
    }
}
