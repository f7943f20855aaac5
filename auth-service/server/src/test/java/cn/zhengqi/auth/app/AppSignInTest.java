package cn.zhengqi.auth.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengqi.auth.Browser;
import cn.zhengqi.auth.token.ExpiredAuthorizations;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.autoconfigure.ServicesDecoder;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import tools.jackson.databind.JsonNode;

/** Applications as they are built with Spring Security's client, and what goes wrong with those that are not. */
class AppSignInTest extends SignedInAppTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private StringRedisTemplate redis;

    @Test
    void an_application_signs_people_in_from_discovery_to_their_signing_out() throws Exception {
        App app = new App(
                registered(AppKind.CONFIDENTIAL, AppScope.PROFILE, AppScope.ENTERPRISE),
                "openid",
                "profile",
                "enterprise");
        Map<String, Object> said = app.registration.getProviderDetails().getConfigurationMetadata();
        assertThat(said.get("issuer")).isEqualTo(OUTSIDE.baseUrl());
        assertThat(said.entrySet())
                .filteredOn(claim ->
                        claim.getKey().endsWith("_endpoint") || claim.getKey().endsWith("_uri"))
                .hasSizeGreaterThanOrEqualTo(6)
                .allSatisfy(
                        claim -> assertThat(claim.getValue().toString()).startsWith(OUTSIDE.baseUrl() + "/oauth2/"));
        assertThat(said.get("grant_types_supported").toString()).isEqualTo("[authorization_code, refresh_token]");
        assertThat(said.get("scopes_supported").toString()).isEqualTo("[openid, profile, phone, enterprise]");
        assertThat(said.get("code_challenge_methods_supported").toString()).isEqualTo("[S256]");

        OAuth2AuthorizationRequest request = app.asks();
        Browser.Answer asked = browser.get(path(request.getAuthorizationRequestUri()));
        assertThat(asked.location())
                .as("the page knows that the platform's own session does not answer it")
                .isEqualTo("/sign-in?app=true");
        Instant before = Instant.now().minusSeconds(2);
        String continueTo =
                browser.signIn(phone, PASSWORD).body().path("continueTo").asString();
        String page = browser.get(continueTo).location();
        assertThat(page).startsWith(OUTSIDE.baseUrl() + "/authorize?");
        JsonNode question = question(page).body();
        assertThat(question.path("app")).isEqualTo(app.registered.path("name"));
        assertThat(question.path("owner").asString()).isEqualTo("示例区科技局");
        assertThat(question.path("goesTo").asString()).isEqualTo("app.example.cn");
        assertThat(question.path("person").asString()).isEqualTo("王小二");
        assertThat(question.path("phone").asString()).isEqualTo(phone.substring(0, 3) + "****" + phone.substring(7));
        assertThat(question.path("wants").toString()).isEqualTo("[\"PROFILE\",\"ENTERPRISE\"]");
        String again = answer(page, true).body().path("continueTo").asString();
        assertThat(again).startsWith("/oauth2/authorize?");
        String back = browser.get(again).location();
        assertThat(back).startsWith(CALLBACK + "?code=");
        OAuth2LoginAuthenticationToken in = app.signsIn(request, back);

        OidcUser user = (OidcUser) in.getPrincipal();
        assertThat(user.getSubject()).isEqualTo(person.id().toString());
        assertThat(user.getUserInfo().getClaims())
                .containsEntry("name", "王小二")
                .containsEntry("user_type", "ENTERPRISE")
                .containsEntry(
                        "enterprise",
                        Map.of("id", ENTERPRISE.toString(), "uscc", "91500000202869177Y", "name", "重庆示例机械有限公司"))
                .doesNotContainKey("phone_number");
        assertThat(user.getIdToken().getAuthenticatedAt()).isBetween(before, Instant.now());
        assertThat(user.getIdToken().getClaims()).doesNotContainKeys("name", "enterprise", "phone_number");
        assertThat(consents()).containsExactly(id(app.registered));

        OAuth2AuthorizationRequest secondTime = app.asks();
        assertThat(browser.get(path(secondTime.getAuthorizationRequestUri())).location())
                .as("who has allowed it is not asked again")
                .startsWith(CALLBACK + "?code=");

        String refresh = Objects.requireNonNull(in.getRefreshToken()).getTokenValue();
        Browser.Answer renewed = app.refreshes(refresh);
        assertThat(renewed.status()).isEqualTo(200);
        assertThat(renewed.body().path("id_token").asString()).isNotEmpty();
        assertThat(app.refreshes(refresh).status()).as("it works once").isEqualTo(400);
        assertThat(userInfo(renewed.body().path("access_token").asString()).statusCode())
                .isEqualTo(200);

        String idToken = user.getIdToken().getTokenValue();
        String logout = "/oauth2/logout?id_token_hint=" + idToken + "&state=s1&post_logout_redirect_uri=";
        for (String refused : List.of(
                logout + encoded("https://evil.example/"),
                logout.replace(idToken, idToken.substring(0, idToken.length() - 6) + "AAAAAA") + encoded(GOODBYE),
                logout.replace(idToken, renewed.body().path("access_token").asString()) + encoded(GOODBYE),
                logout + encoded(GOODBYE) + "&client_id=gateway",
                "/oauth2/logout?post_logout_redirect_uri=" + encoded(GOODBYE))) {
            assertThat(browser.get(refused).status()).as(refused).isEqualTo(400);
        }
        assertThat(asPage(logout + encoded("https://evil.example/"))).isEqualTo("/authorize?problem=LOGOUT");
        assertThat(app.refreshes(renewed.body().path("refresh_token").asString())
                        .status())
                .as("nobody was signed out by any of them")
                .isEqualTo(200);
        Browser.Answer out = new Browser(OUTSIDE.baseUrl()).get(logout + encoded(GOODBYE));
        assertThat(out.location()).isEqualTo(GOODBYE + "?state=s1");
        assertThat(redis.hasKey("zq:authority:" + person.id()))
                .as("the gateway asks for another token, and gets none")
                .isTrue();
        assertThat(browser.authorize().location())
                .as("the platform in this browser is left with it")
                .isEqualTo("/sign-in");
        assertThat(userInfo(renewed.body().path("access_token").asString()).statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_token_for_an_application_opens_nothing_of_the_platform_and_the_platform_s_own_is_none_there()
            throws Exception {
        App app = new App(registered(AppKind.CONFIDENTIAL, AppScope.PROFILE), "openid", "profile");
        OAuth2LoginAuthenticationToken in = app.signsIn();
        String access = in.getAccessToken().getTokenValue();
        String idToken = ((OidcUser) in.getPrincipal()).getIdToken().getTokenValue();
        JWTClaimsSet claims = SignedJWT.parse(access).getJWTClaimsSet();
        assertThat(claims.getAudience()).containsExactly(app.clientId());
        assertThat(claims.getIssuer()).isEqualTo(OUTSIDE.baseUrl());
        assertThat(claims.getClaims()).doesNotContainKeys("perms", "user_type", "ent", "roles", "name");
        JwtDecoder everyService = ServicesDecoder.of("http://127.0.0.1:" + port);
        Browser direct = browser();
        direct.signIn(phone, PASSWORD);
        String own = direct.exchangeCode(parameter(direct.authorize().location(), "code"))
                .body()
                .path("access_token")
                .asString();

        assertThat(everyService.decode(own).getSubject())
                .as("the platform's own is taken")
                .isEqualTo(person.id().toString());
        for (String foreign : List.of(access, idToken)) {
            assertThatThrownBy(() -> everyService.decode(foreign))
                    .isInstanceOf(JwtException.class)
                    .hasMessageContaining("iss");
        }
        assertThat(userInfo(access).statusCode()).isEqualTo(200);
        for (String foreign : List.of(own, idToken, "x")) {
            assertThat(userInfo(foreign).statusCode()).isEqualTo(401);
        }
        assertThat(userInfo(null).statusCode()).isEqualTo(401);
        assertThat(sent(HttpRequest.newBuilder(URI.create(app.asks().getAuthorizationRequestUri()))
                                .header("Authorization", "Bearer " + own))
                        .headers()
                        .firstValue("Location"))
                .as("the gateway puts it on what a browser asks, where it says nothing")
                .hasValue("/sign-in?app=true");
    }

    @Test
    void nobody_is_sent_to_an_address_that_was_not_registered_to_the_letter() {
        App app = new App(registered(AppKind.CONFIDENTIAL), "openid");
        browser.signIn(phone, PASSWORD);
        String path = path(app.asks().getAuthorizationRequestUri());
        for (String other : List.of(
                "https://evil.example/callback",
                CALLBACK + "/",
                CALLBACK + "?next=1",
                "http://app.example.cn/callback",
                "https://app.example.cn:8443/callback")) {
            Browser.Answer refused = browser.get(elsewhere(path, other));
            assertThat(refused.status()).as(other).isEqualTo(400);
            assertThat(refused.location()).isEmpty();
        }
        assertThat(asPage(elsewhere(path, "https://evil.example/"))).isEqualTo("/authorize?problem=ADDRESS");
        assertThat(asPage(path.replace(app.clientId(), "zqa_00000000000000000000")))
                .isEqualTo("/authorize?problem=CLIENT");
        String sendsNobody = "/oauth2/authorize?response_type=code&client_id=finance-service&code_challenge_method=S256"
                + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&redirect_uri="
                + encoded("https://evil.example/");
        assertThat(asPage(sendsNobody)).doesNotContain("evil");
        assertThat(browser.get(sendsNobody).location())
                .as("a client of the platform's own that sends nobody anywhere")
                .isEmpty();
        assertThat(browser.get(path).location()).startsWith(OUTSIDE.baseUrl() + "/authorize?");
    }

    @Test
    void who_only_asks_whether_somebody_is_signed_in_is_told_and_nobody_sees_a_page() {
        App app = new App(registered(AppKind.CONFIDENTIAL), "openid");
        String path = path(app.asks().getAuthorizationRequestUri()) + "&prompt=none";
        assertThat(browser.get(path).location()).startsWith(CALLBACK + "?error=login_required&state=");
        assertThat(browser.get(elsewhere(path, "https://evil.example/")).location())
                .doesNotContain("evil");
        browser.signIn(phone, PASSWORD);
        assertThat(browser.get(path).location()).startsWith(CALLBACK + "?error=consent_required&state=");
        allowed(app.asks());
        assertThat(browser.get(path(app.asks().getAuthorizationRequestUri()) + "&prompt=none")
                        .location())
                .startsWith(CALLBACK + "?code=");
    }

    @Test
    void an_application_that_wants_a_fresh_sign_in_gets_one_and_the_person_is_asked_once() {
        App app = new App(registered(AppKind.CONFIDENTIAL), "openid");
        browser.signIn(phone, PASSWORD);
        allowed(app.asks());

        for (String fresh :
                List.of("&prompt=login", "&max_age=0", "&prompt=login&max_age=0", "&prompt=login%20consent")) {
            assertThat(browser.get(path(app.asks().getAuthorizationRequestUri()) + fresh)
                            .location())
                    .as(fresh)
                    .isEqualTo("/sign-in?app=true");
            String on =
                    browser.signIn(phone, PASSWORD).body().path("continueTo").asString();
            assertThat(browser.get(on).location()).as(fresh).startsWith(CALLBACK + "?code=");
        }
        assertThat(jdbc.sql("select count(*) from signed_in_session where account_id = ? and ended_at is null")
                        .param(person.id())
                        .query(Long.class)
                        .single())
                .as("one browser has one sign-in, and signing out ends it")
                .isEqualTo(1);
        for (String fresh : List.of("&max_age=3600", "&max_age=99999999999", "&max_age=soon")) {
            assertThat(browser.get(path(app.asks().getAuthorizationRequestUri()) + fresh)
                            .location())
                    .as(fresh)
                    .startsWith(CALLBACK + "?code=");
        }
        assertThat(browser.get(path(app.asks().getAuthorizationRequestUri()) + "&max_age=0&prompt=none")
                        .location())
                .startsWith(CALLBACK + "?error=login_required&state=");
    }

    @Test
    void a_code_is_worth_nothing_without_its_proof_and_twice() {
        App app = new App(registered(AppKind.CONFIDENTIAL), "openid");
        OAuth2AuthorizationRequest request = app.asks();
        String withoutProof = path(request.getAuthorizationRequestUri()).replaceAll("&code_challenge=[^&]*", "");
        browser.signIn(phone, PASSWORD);
        assertThat(browser.get(withoutProof).location()).startsWith(CALLBACK + "?error=invalid_request");
        assertThat(browser.get(path(request.getAuthorizationRequestUri())
                                .replace("code_challenge_method=S256", "code_challenge_method=plain"))
                        .location())
                .startsWith(CALLBACK + "?error=invalid_request");

        String code = parameter(allowed(request), "code");
        assertThat(app.exchanges(app.asks(), code).body().path("error").asString())
                .as("the proof of another request")
                .isEqualTo("invalid_grant");

        OAuth2AuthorizationRequest second = app.asks();
        String used = parameter(allowed(second), "code");
        Browser.Answer tokens = app.exchanges(second, used);
        assertThat(tokens.status()).isEqualTo(200);
        assertThat(app.exchanges(second, used).body().path("error").asString()).isEqualTo("invalid_grant");
        assertThat(app.refreshes(tokens.body().path("refresh_token").asString()).status())
                .as("what was given for a code that two had")
                .isEqualTo(400);
        assertThat(userInfo(tokens.body().path("access_token").asString()).statusCode())
                .isEqualTo(401);
    }

    @Test
    void an_application_asks_for_no_more_than_it_was_granted_and_for_who_it_is_at_least() {
        App greedy = new App(registered(AppKind.CONFIDENTIAL, AppScope.PROFILE), "openid", "profile", "phone");
        App other = new App(registered(AppKind.CONFIDENTIAL, AppScope.PROFILE), "profile");
        browser.signIn(phone, PASSWORD);
        assertThat(browser.get(path(greedy.asks().getAuthorizationRequestUri())).location())
                .startsWith(CALLBACK + "?error=invalid_scope&state=");
        assertThat(browser.get(path(other.asks().getAuthorizationRequestUri())).location())
                .startsWith(CALLBACK + "?error=invalid_scope&state=");
        assertThat(greedy.token(Map.of("grant_type", "client_credentials", "scope", "profile"))
                        .body()
                        .path("error")
                        .asString())
                .isEqualTo("unauthorized_client");
    }

    @Test
    void who_says_no_goes_back_and_nothing_is_told() {
        App app = new App(registered(AppKind.CONFIDENTIAL), "openid");
        OAuth2AuthorizationRequest request = app.asks();
        browser.signIn(phone, PASSWORD);
        String page = browser.get(path(request.getAuthorizationRequestUri())).location();

        String back = answer(page, false).body().path("continueTo").asString();

        assertThat(back).startsWith(CALLBACK + "?error=access_denied&state=");
        assertThat(parameter(back, "state")).isEqualTo(request.getState());
        assertThat(answer(page, true).code()).as("it was answered").isEqualTo("APP_REQUEST_GONE");
        assertThat(consents()).isEmpty();
    }

    @Test
    void nobody_answers_for_another_and_no_request_waits_for_ever() {
        App app = new App(registered(AppKind.CONFIDENTIAL), "openid");
        browser.signIn(phone, PASSWORD);
        String page = browser.get(path(app.asks().getAuthorizationRequestUri())).location();
        String another = Long.toString(PHONES.incrementAndGet());
        opened(UserType.ENTERPRISE, another, PASSWORD, false);
        Browser theirs = new Browser(OUTSIDE.baseUrl());
        String asked = "/api/auth/sign-in/consent?state=" + encoded(parameter(page, "state"));

        assertThat(theirs.get(asked).code()).as("nobody is signed in").isEqualTo("APP_REQUEST_GONE");
        theirs.signIn(another, PASSWORD);
        assertThat(theirs.get(asked).code()).isEqualTo("APP_REQUEST_GONE");
        assertThat(question(page).status()).isEqualTo(200);

        jdbc.sql(
                        "update oauth2_authorization set created_at = created_at - interval '31 minutes' where principal_name = ?")
                .param(person.id().toString())
                .update();
        new ExpiredAuthorizations(context).delete();
        assertThat(question(page).code()).isEqualTo("APP_REQUEST_GONE");
    }

    @Test
    void a_phone_is_covered_and_who_is_to_show_it_plainly_is_asked_anew() {
        App app = new App(registered(AppKind.CONFIDENTIAL, AppScope.PHONE), "openid", "phone");
        OAuth2LoginAuthenticationToken in = app.signsIn();
        assertThat(((OidcUser) in.getPrincipal()).getPhoneNumber())
                .isEqualTo(phone.substring(0, 3) + "****" + phone.substring(7));

        changed(one(app.registered), Map.of("plainPhone", true));

        assertThat(userInfo(in.getAccessToken().getTokenValue()).statusCode()).isEqualTo(401);
        OAuth2AuthorizationRequest request = app.asks();
        String page = browser.get(path(request.getAuthorizationRequestUri())).location();
        assertThat(page).startsWith(OUTSIDE.baseUrl() + "/authorize?");
        assertThat(question(page).body().path("plainPhone").asBoolean()).isTrue();
        OAuth2LoginAuthenticationToken again = app.signsIn(request, allowed(request));
        assertThat(((OidcUser) again.getPrincipal()).getPhoneNumber()).isEqualTo(phone);
    }

    @Test
    void who_is_disabled_gets_and_knows_nothing_any_more_and_comes_back_without_a_question() {
        App app = new App(registered(AppKind.CONFIDENTIAL), "openid");
        OAuth2LoginAuthenticationToken in = app.signsIn();
        String refresh = Objects.requireNonNull(in.getRefreshToken()).getTokenValue();

        become(app.registered, "disable");

        assertThat(userInfo(in.getAccessToken().getTokenValue()).statusCode()).isEqualTo(401);
        assertThat(app.refreshes(refresh).status()).isEqualTo(401);
        assertThat(asPage(path(app.asks().getAuthorizationRequestUri()))).isEqualTo("/authorize?problem=CLIENT");

        become(app.registered, "enable");
        assertThat(app.refreshes(refresh).status()).as("what it had has ended").isEqualTo(400);
        OAuth2AuthorizationRequest request = app.asks();
        String back = browser.get(path(request.getAuthorizationRequestUri())).location();
        assertThat(app.signsIn(request, back).isAuthenticated()).isTrue();
    }

    @Test
    void a_new_secret_counts_at_once_and_the_one_before_no_more() {
        JsonNode registered = registered(AppKind.CONFIDENTIAL);
        App before = new App(registered, "openid");
        OAuth2LoginAuthenticationToken in = before.signsIn();
        App after = new App(registered, "openid");
        String refresh = Objects.requireNonNull(in.getRefreshToken()).getTokenValue();

        assertThat(before.refreshes(refresh).status()).isEqualTo(401);
        assertThat(after.refreshes(refresh).status()).isEqualTo(200);
    }

    @Test
    void one_that_can_keep_no_secret_has_its_proof_alone_and_nothing_to_go_on_with() {
        App app = new App(registered(AppKind.PUBLIC, AppScope.PROFILE), "openid", "profile");
        OAuth2AuthorizationRequest request = app.asks();
        browser.signIn(phone, PASSWORD);
        Browser.Answer tokens = app.exchanges(request, parameter(allowed(request), "code"));
        assertThat(tokens.status()).isEqualTo(200);
        assertThat(tokens.body().has("refresh_token")).isFalse();
        assertThat(userInfo(tokens.body().path("access_token").asString()).body())
                .contains("王小二");
        OAuth2AuthorizationRequest second = app.asks();
        String code = parameter(allowed(second), "code");
        assertThat(posted(
                                "/oauth2/token",
                                Map.of(
                                        "grant_type",
                                        "authorization_code",
                                        "code",
                                        code,
                                        "redirect_uri",
                                        CALLBACK,
                                        "client_id",
                                        app.clientId()))
                        .status())
                .as("without its proof")
                .isGreaterThanOrEqualTo(400);
    }

    @Test
    void what_somebody_takes_back_ends_at_once_and_is_asked_for_again() {
        App app = new App(registered(AppKind.CONFIDENTIAL), "openid");
        OAuth2LoginAuthenticationToken in = app.signsIn();
        CurrentUser self = self();

        client.as(self)
                .post()
                .uri("/api/auth/my/apps/" + id(app.registered) + "/withdrawal")
                .exchange()
                .expectStatus()
                .isNoContent();

        assertThat(consents()).isEmpty();
        assertThat(userInfo(in.getAccessToken().getTokenValue()).statusCode()).isEqualTo(401);
        assertThat(app.refreshes(Objects.requireNonNull(in.getRefreshToken()).getTokenValue())
                        .status())
                .isEqualTo(400);
        assertThat(browser.get(path(app.asks().getAuthorizationRequestUri())).location())
                .startsWith(OUTSIDE.baseUrl() + "/authorize?");
        client.as(self)
                .post()
                .uri("/api/auth/my/apps/" + id(app.registered) + "/withdrawal")
                .exchange()
                .expectStatus()
                .isNotFound();
        assertThat(jdbc.sql("select data ->> 'action' from outbox where data -> 'actor' ->> 'id' = ? order by id")
                        .param(person.id().toString())
                        .query(String.class)
                        .list())
                .contains("APP_ALLOWED", "APP_WITHDRAWN");
    }

    @Test
    void who_signs_out_of_the_platform_or_changes_the_password_is_out_of_its_applications_too() {
        App app = new App(registered(AppKind.CONFIDENTIAL), "openid");
        OAuth2LoginAuthenticationToken first = app.signsIn();
        browser.post("/api/auth/sign-out", "{}");
        assertThat(userInfo(first.getAccessToken().getTokenValue()).statusCode())
                .isEqualTo(401);
        assertThat(app.refreshes(Objects.requireNonNull(first.getRefreshToken()).getTokenValue())
                        .status())
                .isEqualTo(400);

        browser = new Browser(OUTSIDE.baseUrl());
        OAuth2LoginAuthenticationToken second = app.signsIn();
        jdbc.sql("update account set enabled = false where id = ?")
                .param(person.id())
                .update();
        assertThat(userInfo(second.getAccessToken().getTokenValue()).statusCode())
                .isEqualTo(401);
        assertThat(app.refreshes(
                                Objects.requireNonNull(second.getRefreshToken()).getTokenValue())
                        .status())
                .isEqualTo(400);
    }

    @Test
    void from_outside_applications_get_tokens_and_nobody_else() {
        Map<String, String> form = Map.of("grant_type", "client_credentials", "scope", "internal");
        assertThat(browser().token("finance-service", "secret-of-finance", form).status())
                .isEqualTo(200);
        Browser.Answer outside = new Browser(OUTSIDE.baseUrl()).token("finance-service", "secret-of-finance", form);
        assertThat(outside.status()).isEqualTo(401);
        assertThat(outside.body().path("error").asString()).isEqualTo("invalid_client");
        assertThat(posted("/oauth2/token", Map.of("grant_type", "client_credentials"))
                        .status())
                .isEqualTo(401);
    }
}
