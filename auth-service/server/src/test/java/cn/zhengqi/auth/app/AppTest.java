package cn.zhengqi.auth.app;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.auth.AuthPermissions;
import cn.zhengqi.auth.AuthServiceTest;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.web.CurrentUser;
import com.github.tomakehurst.wiremock.client.WireMock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An operator who registers applications, and the door by which those come. */
abstract class AppTest extends AuthServiceTest {

    static final JsonMapper JSON = new JsonMapper();
    static final String CALLBACK = "https://app.example.cn/callback";
    static final String GOODBYE = "https://app.example.cn/goodbye";

    final CurrentUser keeper = TestUsers.operator("self", AuthPermissions.READ_APPS, AuthPermissions.MANAGE_APPS);

    @Autowired
    ServiceClient client;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void applicationsComeByTheGateway() {
        OUTSIDE.resetAll();
        OUTSIDE.stubFor(WireMock.any(WireMock.anyUrl())
                .willReturn(WireMock.aResponse()
                        .proxiedFrom("http://127.0.0.1:" + port)
                        .withAdditionalRequestHeader("X-Outside", "true")));
    }

    static Map<String, Object> form(AppKind kind, AppScope... scopes) {
        Map<String, Object> form = new HashMap<>();
        form.put("name", "产业园区服务平台" + UUID.randomUUID().toString().substring(0, 8));
        form.put("owner", "示例区科技局");
        form.put("intro", "园区企业的日常服务");
        form.put("kind", kind);
        form.put("redirectUris", List.of(CALLBACK));
        form.put("postLogoutUris", List.of(GOODBYE));
        form.put("scopes", List.of(scopes));
        form.put("plainPhone", false);
        return form;
    }

    JsonNode registered(AppKind kind, AppScope... scopes) {
        return body(send(HttpMethod.POST, "/api/auth/apps", form(kind, scopes)), 201);
    }

    JsonNode drawn(JsonNode app) {
        return body(
                send(
                        HttpMethod.POST,
                        "/api/auth/apps/" + id(app) + "/secret",
                        Map.of("version", one(app).path("version").asInt())),
                200);
    }

    JsonNode one(JsonNode app) {
        return body(client.as(keeper).get().uri("/api/auth/apps/" + id(app)).exchange(), 200);
    }

    /** @param changed what is said otherwise */
    JsonNode changed(JsonNode app, Map<String, Object> changed) {
        return body(send(HttpMethod.PUT, "/api/auth/apps/" + id(app), asItIs(app, changed)), 200);
    }

    static Map<String, Object> asItIs(JsonNode app, Map<String, Object> changed) {
        Map<String, Object> form = new HashMap<>();
        for (String name : List.of("name", "owner", "intro", "kind", "redirectUris", "postLogoutUris", "scopes")) {
            form.put(name, app.path(name));
        }
        form.put("plainPhone", app.path("plainPhone").asBoolean());
        if (app.has("backChannelLogoutUri")) {
            form.put("backChannelLogoutUri", app.path("backChannelLogoutUri").asString());
        }
        form.put("version", app.path("version").asInt());
        form.putAll(changed);
        return form;
    }

    JsonNode become(JsonNode app, String what) {
        return body(
                send(
                        HttpMethod.POST,
                        "/api/auth/apps/" + id(app) + "/" + what,
                        Map.of("version", one(app).path("version").asInt())),
                200);
    }

    ResponseSpec send(HttpMethod method, String path, Object body) {
        return client.as(keeper)
                .method(method)
                .uri(path)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .body(JSON.writeValueAsString(body))
                .exchange();
    }

    static String id(JsonNode app) {
        return app.path("id").asString();
    }

    static JsonNode body(ResponseSpec answer, int status) {
        var result = answer.expectBody(String.class).returnResult();
        String text = Objects.requireNonNullElse(result.getResponseBody(), "{}");
        assertThat(result.getStatus().value()).as(text).isEqualTo(status);
        return JSON.readTree(text);
    }
}
