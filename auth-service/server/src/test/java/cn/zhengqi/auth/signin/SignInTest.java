package cn.zhengqi.auth.signin;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.auth.AuthServiceTest;
import cn.zhengqi.auth.Browser;
import cn.zhengqi.testing.ExportedFile;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.web.CurrentUser;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

class SignInTest extends AuthServiceTest {

    private static final String PASSWORD = "Gut-gewaehlt7";
    private static final AtomicLong PHONES = new AtomicLong(13900000000L);

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ServiceClient client;

    @Test
    void a_session_that_somebody_else_has_planted_is_not_the_one_that_is_signed_in() {
        String phone = registered();
        Browser attacker = browser();
        attacker.authorize();
        String planted = attacker.sessionCookie();
        Browser victim = browser();
        victim.plant(planted);
        assertThat(victim.authorize().location()).isEqualTo("/sign-in");
        assertThat(victim.sessionCookie()).as("the planted one is in use").isEqualTo(planted);

        assertThat(victim.signIn(phone, PASSWORD).status()).isEqualTo(200);

        assertThat(victim.sessionCookie()).isNotEqualTo(planted);
        assertThat(victim.authorize().location()).startsWith("/bff/callback?code=");
        assertThat(attacker.sessionCookie()).isEqualTo(planted);
        assertThat(attacker.authorize().location()).as("with the planted one").isEqualTo("/sign-in");
        Browser inventor = browser();
        inventor.plant("YWFhYWFhYWEtYmJiYi1jY2NjLWRkZGQtZWVlZWVlZWVlZWVl");
        inventor.authorize();
        assertThat(inventor.sessionCookie())
                .as("an id that somebody made up becomes none")
                .isNotEqualTo("YWFhYWFhYWEtYmJiYi1jY2NjLWRkZGQtZWVlZWVlZWVlZWVl");
    }

    @Test
    void who_is_not_signed_in_is_sent_to_the_sign_in_page_and_then_to_where_they_wanted() throws Exception {
        String phone = registered();
        Browser browser = browser();

        Browser.Answer asked = browser.authorize();
        assertThat(asked.status()).isEqualTo(302);
        assertThat(asked.location()).isEqualTo("/sign-in");
        String before = browser.sessionCookie();

        Browser.Answer signedIn = browser.signIn(phone, PASSWORD);
        assertThat(signedIn.status()).isEqualTo(200);
        assertThat(browser.sessionCookie()).isNotEmpty().isNotEqualTo(before);
        String continueTo = signedIn.body().path("continueTo").asString();
        assertThat(continueTo).startsWith("/oauth2/authorize?");

        Browser.Answer granted = browser.get(continueTo);
        assertThat(granted.status()).isEqualTo(302);
        assertThat(granted.location()).startsWith("/bff/callback?code=").endsWith("&state=st");

        Browser.Answer tokens = browser.exchangeCode(codeIn(granted.location()));
        assertThat(tokens.status()).isEqualTo(200);
        JWTClaimsSet claims =
                verified(browser, tokens.body().path("access_token").asString());
        assertThat(claims.getIssuer()).isEqualTo("http://auth-service");
        assertThat(claims.getStringClaim("name")).isEqualTo("李四");
        assertThat(claims.getStringClaim("user_type")).isEqualTo("ENTERPRISE");
        assertThat(claims.getStringClaim("ent")).isEqualTo(ENTERPRISE.toString());
        assertThat(claims.getStringListClaim("roles")).containsExactly("ENTERPRISE_ADMIN");
        assertThat(claims.getStringListClaim("perms")).containsExactly("self", "enterprise.own");
        assertThat(claims.getStringListClaim("fields"))
                .as("what roles say of fields, and nothing else")
                .containsExactly("sample.case.phone=MASKED");
        assertThat(claims.getStringListClaim("scopes"))
                .as("how far roles reach")
                .containsExactly("user.enterprise=TOWNS:500113003");
        assertThat(claims.getStringListClaim("towns")).containsExactly("500113003");
        assertThat(tokens.body().path("expires_in").asInt()).isBetween(290, 300);
    }

    @Test
    void one_sign_in_is_enough_for_every_site() {
        Browser browser = signedIn(registered());
        assertThat(browser.authorize().location()).startsWith("/bff/callback?code=");
        assertThat(browser.authorize().location()).startsWith("/bff/callback?code=");
    }

    @Test
    void a_refresh_token_works_once_and_brings_what_is_true_now() throws Exception {
        Browser browser = signedIn(registered());
        Browser.Answer first = browser.exchangeCode(codeIn(browser.authorize().location()));
        String refreshToken = first.body().path("refresh_token").asString();

        Browser.Answer second = browser.refresh(refreshToken);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body().path("refresh_token").asString()).isNotEqualTo(refreshToken);
        assertThat(browser.refresh(refreshToken).status()).isEqualTo(400);
    }

    @Test
    void nothing_is_half_done_while_nobody_can_say_what_a_person_may_do() {
        String phone = registered();
        userServiceIsDown();
        Browser browser = browser();
        browser.authorize();

        Browser.Answer refused = browser.signIn(phone, PASSWORD);

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.code()).isEqualTo("SERVICE_UNAVAILABLE");
        assertThat(refused.body().path("detail").asString()).contains("请稍后再试");
        assertThat(browser.authorize().location()).isEqualTo("/sign-in");
        assertThat(results(phone)).containsExactly("UNAVAILABLE");
    }

    @Test
    void a_refresh_that_could_not_be_answered_can_be_made_again() {
        Browser browser = signedIn(registered());
        String refreshToken = browser.exchangeCode(codeIn(browser.authorize().location()))
                .body()
                .path("refresh_token")
                .asString();
        userServiceIsDown();
        assertThat(browser.refresh(refreshToken).status()).isEqualTo(503);
        userServiceAnswersAgain();
        assertThat(browser.refresh(refreshToken).status()).isEqualTo(200);
    }

    @Test
    void the_fifth_wrong_password_locks_even_for_the_right_one_and_each_further_one_for_longer() {
        String phone = registered();
        Browser browser = browser();
        for (int remaining = 4; remaining >= 1; remaining--) {
            Browser.Answer wrong = browser.signIn(phone, "wrong");
            assertThat(wrong.status()).isEqualTo(401);
            assertThat(wrong.code()).isEqualTo("BAD_CREDENTIALS");
            assertThat(wrong.body().path("remainingAttempts").asInt()).isEqualTo(remaining);
        }
        Browser.Answer fifth = browser.signIn(phone, "wrong");
        assertThat(fifth.status()).isEqualTo(423);
        assertThat(fifth.code()).isEqualTo("ACCOUNT_LOCKED");
        assertThat(fifth.body().path("retryAfterSeconds").asInt()).isBetween(50, 60);
        assertThat(browser.signIn(phone, PASSWORD).status()).isEqualTo(423);

        timePasses(phone, 61);
        Browser.Answer sixth = browser.signIn(phone, "wrong");
        assertThat(sixth.body().path("retryAfterSeconds").asInt()).isBetween(110, 120);

        timePasses(phone, 121);
        assertThat(browser.signIn(phone, PASSWORD).status()).isEqualTo(200);
        assertThat(browser.signIn(phone, "wrong")
                        .body()
                        .path("remainingAttempts")
                        .asInt())
                .isEqualTo(4);
    }

    @Test
    void many_guesses_at_once_are_no_more_than_five() throws Exception {
        String phone = registered();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> guesses = java.util.Collections.nCopies(
                    20, () -> browser().signIn(phone, "wrong").status());
            List<Integer> answers = pool.invokeAll(guesses).stream()
                    .map(guess -> {
                        try {
                            return guess.get();
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .toList();
            assertThat(answers.stream().filter(status -> status == 401)).hasSize(4);
            assertThat(answers.stream().filter(status -> status == 423)).hasSize(16);
        }
        assertThat(results(phone).stream().filter("BAD_CREDENTIALS"::equals)).hasSize(5);
    }

    @Test
    void a_name_that_nobody_has_is_answered_like_one_that_somebody_has() {
        String nobody = nextPhone();
        Browser browser = browser();
        for (int i = 0; i < 4; i++) {
            assertThat(browser.signIn(nobody, "wrong").status()).isEqualTo(401);
        }
        assertThat(browser.signIn(nobody, "wrong").status()).isEqualTo(423);
    }

    @Test
    void a_name_with_a_nul_is_refused_before_anybody_looks_for_it() {
        Browser.Answer refused = browser().post("/api/auth/sign-in", """
                {"username":"13900000000\\u0000","password":"x"}""");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("VALIDATION_FAILED");
        assertThat(refused.body().path("errors").path(0).path("field").asString())
                .isEqualTo("username");
        assertThat(browser()
                        .get("/oauth2/authorize?response_type=code&client_id=gate%00way")
                        .status())
                .isEqualTo(400);
        client.as(TestUsers.operator("auth.signin-log.read"))
                .get()
                .uri("/api/auth/sign-in-log?username={name}", "a\0")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("BAD_REQUEST");
    }

    @Test
    void a_disabled_account_is_let_in_nowhere() {
        String phone = registered();
        Browser browser = signedIn(phone);
        String refreshToken = browser.exchangeCode(codeIn(browser.authorize().location()))
                .body()
                .path("refresh_token")
                .asString();

        jdbc.sql("update account set enabled = false where phone_index = ?")
                .param(indexOf(phone))
                .update();

        Browser.Answer refused = browser().signIn(phone, PASSWORD);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("ACCOUNT_DISABLED");
        assertThat(browser.authorize().location()).isEqualTo("/sign-in");
        assertThat(browser.refresh(refreshToken).status()).isEqualTo(400);
    }

    @Test
    void signing_out_ends_the_session() {
        Browser browser = signedIn(registered());
        assertThat(browser.post("/api/auth/sign-out", "{}").status()).isEqualTo(204);
        assertThat(browser.authorize().location()).isEqualTo("/sign-in");
    }

    @Test
    void only_the_gateway_gets_codes_and_only_with_its_proof() {
        Browser browser = signedIn(registered());
        String path = "/oauth2/authorize?response_type=code&client_id=gateway&scope=platform&state=st&redirect_uri=";
        assertThat(browser.get(path
                                + "https%3A%2F%2Fevil.example%2Fbff%2Fcallback&code_challenge_method=S256&code_challenge="
                                + "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
                        .status())
                .isEqualTo(400);
        Browser.Answer withoutProof = browser.get(path + "https%3A%2F%2Fgateway.zhengqi.internal%2Fbff%2Fcallback");
        assertThat(withoutProof.location()).startsWith("/bff/callback?error=invalid_request");

        String code = codeIn(browser.authorize().location());
        assertThat(browser.token(
                                "gateway",
                                "a-guess",
                                Map.of(
                                        "grant_type",
                                        "authorization_code",
                                        "code",
                                        code,
                                        "redirect_uri",
                                        Browser.CALLBACK))
                        .status())
                .isEqualTo(401);
        assertThat(browser.exchangeCode(code).status()).isEqualTo(200);
        assertThat(browser.exchangeCode(code).status()).as("a code works once").isEqualTo(400);
    }

    @Test
    void a_service_gets_a_token_that_says_it_is_one() throws Exception {
        Browser service = browser();
        Map<String, String> form = Map.of("grant_type", "client_credentials", "scope", "internal");
        Browser.Answer answer = service.token("finance-service", "secret-of-finance", form);
        JWTClaimsSet claims =
                verified(service, answer.body().path("access_token").asString());
        assertThat(claims.getSubject()).isEqualTo("finance-service");
        assertThat(claims.getStringListClaim("perms")).containsExactly("internal");
        assertThat(claims.getClaim("user_type")).isNull();
        assertThat(verified(
                                service,
                                service.token("operations", "secret-of-operations", form)
                                        .body()
                                        .path("access_token")
                                        .asString())
                        .getSubject())
                .as("who runs the platform comes under a name of its own")
                .isEqualTo("operations");
        assertThat(service.token("finance-service", "wrong", form).status()).isEqualTo(401);
        assertThat(service.token("stats-service", "secret-of-finance", form).status())
                .as("no service can be another")
                .isEqualTo(401);
        assertThat(service.token("unknown-service", "secret-of-finance", form).status())
                .isEqualTo(401);
    }

    @Test
    void who_reads_metrics_may_do_nothing_else() throws Exception {
        Browser prometheus = browser();
        String token = prometheus
                .token(
                        "prometheus",
                        "metrics-secret-of-the-test",
                        Map.of("grant_type", "client_credentials", "scope", "metrics"))
                .body()
                .path("access_token")
                .asString();
        assertThat(verified(prometheus, token).getStringListClaim("perms")).containsExactly("ops.actuator");
        assertThat(prometheus
                        .token(
                                "prometheus",
                                "metrics-secret-of-the-test",
                                Map.of("grant_type", "client_credentials", "scope", "internal"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void every_attempt_is_on_record_for_those_who_may_read_it() {
        String phone = registered();
        browser().signIn(phone, "wrong");
        browser().signIn(phone, PASSWORD);

        client.as(TestUsers.operator("auth.signin-log.read"))
                .get()
                .uri("/api/auth/sign-in-log?username={phone}", phone)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(2)
                .jsonPath("$.items[0].result")
                .isEqualTo("SUCCESS")
                .jsonPath("$.items[1].result")
                .isEqualTo("BAD_CREDENTIALS")
                .jsonPath("$.items[0].username")
                .isEqualTo(phone.substring(0, 3) + "****" + phone.substring(7))
                .jsonPath("$.items[0].at")
                .value(String.class, at -> assertThat(at).endsWith("+08:00"))
                .jsonPath("$.items[0].address")
                .isEqualTo("127.0.0.1")
                .jsonPath("$.items[0].userAgent")
                .isEqualTo("Testbrowser/1");
        client.as(TestUsers.operator("auth.signin-log.read"))
                .get()
                .uri("/api/auth/sign-in-log?username={phone}&result=SUCCESS&from=2020-01-01&to=2020-01-31", phone)
                .exchange()
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(0);
        client.as(TestUsers.operator())
                .get()
                .uri("/api/auth/sign-in-log")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    private String registered() {
        String phone = nextPhone();
        Browser.Answer answer = browser()
                .post("/api/auth/registrations", """
                        {"userType":"ENTERPRISE","phone":"%s","code":"%s","password":"%s","displayName":"李四","channel":"PC","agreed":true}""".formatted(phone, codeFor(phone, "REGISTRATION"), PASSWORD));
        assertThat(answer.status()).isEqualTo(201);
        return phone;
    }

    private Browser signedIn(String phone) {
        Browser browser = browser();
        assertThat(browser.signIn(phone, PASSWORD).status()).isEqualTo(200);
        return browser;
    }

    private void userServiceAnswersAgain() {
        USER_SERVICE.resetAll();
        USER_SERVICE.stubFor(com.github.tomakehurst.wiremock.client.WireMock.get(
                        com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching("/internal/principals/.*"))
                .willReturn(
                        com.github.tomakehurst.wiremock.client.WireMock.okJson("{\"roles\":[],\"permissions\":[]}")));
    }

    private void timePasses(String phone, int seconds) {
        UUID account = jdbc.sql("select id from account where phone_index = ?")
                .param(indexOf(phone))
                .query(UUID.class)
                .single();
        jdbc.sql("update sign_in_failure set locked_until = locked_until - ? * interval '1 second' where subject = ?")
                .params(seconds, "account:" + account)
                .update();
    }

    private List<String> results(String username) {
        return jdbc.sql("select result from sign_in_log where username_index = ? order by at")
                .param(typedIndexOf(username))
                .query(String.class)
                .list();
    }

    private static JWTClaimsSet verified(Browser browser, String token) throws Exception {
        JWKSet keys = JWKSet.parse(browser.get("/oauth2/jwks").raw().body());
        SignedJWT jwt = SignedJWT.parse(token);
        var key = keys.getKeyByKeyId(jwt.getHeader().getKeyID()).toRSAKey();
        assertThat(key.isPrivate()).isFalse();
        assertThat(jwt.verify(new RSASSAVerifier(key))).isTrue();
        return jwt.getJWTClaimsSet();
    }

    private static String codeIn(String location) {
        return location.replaceAll(".*[?&]code=([^&]*).*", "$1");
    }

    private static String nextPhone() {
        return Long.toString(PHONES.incrementAndGet());
    }

    @Test
    void the_log_says_whose_account_it_was_and_for_whom_they_act() {
        String phone = registered();
        UUID account = accountOf(phone);
        browser().signIn(phone, "wrong");
        browser().signIn(phone, PASSWORD);
        browser().signIn("niemand", "wrong");
        affiliated(account, "重庆示例机械有限公司");

        log("username=" + phone)
                .jsonPath("$.items[0].name")
                .isEqualTo("李四")
                .jsonPath("$.items[0].affiliation")
                .isEqualTo("重庆示例机械有限公司");
        log("username=niemand").jsonPath("$.items[0].name").doesNotExist();
        log("name=李四&result=BAD_CREDENTIALS&result=LOCKED&username=" + phone)
                .jsonPath("$.total")
                .isEqualTo(1);
        log("name=王五&username=" + phone).jsonPath("$.total").isEqualTo(0);
    }

    @Test
    void the_log_can_be_read_while_user_service_does_not_answer() {
        String phone = registered();
        browser().signIn(phone, "wrong");
        USER_SERVICE.stubFor(com.github.tomakehurst.wiremock.client.WireMock.post("/internal/principals/affiliations")
                .willReturn(com.github.tomakehurst.wiremock.client.WireMock.aResponse()
                        .withStatus(500)));

        log("username=" + phone)
                .jsonPath("$.total")
                .isEqualTo(1)
                .jsonPath("$.items[0].name")
                .isEqualTo("李四")
                .jsonPath("$.items[0].affiliation")
                .doesNotExist();
    }

    @Test
    void the_log_is_taken_out_by_its_filter_with_phones_covered_there_and_on_record() {
        String phone = registered();
        affiliated(accountOf(phone), "重庆示例机械有限公司");
        browser().signIn(phone, "wrong");
        browser().signIn(phone, PASSWORD);
        CurrentUser auditor = TestUsers.operator("auth.signin-log.read");
        String covered = phone.substring(0, 3) + "****" + phone.substring(7);

        ExportedFile all =
                ExportedFile.of(client.as(auditor), "/api/auth/sign-in-log/export?sort=at,asc&username=" + phone);
        ExportedFile failed = ExportedFile.of(
                client.as(auditor), "/api/auth/sign-in-log/export?result=BAD_CREDENTIALS&username=" + phone);

        assertThat(all.column("结果")).containsExactly("账号或密码错误", "成功");
        assertThat(all.column("登录名")).containsOnly(covered);
        assertThat(all.column("姓名")).containsOnly("李四");
        assertThat(all.column("所属机构或企业")).containsOnly("重庆示例机械有限公司");
        assertThat(failed.rows()).hasSize(1);
        assertThat(jdbc.sql("select data::text from outbox where type = 'audit.ChangeRecorded'"
                                + " and data ->> 'action' = 'SIGN_IN_LOG_EXPORTED' and data -> 'actor' ->> 'id' = ?")
                        .param(auditor.accountId().toString())
                        .query(String.class)
                        .list())
                .hasSize(2)
                .allSatisfy(record -> assertThat(record).contains(covered).doesNotContain(phone));
        client.as(TestUsers.operator("ops.audit.read"))
                .get()
                .uri("/api/auth/sign-in-log/export")
                .exchange()
                .expectStatus()
                .isForbidden();
        for (String way : List.of("", "/export")) {
            client.as(auditor)
                    .get()
                    .uri("/api/auth/sign-in-log" + way + "?sort=username,asc")
                    .exchange()
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("VALIDATION_FAILED");
        }
    }

    @Test
    void a_file_of_many_attempts_has_each_of_them_once() {
        String name = "viele" + UUID.randomUUID().toString().substring(0, 8);
        jdbc.sql("""
                        insert into sign_in_log (id, at, username, username_index, address, user_agent, result)
                        select gen_random_uuid(), now() - (i / 3) * interval '1 second', ?, ?, '127.0.0.1', 'T' || i, 'BAD_CREDENTIALS'
                        from generate_series(1, 1203) i""").params(sealed(name), typedIndexOf(name)).update();

        ExportedFile file = ExportedFile.of(
                client.as(TestUsers.operator("auth.signin-log.read")), "/api/auth/sign-in-log/export?username=" + name);

        assertThat(file.column("终端")).hasSize(1203).doesNotHaveDuplicates();
        assertThat(file.column("时间")).isSortedAccordingTo(Comparator.reverseOrder());
    }

    private UUID accountOf(String phone) {
        return jdbc.sql("select id from account where phone_index = ?")
                .param(indexOf(phone))
                .query(UUID.class)
                .single();
    }

    private void affiliated(UUID account, String name) {
        USER_SERVICE.stubFor(com.github.tomakehurst.wiremock.client.WireMock.post("/internal/principals/affiliations")
                .willReturn(com.github.tomakehurst.wiremock.client.WireMock.okJson(
                        "[{\"accountId\":\"%s\",\"name\":\"%s\"}]".formatted(account, name))));
    }

    private RestTestClient.BodyContentSpec log(String query) {
        return client.as(TestUsers.operator("auth.signin-log.read"))
                .get()
                .uri("/api/auth/sign-in-log?" + query)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }
}
