package cn.zhengqi.auth.app;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.testing.TestUsers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.JsonNode;

/** 接入应用 in the console. */
class AppsTest extends AppTest {

    @Test
    void an_application_is_registered_and_its_secret_is_shown_once() {
        JsonNode app = registered(AppKind.CONFIDENTIAL, AppScope.PROFILE);
        assertThat(app.path("clientId").asString()).matches("zqa_[0-9a-z]{20}");
        assertThat(app.path("enabled").asBoolean()).isTrue();
        assertThat(app.has("secretAt")).isFalse();

        JsonNode drawn = drawn(app);

        String secret = drawn.path("secret").asString();
        assertThat(secret).matches("[A-Za-z0-9_-]{43}");
        assertThat(one(app).path("secretAt").asString()).isNotEmpty();
        assertThat(one(app).toString()).doesNotContain(secret);
        assertThat(jdbc.sql("select secret_hash from connected_app where id = ?::uuid")
                        .param(id(app))
                        .query(String.class)
                        .single())
                .startsWith("{bcrypt}")
                .doesNotContain(secret);
        assertThat(recorded(app, "data::text"))
                .hasSize(2)
                .allSatisfy(record -> assertThat(record).doesNotContain(secret));
        assertThat(recorded(app, "data ->> 'action'")).containsExactly("APP_REGISTERED", "APP_SECRET_DRAWN");
    }

    @Test
    void the_same_registration_twice_is_one() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> form = form(AppKind.PUBLIC, AppScope.PROFILE);
        List<String> ids = List.of(1, 2).stream()
                .map(time -> id(body(
                        client.as(keeper)
                                .post()
                                .uri("/api/auth/apps")
                                .header("Idempotency-Key", key)
                                .header("Content-Type", "application/json")
                                .body(JSON.writeValueAsString(form))
                                .exchange(),
                        201)))
                .toList();
        assertThat(ids.getFirst()).isEqualTo(ids.getLast());
    }

    @Test
    void whoever_is_wrong_in_several_fields_hears_of_all_of_them() {
        Map<String, Object> form = form(AppKind.CONFIDENTIAL, AppScope.PROFILE);
        form.put("redirectUris", List.of("http://app.example.cn/callback", "https://*.example.cn/"));
        form.put("postLogoutUris", List.of("https://app.example.cn/#bye"));
        form.put("plainPhone", true);

        JsonNode refused = body(send(HttpMethod.POST, "/api/auth/apps", form), 400);

        assertThat(refused.path("code").asString()).isEqualTo("VALIDATION_FAILED");
        assertThat(refused.path("errors").findValuesAsString("message"))
                .containsExactly(
                        "http://app.example.cn/callback 应以 https:// 开头",
                        "https://*.example.cn/ 不能含通配符",
                        "https://app.example.cn/#bye 不能含 # 片段",
                        "没有勾选手机号，不能提供完整手机号");
        form = form(AppKind.CONFIDENTIAL);
        form.put("name", " ");
        form.put("redirectUris", List.of());
        assertThat(body(send(HttpMethod.POST, "/api/auth/apps", form), 400)
                        .path("errors")
                        .findValuesAsString("message"))
                .contains("请填写应用名称", "请填写回调地址");
    }

    @Test
    void where_it_is_told_of_sign_outs_lies_in_the_open_net_and_can_be_taken_back() {
        for (String refused : List.of(
                "http://app.example.cn/out",
                "https://10.20.30.40/out",
                "https://127.0.0.1/out",
                "https://[::1]/out",
                "https://localhost/out",
                "https://169.254.169.254/latest",
                "https://app.example.cn/out#here")) {
            Map<String, Object> form = form(AppKind.CONFIDENTIAL);
            form.put("backChannelLogoutUri", refused);
            assertThat(body(send(HttpMethod.POST, "/api/auth/apps", form), 400)
                            .path("errors")
                            .findValuesAsString("field"))
                    .as(refused)
                    .containsExactly("backChannelLogoutUri");
        }
        JsonNode app = registered(AppKind.CONFIDENTIAL);
        assertThat(app.has("backChannelLogoutUri")).isFalse();

        JsonNode told = changed(app, Map.of("backChannelLogoutUri", " https://app.example.cn/out "));
        assertThat(told.path("backChannelLogoutUri").asString()).isEqualTo("https://app.example.cn/out");
        assertThat(recorded(app, "data ->> 'changes'").getLast()).contains("https://app.example.cn/out");

        changed(told, Map.of("backChannelLogoutUri", ""));
        assertThat(one(app).has("backChannelLogoutUri")).isFalse();
    }

    @Test
    void two_people_do_not_change_the_same_one_unawares() {
        JsonNode app = registered(AppKind.CONFIDENTIAL, AppScope.PROFILE);
        changed(app, Map.of("owner", "示例区大数据局"));

        JsonNode late =
                body(send(HttpMethod.PUT, "/api/auth/apps/" + id(app), asItIs(app, Map.of("owner", "别的单位"))), 409);
        assertThat(late.path("code").asString()).isEqualTo("VERSION_CONFLICT");
        assertThat(body(send(HttpMethod.POST, "/api/auth/apps/" + id(app) + "/disable", Map.of("version", 0)), 409)
                        .path("code")
                        .asString())
                .isEqualTo("VERSION_CONFLICT");
        assertThat(one(app).path("owner").asString()).isEqualTo("示例区大数据局");
    }

    @Test
    void what_it_is_stays_and_one_that_can_keep_no_secret_gets_none() {
        JsonNode app = registered(AppKind.PUBLIC);
        assertThat(body(
                                send(
                                        HttpMethod.PUT,
                                        "/api/auth/apps/" + id(app),
                                        asItIs(app, Map.of("kind", AppKind.CONFIDENTIAL))),
                                409)
                        .path("code")
                        .asString())
                .isEqualTo("STATE_CONFLICT");
        assertThat(body(send(HttpMethod.POST, "/api/auth/apps/" + id(app) + "/secret", Map.of("version", 0)), 409)
                        .path("detail")
                        .asString())
                .isEqualTo("浏览器或移动应用没有密钥");
    }

    @Test
    void it_is_disabled_and_comes_back_on_record() {
        JsonNode app = registered(AppKind.PUBLIC);
        assertThat(become(app, "disable").path("enabled").asBoolean()).isFalse();
        assertThat(body(
                                send(
                                        HttpMethod.POST,
                                        "/api/auth/apps/" + id(app) + "/disable",
                                        Map.of(
                                                "version",
                                                one(app).path("version").asInt())),
                                409)
                        .path("detail")
                        .asString())
                .isEqualTo("应用已停用");
        assertThat(become(app, "enable").path("enabled").asBoolean()).isTrue();
        assertThat(recorded(app, "data ->> 'action'")).containsExactly("APP_REGISTERED", "APP_DISABLED", "APP_ENABLED");
    }

    @Test
    void they_are_found_by_what_is_known_of_them() {
        JsonNode open = registered(AppKind.CONFIDENTIAL, AppScope.PROFILE);
        JsonNode shut = registered(AppKind.PUBLIC);
        become(shut, "disable");
        String name = open.path("name").asString();

        assertThat(found("q=" + UriUtils.encode(name.substring(4), "UTF-8"))).containsExactly(id(open));
        assertThat(found("q=" + shut.path("clientId").asString())).containsExactly(id(shut));
        assertThat(found("q=%25")).isEmpty();
        assertThat(found("size=200&kind=PUBLIC")).contains(id(shut)).doesNotContain(id(open));
        assertThat(found("size=200&enabled=false")).contains(id(shut)).doesNotContain(id(open));
        assertThat(found("size=200&enabled=true")).contains(id(open)).doesNotContain(id(shut));
        assertThat(found("size=200")).containsSubsequence(id(shut), id(open));
        assertThat(found("size=200&sort=createdAt,asc")).containsSubsequence(id(open), id(shut));
        assertThat(found("size=1")).hasSize(1);
        body(client.as(keeper).get().uri("/api/auth/apps?sort=secretHash,asc").exchange(), 400);
    }

    @Test
    void who_may_only_see_them_changes_nothing() {
        JsonNode app = registered(AppKind.CONFIDENTIAL);
        var reader = client.as(TestUsers.operator("self", "auth.app.read"));
        assertThat(body(reader.get().uri("/api/auth/apps/" + id(app)).exchange(), 200)
                        .path("clientId"))
                .isEqualTo(app.path("clientId"));
        body(
                reader.post()
                        .uri("/api/auth/apps/" + id(app) + "/secret")
                        .header("Content-Type", "application/json")
                        .body("{\"version\":0}")
                        .exchange(),
                403);
        body(client.as(keeper).get().uri("/api/auth/apps/" + UUID.randomUUID()).exchange(), 404);
    }

    private List<String> found(String query) {
        return body(
                        client.as(keeper)
                                .get()
                                .uri(java.net.URI.create(client.baseUrl() + "/api/auth/apps?" + query))
                                .exchange(),
                        200)
                .path("items")
                .findValuesAsString("id");
    }

    /** What was done; what was tried in vain goes on record when the answer is out already. */
    private List<String> recorded(JsonNode app, String what) {
        return jdbc.sql(
                        "select " + what
                                + " from outbox where data ->> 'subjectId' = ? and data ->> 'action' <> 'COMMAND_REFUSED' order by id")
                .param(id(app))
                .query(String.class)
                .list();
    }
}
