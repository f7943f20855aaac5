package cn.zhengqi.auth.token;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.auth.AuthServiceTest;
import cn.zhengqi.auth.Browser;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class SigningKeysTest extends AuthServiceTest {

    private static final String PASSWORD = "Gut-gewaehlt7";
    private static final AtomicLong PHONES = new AtomicLong(13510000000L);

    @Autowired
    private SigningKeys keys;

    @Autowired
    private Authorizations authorizations;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void a_key_is_followed_by_another_and_nobody_is_signed_out_by_it() throws Exception {
        Browser browser = signedIn();
        Browser.Answer first = tokens(browser);
        String old = keys.current();

        ages(Duration.ofDays(31));
        keys.rotate();
        keys.rotate();
        assertThat(published(browser).getKeys())
                .as("one more, published before it signs")
                .hasSize(2);
        assertThat(keys.current()).isEqualTo(old);

        ages(SigningKeys.PUBLISHED_BEFORE);
        keys.rotate();
        String next = keys.current();
        assertThat(next).isNotEqualTo(old);
        verify(browser, access(first), old);
        Browser.Answer renewed =
                browser.refresh(first.body().path("refresh_token").asString());
        assertThat(renewed.status()).isEqualTo(200);
        verify(browser, access(renewed), next);

        ages(SigningKeys.KEPT_AFTER.plusMinutes(1));
        keys.rotate();
        assertThat(published(browser).getKeys())
                .extracting(key -> key.getKeyID())
                .containsExactly(next);
        assertThat(browser.authorize().location()).startsWith("/bff/callback?code=");
    }

    @Test
    void copies_that_rotate_at_once_make_one_key() throws Exception {
        ages(Duration.ofDays(31));
        int before = stored();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Void> rotate = () -> {
                keys.rotate();
                return null;
            };
            for (var done : pool.invokeAll(List.of(rotate, rotate, rotate))) {
                done.get();
            }
        }
        assertThat(stored()).isEqualTo(before + 1);
    }

    @Test
    void no_private_key_lies_readable_in_the_database() {
        keys.current();
        assertThat(jdbc.sql("select private_key from signing_key")
                        .query((row, n) -> new String(row.getBytes(1), StandardCharsets.ISO_8859_1))
                        .list())
                .isNotEmpty()
                .noneMatch(stored -> stored.contains("\"d\""));
    }

    @Test
    void authorizations_that_have_expired_are_deleted_and_no_others() {
        Browser browser = signedIn();
        String gone = tokens(browser).body().path("refresh_token").asString();
        String live = tokens(browser).body().path("refresh_token").asString();
        jdbc.sql("""
                        update oauth2_authorization set refresh_token_expires_at = now() - interval '1 second',
                          access_token_expires_at = now() - interval '1 hour' where refresh_token_value = ?""").param(gone).update();

        assertThat(authorizations.deleteExpired()).isPositive();
        assertThat(authorizations.deleteExpired()).isZero();
        assertThat(jdbc.sql("select refresh_token_value from oauth2_authorization where refresh_token_value in (?, ?)")
                        .params(gone, live)
                        .query(String.class)
                        .list())
                .containsExactly(live);
        assertThat(browser.refresh(live).status()).isEqualTo(200);
    }

    private static String access(Browser.Answer tokens) {
        return tokens.body().path("access_token").asString();
    }

    private static void verify(Browser browser, String token, String key) throws Exception {
        SignedJWT jwt = SignedJWT.parse(token);
        assertThat(jwt.getHeader().getKeyID()).isEqualTo(key);
        assertThat(jwt.verify(
                        new RSASSAVerifier(published(browser).getKeyByKeyId(key).toRSAKey())))
                .isTrue();
    }

    private static JWKSet published(Browser browser) throws Exception {
        return JWKSet.parse(browser.get("/oauth2/jwks").raw().body());
    }

    private void ages(Duration by) {
        jdbc.sql("update signing_key set created_at = created_at - ? * interval '1 second'")
                .param(by.toSeconds())
                .update();
    }

    private int stored() {
        return jdbc.sql("select count(*) from signing_key").query(Integer.class).single();
    }

    private static Browser.Answer tokens(Browser browser) {
        return browser.exchangeCode(browser.authorize().location().replaceAll(".*[?&]code=([^&]*).*", "$1"));
    }

    private Browser signedIn() {
        String phone = Long.toString(PHONES.incrementAndGet());
        Browser browser = browser();
        browser.post("/api/auth/registrations", """
                {"userType":"ENTERPRISE","phone":"%s","code":"%s","password":"%s","displayName":"李四","channel":"PC","agreed":true}""".formatted(phone, codeFor(phone, "REGISTRATION"), PASSWORD));
        assertThat(browser.signIn(phone, PASSWORD).status()).isEqualTo(200);
        return browser;
    }
}
