package cn.zhengqi.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhengqi.auth.account.Account;
import cn.zhengqi.auth.account.Accounts;
import cn.zhengqi.auth.account.Passwords;
import cn.zhengqi.data.encryption.DataProtection;
import cn.zhengqi.kernel.Channel;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.testing.ServiceTest;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** The whole service; user-service and message-service are played by a stub, WeChat by its simulator. */
@ServiceTest
public abstract class AuthServiceTest {

    protected static final UUID ENTERPRISE = UUID.fromString("01900000-0000-7000-8000-0000000000e1");

    protected static final WireMockServer USER_SERVICE =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    /** Where other systems reach the service: a test that plays them lets it through, as the gateway does. */
    protected static final WireMockServer OUTSIDE =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    protected static final WeChatServer WECHAT = WeChatServer.get();

    @Value("${local.server.port}")
    protected int port;

    @Autowired
    private JdbcClient codes;

    @Autowired
    private DataProtection protection;

    @Autowired
    private Accounts opening;

    @Autowired
    private Passwords hashing;

    @DynamicPropertySource
    static void otherServices(DynamicPropertyRegistry registry) {
        USER_SERVICE.start();
        OUTSIDE.start();
        registry.add("zhengqi.authorization.issuer", OUTSIDE::baseUrl);
        registry.add("spring.cloud.openfeign.client.config.internal-principals.url", USER_SERVICE::baseUrl);
        registry.add("spring.cloud.openfeign.client.config.internal-institutions.url", USER_SERVICE::baseUrl);
        registry.add("spring.cloud.openfeign.client.config.internal-sms.url", USER_SERVICE::baseUrl);
        registry.add("zhengqi.auth.token-uri", () -> USER_SERVICE.baseUrl() + "/oauth2/token");
        registry.add("zhengqi.wechat.app-id", () -> WeChatServer.APP_ID);
        registry.add("zhengqi.wechat.secret", () -> WeChatServer.SECRET);
        registry.add("zhengqi.wechat.api-url", WECHAT::baseUrl);
        registry.add("zhengqi.wechat.open-url", WECHAT::baseUrl);
        registry.add("zhengqi.wechat.notice.template-id", () -> "template-1");
        registry.add("zhengqi.wechat.subscription.template-id", () -> WeChatServer.SUBSCRIPTION);
        registry.add("zhengqi.wechat.callback.token", () -> WeChatServer.TOKEN);
        registry.add("zhengqi.wechat.callback.aes-key", () -> WeChatServer.AES_KEY);
        registry.add("zhengqi.wechat.public-url", () -> "http://" + WeChatServer.DOMAIN);
    }

    @BeforeEach
    void userServiceAnswers() {
        USER_SERVICE.resetAll();
        USER_SERVICE.stubFor(WireMock.post("/oauth2/token")
                .willReturn(WireMock.okJson("{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"expires_in\":300}")));
        USER_SERVICE.stubFor(WireMock.post("/internal/sms").willReturn(WireMock.ok()));
        USER_SERVICE.stubFor(
                WireMock.get("/internal/sms/availability").willReturn(WireMock.okJson("{\"available\":true}")));
        USER_SERVICE.stubFor(WireMock.get(WireMock.urlPathMatching("/internal/principals/.*"))
                .willReturn(WireMock.okJson("""
                        {"enterpriseId":"%s","enterpriseName":"重庆示例机械有限公司","uscc":"91500000202869177Y",
                         "roles":["ENTERPRISE_ADMIN"],"permissions":["self","enterprise.own"],"fieldRules":{"sample.case.phone":"MASKED"},
                         "scopes":{"user.enterprise":"TOWNS:500113003"},"below":[],"towns":["500113003"]}""".formatted(ENTERPRISE))));
        USER_SERVICE.stubFor(WireMock.get(WireMock.urlPathMatching("/internal/institutions/.*/lineage"))
                .willReturn(WireMock.okJson("{\"upwards\":[\"{{request.pathSegments.[2]}}\"],\"below\":[]}")
                        .withTransformers("response-template")));
        USER_SERVICE.stubFor(WireMock.get(WireMock.urlPathMatching("/internal/principals/.*/sole-administrations"))
                .willReturn(WireMock.okJson("[]")));
    }

    /** As user-service says of who was let in with their institution. */
    protected static void worksForAnInstitution(Account account) {
        USER_SERVICE.stubFor(WireMock.get(WireMock.urlPathEqualTo("/internal/principals/" + account.id()))
                .willReturn(WireMock.okJson("""
                        {"institutionId":"%s","institutionName":"示例行业商会","institutionType":"CHAMBER",
                         "roles":["INSTITUTION_ADMIN","STAFF"],"permissions":["self","user.staff.manage"],"fieldRules":{},
                         "scopes":{},"below":[],"towns":[]}""".formatted(Ids.next()))));
    }

    /** Of a bank: what stands below and above it. */
    protected static void standsBetween(UUID institution, Set<UUID> above, Set<UUID> below) {
        Set<UUID> upwards = new HashSet<>(above);
        upwards.add(institution);
        USER_SERVICE.stubFor(WireMock.get("/internal/institutions/" + institution + "/lineage")
                .willReturn(WireMock.okJson(
                        new JsonMapper().writeValueAsString(Map.of("upwards", upwards, "below", below)))));
    }

    /** The account of 王小二, who has accepted the terms and may sign in. */
    protected Account opened(UserType type, String phone, String password, boolean demo) {
        Account account = new Account(
                Ids.next(),
                type,
                null,
                phone,
                "王小二",
                hashing.hash(password),
                0,
                true,
                Channel.PC,
                Instant.now(),
                Instant.now(),
                demo,
                0);
        assertThat(opening.open(account)).isTrue();
        return account;
    }

    /** By which the account with the phone is found. */
    protected byte[] indexOf(String phone) {
        return protection.column("account", "phone").index(phone);
    }

    /** As an account keeps its phone. */
    protected String sealedPhone(String phone) {
        return protection.column("account", "phone").seal(phone);
    }

    /** By which codes for the phone are found. */
    protected byte[] codeIndexOf(String phone) {
        return protection.index("sms_code", "phone").of(phone);
    }

    /** By which attempts to sign in are found that typed this. */
    protected byte[] typedIndexOf(String name) {
        return protection.column("sign_in_log", "username").index(name);
    }

    /** As the log of sign-ins keeps what was typed. */
    protected String sealed(String name) {
        return protection.column("sign_in_log", "username").seal(name);
    }

    protected static void userServiceIsDown() {
        USER_SERVICE.stubFor(WireMock.get(WireMock.urlPathMatching("/internal/principals/.*"))
                .willReturn(WireMock.aResponse().withStatus(500)));
    }

    /** The code that came to the phone when it was asked for. */
    protected String codeFor(String phone, String purpose) {
        // All tests come from one address, and a phone gets one a minute.
        codes.sql("delete from sms_code").update();
        int before = sent(phone).size();
        assertThat(browser()
                        .post("/api/auth/sms-codes", "{\"phone\":\"%s\",\"purpose\":\"%s\"}".formatted(phone, purpose))
                        .status())
                .isEqualTo(202);
        return sentCodes(phone, before + 1).getLast();
    }

    /** What message-service was asked to send to the phone, once it was so often. */
    protected static List<String> sentCodes(String phone, int count) {
        return await().until(() -> sent(phone), codes -> codes.size() == count);
    }

    private static List<String> sent(String phone) {
        return USER_SERVICE
                .findAll(WireMock.postRequestedFor(WireMock.urlPathEqualTo("/internal/sms"))
                        .withRequestBody(WireMock.matchingJsonPath("$.phone", WireMock.equalTo(phone))))
                .stream()
                .sorted(Comparator.comparing(LoggedRequest::getLoggedDate))
                .map(request -> new JsonMapper()
                        .readTree(request.getBodyAsString())
                        .path("code")
                        .asString())
                .toList();
    }

    protected Browser browser() {
        return new Browser("http://127.0.0.1:" + port);
    }
}
