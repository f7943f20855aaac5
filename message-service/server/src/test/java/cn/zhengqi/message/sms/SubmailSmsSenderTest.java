package cn.zhengqi.message.sms;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
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

/** Against answers as SUBMAIL documents them for sms/xsend. */
class SubmailSmsSenderTest {

    private static final WireMockServer SUBMAIL =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());
    private static final TextMessage MESSAGE = new TextMessage("13700000001", Purpose.SIGN_IN, "024680");
    private static final Instant NOW = Instant.parse("2026-12-01T02:03:04.567Z");

    private SubmailSmsSender sender;

    @BeforeAll
    static void start() {
        SUBMAIL.start();
    }

    @AfterAll
    static void stop() {
        SUBMAIL.stop();
    }

    @BeforeEach
    void fresh() {
        SUBMAIL.resetAll();
        Map<Purpose, String> templates = new EnumMap<>(Purpose.class);
        for (Purpose purpose : Purpose.values()) {
            templates.put(purpose, "ThJBE" + purpose.ordinal());
        }
        sender = new SubmailSmsSender(
                new SmsProperties.Submail(
                        URI.create(SUBMAIL.baseUrl()), "10001", "key", "示例惠企通", templates, 1, null, ""),
                "https://zhengqi.example",
                new JsonMapper(),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void a_code_goes_out_by_its_template_with_a_signed_request() {
        SUBMAIL.stubFor(post(urlPathEqualTo("/sms/xsend")).willReturn(okJson("""
                {"status":"success","send_id":"c2f0e679ad8dxxxxxf6cb71bf2925665e0","fee":1}""")));
        UUID attempt = Ids.next();

        Handover result = sender.send(attempt, MESSAGE);

        assertThat(result).isEqualTo(Handover.accepted("success", "", "c2f0e679ad8dxxxxxf6cb71bf2925665e0", 1));
        SUBMAIL.verify(
                1,
                postRequestedFor(urlPathEqualTo("/sms/xsend"))
                        .withHeader("Content-Type", equalTo("application/x-www-form-urlencoded"))
                        .withFormParam("appid", equalTo("10001"))
                        .withFormParam("to", equalTo("13700000001"))
                        .withFormParam("project", equalTo("ThJBE0"))
                        .withFormParam("vars", equalTo("{\"code\":\"024680\"}"))
                        .withFormParam("tag", equalTo(attempt.toString().replace("-", "")))
                        .withFormParam("timestamp", equalTo(Long.toString(NOW.getEpochSecond())))
                        .withFormParam("sign_type", equalTo("sha1"))
                        .withFormParam("sign_version", equalTo("2"))
                        .withFormParam(
                                "signature",
                                equalTo(new SubmailSignature("10001", "key")
                                        .of(new TreeMap<>(Map.of(
                                                "appid", "10001",
                                                "to", "13700000001",
                                                "project", "ThJBE0",
                                                "timestamp", Long.toString(NOW.getEpochSecond()),
                                                "sign_type", "sha1",
                                                "sign_version", "2"))))));
    }

    @Test
    void a_refusal_says_whether_another_provider_may_be_asked() {
        assertThat(error("114"))
                .as("what guards a phone is not got round")
                .isEqualTo(Handover.refused("114", "This phone number has been blocked by account blocklist"));
        for (String code : List.of("115", "251", "253", "405", "408")) {
            assertThat(error(code).outcome()).as(code).isEqualTo(Handover.Outcome.REFUSED);
        }
        for (String code : List.of("101", "108", "113", "119", "152", "407", "903", "905")) {
            assertThat(error(code).outcome()).as(code).isEqualTo(Handover.Outcome.UNAVAILABLE);
        }
        SUBMAIL.stubFor(post(urlPathEqualTo("/sms/xsend"))
                .willReturn(aResponse().withStatus(400).withBody("""
                        {"status":"error","code":903,"msg":"Your message account credit is not enough to support your sending request"}""")));
        assertThat(sender.send(Ids.next(), MESSAGE))
                .as("a number, as well as the text that the documentation shows")
                .isEqualTo(Handover.unavailable(
                        "903", "Your message account credit is not enough to support your sending request"));
    }

    @Test
    void what_got_no_answer_is_unknown() {
        SUBMAIL.stubFor(
                post(urlPathEqualTo("/sms/xsend")).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        assertThat(sender.send(Ids.next(), MESSAGE).outcome()).isEqualTo(Handover.Outcome.UNKNOWN);
        SUBMAIL.stubFor(post(urlPathEqualTo("/sms/xsend")).willReturn(okJson("{}")));
        assertThat(sender.send(Ids.next(), MESSAGE).outcome()).isEqualTo(Handover.Outcome.UNKNOWN);
        SUBMAIL.verify(2, postRequestedFor(urlPathEqualTo("/sms/xsend")));
    }

    @Test
    void of_an_error_inside_the_provider_nobody_knows() {
        for (int status : List.of(500, 502, 503, 504)) {
            SUBMAIL.stubFor(post(urlPathEqualTo("/sms/xsend"))
                    .willReturn(aResponse().withStatus(status).withBody("""
                    {"status":"error","code":"901","msg":"x"}""")));
            assertThat(sender.send(Ids.next(), MESSAGE).outcome())
                    .as("HTTP %d", status)
                    .isEqualTo(Handover.Outcome.UNKNOWN);
        }
    }

    @Test
    void it_is_set_from_the_environment_by_the_names_that_are_documented() {
        Map<String, Object> set = new HashMap<>(Map.of(
                "ZHENGQI_SMS_PROVIDER", "ALIYUN,SUBMAIL",
                "ZHENGQI_SMS_SUBMAIL_APP_ID", "10001",
                "ZHENGQI_SMS_SUBMAIL_APP_KEY", "the key",
                "ZHENGQI_SMS_SUBMAIL_SIGN_NAME", "示例惠企通",
                "ZHENGQI_SMS_SUBMAIL_WEIGHT", "3",
                "ZHENGQI_SMS_SUBMAIL_PRICE", "0.0480",
                "ZHENGQI_SMS_SUBMAIL_SUBHOOK_KEY", "my_subhook_key"));
        for (Purpose purpose : Purpose.values()) {
            set.put("ZHENGQI_SMS_SUBMAIL_TEMPLATES_" + purpose, "ThJBE4");
        }
        SmsProperties properties = new Binder(ConfigurationPropertySources.from(new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, set)))
                .bind("zhengqi.sms", SmsProperties.class)
                .get();

        assertThat(properties.provider())
                .containsExactlyInAnyOrder(SmsProperties.Provider.ALIYUN, SmsProperties.Provider.SUBMAIL);
        assertThat(properties.price(SmsProvider.SUBMAIL)).isEqualTo(new BigDecimal("0.0480"));
        assertThat(properties.subhookKey()).isEqualTo("my_subhook_key");
        assertThat(properties.receiptToken(SmsProvider.SUBMAIL)).isEmpty();
        assertThat(properties.signature("区县")).isEqualTo("示例惠企通");
        assertThat(properties.submail()).isNotNull().satisfies(submail -> {
            assertThat(submail.weight()).isEqualTo(3);
            assertThat(submail.templates()).hasSize(Purpose.values().length);
            assertThat(submail.toString()).doesNotContain("subhook_key").doesNotContain("the key");
        });
    }

    @Test
    void what_is_not_complete_does_not_start() {
        assertThatThrownBy(() -> new SmsProperties.Submail(
                        URI.create("https://x"), "10001", "key", "示例", Map.of(Purpose.SIGN_IN, "x"), 1, null, ""))
                .hasMessageContaining("zhengqi.sms.submail.templates has none for PASSWORD_RESET");
        assertThatThrownBy(() -> new SmsProperties.Submail(
                        URI.create("https://x"), "10001", "", "示例", Map.of(Purpose.SIGN_IN, "x"), 1, null, ""))
                .hasMessageContaining("its key");
    }

    private Handover error(String code) {
        SUBMAIL.stubFor(post(urlPathEqualTo("/sms/xsend"))
                .willReturn(okJson(
                        "{\"status\":\"error\",\"code\":\"%s\",\"msg\":\"This phone number has been blocked by account blocklist\"}"
                                .formatted(code))));
        return sender.send(Ids.next(), MESSAGE);
    }
}
