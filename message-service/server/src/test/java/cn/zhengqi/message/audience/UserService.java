package cn.zhengqi.message.audience;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** user-service as a stub that says who may do something: nobody, until a test says otherwise. It can be away. */
public final class UserService implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String PATH = "/internal/principals";

    private static final WireMockServer SERVER =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (!SERVER.isRunning()) {
            SERVER.start();
            SERVER.stubFor(WireMock.post("/oauth2/token")
                    .willReturn(
                            WireMock.okJson("{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"expires_in\":300}")));
            SERVER.stubFor(question().atPriority(9).willReturn(WireMock.okJson("[]")));
        }
        TestPropertyValues.of(
                        "spring.cloud.openfeign.client.config.internal-principals.url=" + SERVER.baseUrl(),
                        "zhengqi.auth.token-uri=" + SERVER.baseUrl() + "/oauth2/token",
                        "zhengqi.service-secret=of-the-test")
                .applyTo(context);
    }

    /** These may do it at this institution. */
    public static void lets(UUID institution, String permission, UUID... accounts) {
        SERVER.stubFor(question()
                .withQueryParam("institutionId", WireMock.equalTo(institution.toString()))
                .withQueryParam("permission", WireMock.equalTo(permission))
                .atPriority(5)
                .willReturn(WireMock.okJson(json(accounts))));
    }

    /** These may do it somewhere. */
    public static void letsAnywhere(String permission, UUID... accounts) {
        SERVER.stubFor(question()
                .withQueryParam("institutionId", WireMock.absent())
                .withQueryParam("permission", WireMock.equalTo(permission))
                .atPriority(5)
                .willReturn(WireMock.okJson(json(accounts))));
    }

    /** Until the answer is closed. */
    public static Away isAway() {
        StubMapping away = SERVER.stubFor(question().atPriority(1).willReturn(WireMock.serviceUnavailable()));
        return () -> SERVER.removeStub(away);
    }

    /** While it lasts no question is answered. */
    @FunctionalInterface
    public interface Away extends AutoCloseable {
        @Override
        void close();
    }

    /** How often it was asked who may do something at this institution. */
    public static int questionsAbout(UUID institution) {
        return SERVER.findAll(WireMock.getRequestedFor(WireMock.urlPathEqualTo(PATH))
                        .withQueryParam("institutionId", WireMock.equalTo(institution.toString())))
                .size();
    }

    private static MappingBuilder question() {
        return WireMock.get(WireMock.urlPathEqualTo(PATH));
    }

    private static String json(UUID... accounts) {
        return Stream.of(accounts).map(it -> "\"" + it + "\"").collect(Collectors.joining(",", "[", "]"));
    }
}
