package cn.zhengqi.web.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.cloud.client.loadbalancer.LoadBalancerClient;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** The very decoder that services have, with the keys of a server that plays auth-service. */
class TokenTest {

    private static RSAKey key;
    private static HttpServer keys;
    private static JwtDecoder decoder;

    @BeforeAll
    static void auth_service_shows_its_key() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("current").generate();
        byte[] shown = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        keys = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        keys.createContext("/oauth2/jwks", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, shown.length);
            exchange.getResponseBody().write(shown);
            exchange.close();
        });
        keys.start();
        ZhengqiProperties properties = new Binder(new MapConfigurationPropertySource(Map.of(
                        "zhengqi.auth.jwks-uri",
                        "http://127.0.0.1:" + keys.getAddress().getPort() + "/oauth2/jwks")))
                .bindOrCreate("zhengqi", ZhengqiProperties.class);
        decoder = new ZhengqiSecurityAutoConfiguration()
                .jwtDecoder(properties, new DefaultListableBeanFactory().getBeanProvider(LoadBalancerClient.class));
    }

    @AfterAll
    static void stop() {
        keys.stop(0);
    }

    @Test
    void a_token_of_auth_service_for_the_platform_is_taken() throws JOSEException {
        assertThat(decoder.decode(signed(claims(it -> {}), key)).getSubject()).isEqualTo("somebody");
    }

    @Test
    void a_token_whose_words_were_changed_is_refused() throws JOSEException {
        String[] parts = signed(claims(it -> {}), key).split("\\.");
        String changed = parts[0] + "."
                + Base64URL.encode(
                        claims(it -> it.claim("perms", List.of("internal"))).toString())
                + "." + parts[2];
        refused(changed);
    }

    @Test
    void a_token_without_signature_is_refused_whatever_its_header_says() throws JOSEException {
        refused(new PlainJWT(claims(it -> {})).serialize());
        String[] parts = signed(claims(it -> {}), key).split("\\.");
        for (String none : List.of("none", "None", "NONE")) {
            String header = Base64URL.encode("{\"alg\":\"" + none + "\",\"kid\":\"current\"}")
                    .toString();
            refused(header + "." + parts[1] + ".");
            refused(header + "." + parts[1] + "." + parts[2]);
        }
    }

    @Test
    void the_public_key_is_no_secret_to_sign_with() throws JOSEException {
        SignedJWT confused = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("current").build(), claims(it -> {}));
        confused.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
        refused(confused.serialize());
    }

    @Test
    void a_token_of_another_key_is_refused_also_under_the_name_of_the_right_one() throws JOSEException {
        refused(signed(
                claims(it -> {}), new RSAKeyGenerator(2048).keyID("current").generate()));
        refused(signed(
                claims(it -> {}), new RSAKeyGenerator(2048).keyID("another").generate()));
    }

    @Test
    void a_token_of_another_issuer_is_refused() throws JOSEException {
        refused(signed(claims(it -> it.issuer("https://elsewhere.example")), key));
        refused(signed(claims(it -> it.issuer(null)), key));
    }

    @Test
    void a_token_that_is_meant_for_something_else_is_refused() throws JOSEException {
        refused(signed(claims(it -> it.audience("another-platform")), key));
        refused(signed(claims(it -> it.audience((String) null)), key));
    }

    @Test
    void a_token_that_is_over_or_not_yet_good_is_refused() throws JOSEException {
        Instant now = Instant.now();
        refused(signed(claims(it -> it.expirationTime(Date.from(now.minusSeconds(60)))), key));
        refused(signed(claims(it -> it.notBeforeTime(Date.from(now.plusSeconds(120)))), key));
    }

    private static void refused(String token) {
        assertThatThrownBy(() -> decoder.decode(token)).isInstanceOf(BadJwtException.class);
    }

    private static JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> change) {
        Instant now = Instant.now();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer("http://auth-service")
                .audience("zhengqi")
                .subject("somebody")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)));
        change.accept(claims);
        return claims.build();
    }

    private static String signed(JWTClaimsSet claims, RSAKey by) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(by.getKeyID()).build(), claims);
        token.sign(new RSASSASigner(by));
        return token.serialize();
    }
}
