package cn.zhengqi.auth;

import cn.zhengqi.testing.ServiceTest;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole service; user-service and message-service are played by a stub. */
@ServiceTest
public abstract class AuthServiceTest {

    protected static final UUID ENTERPRISE = UUID.fromString("01900000-0000-7000-8000-0000000000e1");

    protected static final WireMockServer USER_SERVICE =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    @Value("${local.server.port}")
    protected int port;

    @DynamicPropertySource
    static void otherServices(DynamicPropertyRegistry registry) {
        USER_SERVICE.start();
        registry.add("spring.cloud.openfeign.client.config.internal-principals.url", USER_SERVICE::baseUrl);
        registry.add("spring.cloud.openfeign.client.config.internal-sms.url", USER_SERVICE::baseUrl);
        registry.add("zhengqi.auth.token-uri", () -> USER_SERVICE.baseUrl() + "/oauth2/token");
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
                         "roles":["ENTERPRISE_ADMIN"],"permissions":["self","enterprise.own"]}""".formatted(ENTERPRISE))));
    }

    protected static void userServiceIsDown() {
        USER_SERVICE.stubFor(WireMock.get(WireMock.urlPathMatching("/internal/principals/.*"))
                .willReturn(WireMock.aResponse().withStatus(500)));
    }

    protected Browser browser() {
        return new Browser("http://127.0.0.1:" + port);
    }
}
