package cn.zhengqi.auth.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import cn.zhengqi.auth.AuthServiceTest;
import cn.zhengqi.auth.Browser;
import cn.zhengqi.auth.api.SignInRecorded;
import cn.zhengqi.auth.api.SignInResult;
import cn.zhengqi.auth.api.SignInWay;
import cn.zhengqi.data.Json;
import cn.zhengqi.testing.ServiceClient;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;

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
    void two_tabs_that_are_asked_to_sign_in_keep_each_its_own_way_back() {
        String phone = registered();
        Browser browser = browser();
        assertThat(browser.authorizeFor("/policies?q=1&town=2+3").location())
                .isEqualTo("/sign-in?back=%2Fpolicies%3Fq%3D1%26town%3D2%2B3");
        assertThat(browser.authorizeFor("/m/code").location()).isEqualTo("/sign-in?back=%2Fm%2Fcode");

        assertThat(browser.signIn(phone, PASSWORD).status()).isEqualTo(200);
        assertThat(browser.authorizeFor("/policies").location()).startsWith("/bff/callback?code=");
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
    void every_attempt_is_told_to_who_keeps_the_log_with_the_way_and_for_whom_they_act() {
        String phone = registered();
        affiliated(accountOf(phone), "重庆示例机械有限公司");
        Browser browser = browser();
        browser.signIn(phone, "wrong");
        browser.signIn(phone, PASSWORD);
        browser.post("/api/auth/sign-out", "{}");

        assertThat(told(phone, 3))
                .extracting(
                        SignInRecorded::result,
                        SignInRecorded::way,
                        SignInRecorded::accountName,
                        SignInRecorded::affiliation)
                .containsExactly(
                        tuple(SignInResult.BAD_CREDENTIALS, SignInWay.PASSWORD, "李四", "重庆示例机械有限公司"),
                        tuple(SignInResult.SUCCESS, SignInWay.PASSWORD, "李四", "重庆示例机械有限公司"),
                        tuple(SignInResult.SIGNED_OUT, null, "李四", "重庆示例机械有限公司"));
        assertThat(told(phone, 3)).allSatisfy(one -> {
            assertThat(one.typed()).isEqualTo(phone.substring(0, 3) + "****" + phone.substring(7));
            assertThat(one.accountId()).isEqualTo(accountOf(phone));
            assertThat(one.address()).isEqualTo("127.0.0.1");
            assertThat(one.userAgent()).isEqualTo("Testbrowser/1");
        });
    }

    @Test
    void a_way_without_a_name_is_told_and_what_nobody_is_called_is_not_told_whole() {
        String phone = registered();
        browser()
                .post(
                        "/api/auth/sign-in/sms",
                        "{\"phone\":\"%s\",\"code\":\"%s\"}".formatted(phone, codeFor(phone, "SIGN_IN")));
        String secret = "Mein-Passwort" + UUID.randomUUID().toString().substring(0, 8);
        browser().signIn(secret, "x");

        assertThat(told(phone, 1))
                .extracting(SignInRecorded::way, SignInRecorded::result)
                .containsExactly(tuple(SignInWay.SMS_CODE, SignInResult.SUCCESS));
        assertThat(told(secret.toLowerCase(Locale.ROOT), 1))
                .extracting(SignInRecorded::typed, SignInRecorded::accountId)
                .containsExactly(tuple("me***", null));
    }

    @Test
    void attempts_are_told_while_user_service_does_not_answer() {
        String phone = registered();
        USER_SERVICE.stubFor(com.github.tomakehurst.wiremock.client.WireMock.post("/internal/principals/affiliations")
                .willReturn(com.github.tomakehurst.wiremock.client.WireMock.aResponse()
                        .withStatus(500)));

        browser().signIn(phone, "wrong");

        assertThat(told(phone, 1))
                .extracting(SignInRecorded::accountName, SignInRecorded::affiliation)
                .containsExactly(tuple("李四", null));
    }

    @Test
    void what_stood_in_the_log_before_anybody_was_told_is_told_once_and_does_not_say_for_whom_they_act_today() {
        String name = "viele" + UUID.randomUUID().toString().substring(0, 8);
        String phone = registered();
        affiliated(accountOf(phone), "重庆示例机械有限公司");
        jdbc.sql("""
                        insert into sign_in_log (id, at, username, username_index, account_id, address, user_agent, result)
                        select gen_random_uuid(), now() - interval '2 days' - i * interval '1 second', ?, ?, ?, '127.0.0.1', 'T' || i, 'SUCCESS'
                        from generate_series(1, 1203) i""").params(sealed(name), typedIndexOf(name), accountOf(phone)).update();

        assertThat(told(name, 1203))
                .extracting(SignInRecorded::userAgent)
                .doesNotHaveDuplicates()
                .startsWith("T1203");
        assertThat(told(name, 1203)).extracting(SignInRecorded::affiliation).containsOnlyNulls();
        assertThat(jdbc.sql("select count(*) from sign_in_log where username_index = ? and not told")
                        .param(typedIndexOf(name))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void who_keeps_the_log_and_nobody_else_asks_by_what_a_name_is_found() {
        String phone = registered();
        browser().signIn(phone, "wrong");

        client.asService("ops-service")
                .post()
                .uri("/internal/sign-in-names/index")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"name\":\" %s \"}".formatted(phone))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.index")
                .isEqualTo(told(phone, 1).getFirst().typedIndex());
        client.asService("finance-service")
                .post()
                .uri("/internal/sign-in-names/index")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"name\":\"x\"}")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    /** What the outbox tells of attempts with this name, once it is so many. */
    private List<SignInRecorded> told(String name, int count) {
        return await().until(
                        () -> jdbc.sql("""
                                        select data from outbox where type = 'auth.SignInRecorded' and data ->> 'typedIndex' = ? order by seq""")
                                .param(HexFormat.of().formatHex(typedIndexOf(name)))
                                .query((row, n) -> Json.MAPPER.readValue(row.getString("data"), SignInRecorded.class))
                                .list(),
                        told -> told.size() == count);
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
}
