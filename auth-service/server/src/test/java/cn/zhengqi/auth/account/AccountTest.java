package cn.zhengqi.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.auth.AuthServiceTest;
import cn.zhengqi.auth.Browser;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.kernel.permission.FieldRule;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.web.CurrentUser;
import com.github.tomakehurst.wiremock.client.WireMock;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

class AccountTest extends AuthServiceTest {

    private static final String PASSWORD = "Gut-gewaehlt7";
    private static final String NO_CODE = "000000";
    private static final AtomicLong PHONES = new AtomicLong(13700000000L);

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ServiceClient client;

    @Test
    void registering_opens_an_account_and_tells_of_it_once() {
        UUID id = registered(nextPhone());

        assertThat(jdbc.sql("select data ->> 'channel' from outbox where type = 'auth.UserRegistered' and subject = ?")
                        .param(id)
                        .query(String.class)
                        .list())
                .containsExactly("WECHAT");
        assertThat(jdbc.sql("select password_hash from account where id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .startsWith("{bcrypt}")
                .doesNotContain(PASSWORD);
    }

    @Test
    void of_two_who_register_a_phone_at_once_one_gets_it() throws Exception {
        String phone = nextPhone();
        String code = codeFor(phone, "REGISTRATION");
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> one = () -> register(phone, code, "李四").status();
            List<Integer> answers = pool.invokeAll(List.of(one, one, one)).stream()
                    .map(answer -> answer.resultNow())
                    .toList();
            assertThat(answers)
                    .hasSize(3)
                    .containsOnlyOnce(201)
                    .as("the code is used, and before long the phone is taken")
                    .isSubsetOf(201, 400, 409);
        }
        assertThat(jdbc.sql("select count(*) from outbox o join account a on a.id = o.subject where a.phone_index = ?")
                        .param(indexOf(phone))
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @ParameterizedTest
    @CsvSource({
        "12345, Gut-gewaehlt7, ENTERPRISE, true, VALIDATION_FAILED",
        "13712345678, weak, ENTERPRISE, true, PASSWORD_WEAK",
        "13712345678, Password123!, ENTERPRISE, true, PASSWORD_WEAK",
        "13712345678, Gut-gewaehlt7, BANK, true, USER_TYPE_CLOSED",
        "13712345678, Gut-gewaehlt7, OPERATOR, true, USER_TYPE_CLOSED",
        "13712345678, Gut-gewaehlt7, KING, true, VALIDATION_FAILED",
        "13712345678, Gut-gewaehlt7, ENTERPRISE, false, VALIDATION_FAILED"
    })
    void a_registration_that_breaks_a_rule_is_refused(
            String phone, String password, String userType, boolean agreed, String code) {
        Browser.Answer answer = register(phone, NO_CODE, password, userType, agreed, "李四");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(jdbc.sql("select count(*) from account where phone_index = ?")
                        .param(indexOf(phone))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void me_says_who_is_signed_in_and_whether_the_token_is_older_than_that() {
        String phone = nextPhone();
        UUID id = registered(phone);

        CurrentUser now = person(id, "李四", Set.of("ENTERPRISE_ADMIN"), "self", "enterprise.own")
                .seeing(Map.of("sample.case.phone", FieldRule.MASKED));
        client.as(now.seeing(Map.of()))
                .get()
                .uri("/api/auth/me")
                .exchange()
                .expectBody()
                .jsonPath("$.tokenStale")
                .isEqualTo(true);
        client.as(now)
                .get()
                .uri("/api/auth/me")
                .exchange()
                .expectBody()
                .jsonPath("$.fieldRules['sample.case.phone']")
                .isEqualTo("MASKED")
                .jsonPath("$.phone")
                .isEqualTo(phone.substring(0, 3) + "****" + phone.substring(7))
                .jsonPath("$.enterprise.id")
                .isEqualTo(ENTERPRISE.toString())
                .jsonPath("$.enterprise.uscc")
                .isEqualTo("91500000202869177Y")
                .jsonPath("$.permissions")
                .isEqualTo(List.of("self", "enterprise.own"))
                .jsonPath("$.tokenStale")
                .isEqualTo(false);
        client.as(TestUsers.withoutEnterprise())
                .get()
                .uri("/api/auth/me")
                .exchange()
                .expectStatus()
                .isNotFound();
        client.as(person(id, "李四", Set.of("ENTERPRISE_VISITOR"), "self"))
                .get()
                .uri("/api/auth/me")
                .exchange()
                .expectBody()
                .jsonPath("$.tokenStale")
                .isEqualTo(true);
        client.anonymous().get().uri("/api/auth/me").exchange().expectStatus().isUnauthorized();
    }

    @Test
    void me_says_of_which_records_the_roles_reach_some_alone() {
        UUID id = registered(nextPhone());
        USER_SERVICE.stubFor(WireMock.get(WireMock.urlPathEqualTo("/internal/principals/" + id))
                .willReturn(WireMock.okJson("""
                        {"roles":["R_CLAIMS"],"permissions":["self"],"fieldRules":{},"below":[],"towns":[],
                         "scopes":{"code.scan":"OWN","code.code":"ALL","code.claim":"","user.enterprise":"INSTITUTION+TOWNS:500113003"}}""")));

        client.as(person(id, "李四", Set.of("R_CLAIMS"), "self"))
                .get()
                .uri("/api/auth/me")
                .exchange()
                .expectBody()
                .jsonPath("$.bounded")
                .isEqualTo(List.of("code.claim", "code.scan", "user.enterprise"));
    }

    @Test
    void a_new_password_needs_the_old_one_and_ends_sessions_opened_with_it() {
        String phone = nextPhone();
        UUID id = registered(phone);
        Browser elsewhere = browser();
        assertThat(elsewhere.signIn(phone, PASSWORD).status()).isEqualTo(200);
        String refreshToken = elsewhere
                .exchangeCode(elsewhere.authorize().location().replaceAll(".*[?&]code=([^&]*).*", "$1"))
                .body()
                .path("refresh_token")
                .asString();

        assertThat(changePassword(id, "wrong", "Noch-besser8")).isEqualTo("PASSWORD_WRONG");
        assertThat(changePassword(id, PASSWORD, "schwach")).isEqualTo("PASSWORD_WEAK");
        assertThat(changePassword(id, PASSWORD, PASSWORD)).isEqualTo("PASSWORD_UNCHANGED");
        assertThat(changePassword(id, PASSWORD, "Noch-besser8")).isEmpty();

        assertThat(elsewhere.authorize("/oauth2/%61uthorize").location())
                .as("an encoded letter is the same path")
                .isEqualTo("/sign-in");
        assertThat(elsewhere.authorize().location()).isEqualTo("/sign-in");
        assertThat(elsewhere.refresh(refreshToken).status()).isEqualTo(400);
        assertThat(browser().signIn(phone, PASSWORD).status()).isEqualTo(401);
        assertThat(browser().signIn(phone, "Noch-besser8").status()).isEqualTo(200);
    }

    @Test
    void a_person_may_change_their_name_and_the_others_are_told() {
        UUID id = registered(nextPhone());
        client.as(person(id, "李四", Set.of()))
                .put()
                .uri("/api/auth/profile")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"displayName\":\" 王五 \"}")
                .exchange()
                .expectStatus()
                .isNoContent();
        assertThat(jdbc.sql("select display_name from account where id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo("王五");
        assertThat(told(id)).containsExactly("王五 1");
        client.as(person(id, "王五", Set.of()))
                .put()
                .uri("/api/auth/profile")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"displayName\":\"王五\"}")
                .exchange()
                .expectStatus()
                .isNoContent();
        assertThat(told(id)).as("nobody is told what they know").containsExactly("王五 1");
    }

    private List<String> told(UUID id) {
        return jdbc.sql(
                        "select data ->> 'displayName' || ' ' || version from outbox where type = 'auth.AccountRenamed' and subject = ? order by seq")
                .param(id)
                .query(String.class)
                .list();
    }

    @ParameterizedTest
    @ValueSource(strings = {"...", "李四<script>", "=李四", "1234", "李四😀"})
    void a_name_that_is_none_opens_no_account_and_takes_no_names_place(String name) {
        String phone = nextPhone();
        Browser.Answer refused = register(phone, NO_CODE, name);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("errors").path(0).path("code").asString())
                .isEqualTo("FORMAT");
        assertThat(refused.body().path("errors").path(0).path("message").asString())
                .isEqualTo("姓名只能含文字、数字、空格和 · - .");

        UUID id = registered(phone);
        client.as(person(id, "李四", Set.of()))
                .put()
                .uri("/api/auth/profile")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("displayName", name))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("displayName")
                .jsonPath("$.errors[0].code")
                .isEqualTo("FORMAT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"李 四", "阿卜杜拉·买买提", "Jean-Luc O. 2", "𠮷野", "أحمد"})
    void names_of_any_script_are_names(String name) {
        String phone = nextPhone();
        assertThat(register(phone, codeFor(phone, "REGISTRATION"), name).status())
                .isEqualTo(201);
    }

    @Test
    void a_name_is_asked_for_once() {
        Browser.Answer refused = register(nextPhone(), NO_CODE, "  ");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("errors").size()).isEqualTo(1);
        assertThat(refused.body().path("errors").path(0).path("code").asString())
                .isEqualTo("REQUIRED");
    }

    @Test
    void who_registered_is_counted_closed_or_not_and_nobody_whose_account_was_opened_for_them() {
        int before = registeredUsers();
        UUID closed = registered(nextPhone());
        jdbc.sql("update account set closed_at = now(), enabled = false where id = ?")
                .param(closed)
                .update();
        for (UserType type : UserType.values()) {
            opened(type, nextPhone(), PASSWORD, false);
        }

        assertThat(registeredUsers())
                .as(
                        "the closed one; an enterprise, a chamber, a provider and a talent; no bank, department or operator")
                .isEqualTo(before + 5);
    }

    private int registeredUsers() {
        byte[] totals = client.asService("stats-service")
                .get()
                .uri("/internal/totals")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        return new JsonMapper().readTree(totals).path("registeredUsers").asInt();
    }

    @Test
    void other_services_are_told_how_many_accounts_there_are() {
        registered(nextPhone());
        client.asService("stats-service")
                .get()
                .uri("/internal/totals")
                .exchange()
                .expectBody()
                .jsonPath("$.registeredUsers")
                .value(Integer.class, count -> assertThat(count).isPositive())
                .jsonPath("$.byChannel.WECHAT")
                .value(Integer.class, count -> assertThat(count).isPositive())
                .jsonPath("$.byDay['" + BusinessTime.today(Clock.systemUTC()) + "']")
                .value(Integer.class, count -> assertThat(count).isPositive());
        client.as(TestUsers.operator("internal"))
                .get()
                .uri("/internal/totals")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    private String changePassword(UUID id, String old, String fresh) {
        var result = client.as(person(id, "李四", Set.of()))
                .put()
                .uri("/api/auth/password")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"oldPassword\":\"%s\",\"newPassword\":\"%s\"}".formatted(old, fresh))
                .exchange()
                .expectBody(String.class)
                .returnResult();
        String body = result.getResponseBody();
        return result.getStatus().is2xxSuccessful() || body == null
                ? ""
                : body.replaceAll("(?s).*\"code\":\"(PASSWORD_[A-Z]+)\".*", "$1");
    }

    private UUID registered(String phone) {
        Browser.Answer answer = register(phone, codeFor(phone, "REGISTRATION"), "李四");
        assertThat(answer.status()).isEqualTo(201);
        return UUID.fromString(answer.body().path("accountId").asString());
    }

    private Browser.Answer register(String phone, String code, String name) {
        return register(phone, code, PASSWORD, "ENTERPRISE", true, name);
    }

    private Browser.Answer register(
            String phone, String code, String password, String userType, boolean agreed, String name) {
        return browser().post("/api/auth/registrations", """
                        {"userType":"%s","phone":"%s","code":"%s","password":"%s","displayName":"%s","channel":"WECHAT","agreed":%s}""".formatted(userType, phone, code, password, name, agreed));
    }

    private static CurrentUser person(UUID id, String name, Set<String> roles, String... permissions) {
        return new CurrentUser(
                id, name, UserType.ENTERPRISE, ENTERPRISE, "重庆示例机械有限公司", null, null, roles, Set.of(permissions));
    }

    private static String nextPhone() {
        return Long.toString(PHONES.incrementAndGet());
    }
}
