package cn.zhengqi.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Stands for auth-service: signs tokens, and gives the key that verifies them. */
final class Tokens {

    static final UUID ACCOUNT = UUID.fromString("01900000-0000-7000-8000-000000000001");
    static final UUID ENTERPRISE = UUID.fromString("01900000-0000-7000-8000-0000000000e1");

    private final RSAKey key;

    Tokens() {
        try {
            key = new RSAKeyGenerator(2048).keyID("test").generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String jwks() {
        return new JWKSet(key.toPublicJWK()).toString();
    }

    String person(String... permissions) {
        return signed(claims -> claims.subject(ACCOUNT.toString())
                .claim("name", "张三")
                .claim("user_type", "ENTERPRISE")
                .claim("perms", List.of(permissions)));
    }

    String personOfEnterprise() {
        return signed(claims -> claims.subject(ACCOUNT.toString())
                .claim("name", "张三")
                .claim("user_type", "ENTERPRISE")
                .claim("ent", ENTERPRISE.toString())
                .claim("perms", List.of()));
    }

    String service() {
        return service("finance-service");
    }

    String service(String name) {
        return signed(claims -> claims.subject(name).claim("perms", List.of("internal")));
    }

    String signed(Consumer<JWTClaimsSet.Builder> more) {
        Instant now = Instant.now();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer("http://auth-service")
                .audience("zhengqi")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)));
        more.accept(claims);
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("test").build(), claims.build());
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
