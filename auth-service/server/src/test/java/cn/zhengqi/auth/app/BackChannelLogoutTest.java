package cn.zhengqi.auth.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhengqi.auth.Browser;
import cn.zhengqi.auth.TellsThisMachine;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** An application that listens is told when a sign-in ends by which somebody is in it. */
@TellsThisMachine
class BackChannelLogoutTest extends SignedInAppTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private record Told(String contentType, String body) {}

    private final List<Told> told = new CopyOnWriteArrayList<>();
    private volatile int answer = 200;
    private HttpServer receiver;

    @BeforeEach
    void theApplicationListens() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/backchannel", exchange -> {
            told.add(new Told(
                    exchange.getRequestHeaders().getFirst("Content-Type"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        receiver.start();
    }

    @AfterEach
    void itIsGone() {
        receiver.stop(0);
    }

    @Test
    void who_signs_out_of_the_platform_is_out_of_the_application_which_is_told_by_a_token_of_ours() throws Exception {
        App app = listening();
        assertThat(app.registration.getProviderDetails().getConfigurationMetadata())
                .containsEntry("backchannel_logout_supported", true)
                .containsEntry("backchannel_logout_session_supported", true);
        OAuth2LoginAuthenticationToken in = app.signsIn();
        String signIn = signInOf(in);

        browser.post("/api/auth/sign-out", "{}");

        await().atMost(PATIENCE).until(() -> told.size() == 1);
        assertThat(told.getFirst().contentType()).startsWith("application/x-www-form-urlencoded");
        SignedJWT token = token(0);
        JWSHeader header = token.getHeader();
        assertThat(header.getType().toString()).isEqualTo("logout+jwt");
        String keys = app.registration.getProviderDetails().getJwkSetUri();
        assertThat(token.verify(new RSASSAVerifier(JWKSet.load(URI.create(keys).toURL())
                        .getKeyByKeyId(header.getKeyID())
                        .toRSAKey())))
                .isTrue();
        JWTClaimsSet claims = token.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo(OUTSIDE.baseUrl());
        assertThat(claims.getAudience()).containsExactly(app.clientId());
        assertThat(claims.getSubject()).isEqualTo(person.id().toString());
        assertThat(claims.getStringClaim("sid")).isEqualTo(signIn);
        assertThat(claims.getJSONObjectClaim("events"))
                .isEqualTo(Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
        assertThat(claims.getJWTID()).isNotBlank();
        assertThat(claims.getExpirationTime().toInstant())
                .isBetween(Instant.now(), Instant.now().plusSeconds(121));
        assertThat(claims.getClaims()).doesNotContainKey("nonce");
        await().atMost(PATIENCE).until(() -> waiting(app) == 0);

        String logoutToken = token.serialize();
        assertThat(userInfo(logoutToken).statusCode()).as("it opens nothing").isEqualTo(401);
        assertThat(new Browser(OUTSIDE.baseUrl())
                        .get("/oauth2/logout?id_token_hint=" + logoutToken)
                        .status())
                .as("and signs nobody out")
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update signed_in_session set ended_at = now() where account_id = ?",
                "update signed_in_session set started_at = now() - interval '12 hours 1 minute' where account_id = ?",
                "update account set enabled = false where id = ?",
                "delete from signed_in_session where account_id = ?"
            })
    void whichever_way_a_sign_in_ends_the_application_hears_of_it(String ending) throws Exception {
        App app = listening();
        String signIn = signInOf(app.signsIn());

        jdbc.sql(ending).param(person.id()).update();

        await().atMost(PATIENCE).until(() -> told.size() == 1);
        assertThat(token(0).getJWTClaimsSet().getStringClaim("sid")).isEqualTo(signIn);
    }

    @Test
    void another_sign_in_of_the_same_person_goes_on() throws Exception {
        App app = listening();
        String first = signInOf(app.signsIn());
        Browser before = browser;
        browser = new Browser(OUTSIDE.baseUrl());
        app.signsIn();

        before.post("/api/auth/sign-out", "{}");

        await().atMost(PATIENCE).until(() -> told.size() == 1 && waiting(app) == 1);
        assertThat(token(0).getJWTClaimsSet().getStringClaim("sid")).isEqualTo(first);
    }

    @Test
    void whoever_takes_back_what_they_allowed_is_out_of_the_application_and_it_hears_of_nothing_later()
            throws Exception {
        App app = listening();
        String signIn = signInOf(app.signsIn());

        takesBack(app);

        await().atMost(PATIENCE).until(() -> told.size() == 1 && waiting(app) == 0);
        assertThat(token(0).getJWTClaimsSet().getStringClaim("sid")).isEqualTo(signIn);
    }

    @Test
    void whoever_comes_back_while_it_is_being_told_stays() {
        App app = listening();
        answer = 503;
        app.signsIn();
        takesBack(app);
        await().atMost(PATIENCE).until(() -> told.size() == 1 && tries(app) == 1);

        app.signsIn();

        assertThat(jdbc.sql("select count(*) from app_sign_in where app = ?::uuid and ended_at is null")
                        .param(id(app.registered))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private void takesBack(App app) {
        client.as(self())
                .post()
                .uri("/api/auth/my/apps/" + id(app.registered) + "/withdrawal")
                .exchange()
                .expectStatus()
                .isNoContent();
    }

    @Test
    void one_that_is_away_is_told_again_and_given_up_after_some_tries() throws Exception {
        App app = listening();
        String signIn = signInOf(app.signsIn());
        answer = 503;
        browser.post("/api/auth/sign-out", "{}");
        await().atMost(PATIENCE).until(() -> told.size() == 1 && tries(app) == 1);

        isDue(app, 1);
        await().atMost(PATIENCE).until(() -> told.size() == 2 && tries(app) == 2);
        assertThat(token(1).getJWTClaimsSet().getStringClaim("sid")).isEqualTo(signIn);
        assertThat(token(1).getJWTClaimsSet().getJWTID())
                .isNotEqualTo(token(0).getJWTClaimsSet().getJWTID());

        isDue(app, 5);
        await().atMost(PATIENCE).until(() -> told.size() == 3 && waiting(app) == 0);
    }

    @Test
    void one_that_does_not_listen_or_is_disabled_hears_nothing_and_nothing_is_kept_for_it() {
        App deaf = new App(registered(AppKind.CONFIDENTIAL), "openid");
        App disabled = listening();
        App listens = listening();
        deaf.signsIn();
        disabled.signsIn();
        listens.signsIn();
        become(disabled.registered, "disable");

        browser.post("/api/auth/sign-out", "{}");

        await().atMost(PATIENCE).until(() -> waiting(deaf) + waiting(disabled) + waiting(listens) == 0);
        assertThat(told).hasSize(1);
    }

    @Test
    void of_one_that_does_not_listen_nothing_is_kept_also_while_the_sign_in_lasts() {
        App deaf = new App(registered(AppKind.CONFIDENTIAL), "openid");
        App listens = listening();
        deaf.signsIn();
        listens.signsIn();

        await().atMost(PATIENCE).until(() -> waiting(deaf) == 0);

        assertThat(waiting(listens)).isEqualTo(1);
    }

    private App listening() {
        Map<String, Object> form = form(AppKind.CONFIDENTIAL);
        form.put(
                "backChannelLogoutUri",
                "http://127.0.0.1:" + receiver.getAddress().getPort() + "/backchannel");
        return new App(body(send(HttpMethod.POST, "/api/auth/apps", form), 201), "openid");
    }

    private static String signInOf(OAuth2LoginAuthenticationToken in) {
        return ((OidcUser) in.getPrincipal()).getIdToken().getClaimAsString("sid");
    }

    private SignedJWT token(int number) throws Exception {
        String body = told.get(number).body();
        assertThat(body).startsWith("logout_token=");
        return SignedJWT.parse(URLDecoder.decode(body.substring("logout_token=".length()), StandardCharsets.UTF_8));
    }

    private void isDue(App app, int tries) {
        jdbc.sql("update app_sign_in set tries = ?, next_try_at = now() where app = ?::uuid")
                .params(tries, id(app.registered))
                .update();
    }

    private int tries(App app) {
        return jdbc.sql(
                        "select tries from app_sign_in where app = ?::uuid and next_try_at > now() - interval '1 minute'")
                .param(id(app.registered))
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    private int waiting(App app) {
        return jdbc.sql("select count(*) from app_sign_in where app = ?::uuid")
                .param(id(app.registered))
                .query(Integer.class)
                .single();
    }
}
