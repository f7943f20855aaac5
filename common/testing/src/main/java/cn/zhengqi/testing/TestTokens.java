package cn.zhengqi.testing;

import cn.zhengqi.web.CallingSystem;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.security.RememberedTokens;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Access tokens that say what auth-service's say, signed with a key that only the tests of this JVM, and what they start, know and trust: a shared one, because what it takes to sign with half of a pair takes longer than
 * most of what is asked with the token.
 */
public final class TestTokens {

    /** By it a {@link ServiceProcess} is told the key of the JVM that started it. */
    static final String KEY_PROPERTY = "zhengqi.testing.token-key";

    private static final SecretKey KEY = new SecretKeySpec(seed(), "HmacSHA256");
    private static final Duration LIFETIME = Duration.ofMinutes(30);

    /** Who asks again brings the same token, which the service remembers. */
    private static final Map<CurrentUser, Signed> SIGNED = new ConcurrentHashMap<>();

    private record Signed(String token, Instant at) {

        boolean lasts() {
            return at.plus(LIFETIME.dividedBy(2)).isAfter(Instant.now());
        }
    }

    private TestTokens() {}

    private static byte[] seed() {
        String told = System.getProperty(KEY_PROPERTY);
        return told == null ? SecureRandom.getSeed(32) : Base64.getDecoder().decode(told);
    }

    static String key() {
        return Base64.getEncoder().encodeToString(KEY.getEncoded());
    }

    public static String of(CurrentUser user) {
        return SIGNED.compute(
                        user,
                        (same, before) -> before != null && before.lasts()
                                ? before
                                : new Signed(sign(person(same).build()), Instant.now()))
                .token();
    }

    /** Of one sign-in of the person, which the token names. */
    public static String of(CurrentUser user, UUID signIn) {
        return sign(person(user).claim("sid", signIn.toString()).build());
    }

    private static JWTClaimsSet.Builder person(CurrentUser user) {
        JWTClaimsSet.Builder claims = claims(user.accountId().toString())
                .claim("name", user.name())
                .claim("user_type", user.userType().name())
                .claim("roles", List.copyOf(user.roles()))
                .claim("perms", List.copyOf(user.permissions()))
                .claim(
                        "fields",
                        user.fieldRules().entrySet().stream()
                                .map(said -> said.getKey() + "=" + said.getValue())
                                .toList())
                .claim(
                        "scopes",
                        user.reaches().entrySet().stream()
                                .map(said -> said.getKey().code() + "="
                                        + said.getValue().word())
                                .toList())
                .claim(
                        "below",
                        user.territory().institutions().stream()
                                .filter(id -> !id.equals(user.institutionId()))
                                .map(UUID::toString)
                                .toList())
                .claim("towns", List.copyOf(user.territory().towns()));
        put(claims, "ent", user.enterpriseId());
        put(claims, "inst", user.institutionId());
        if (user.enterpriseName() != null) {
            claims.claim("ent_name", user.enterpriseName());
        }
        if (user.institutionName() != null) {
            claims.claim("inst_name", user.institutionName());
        }
        return claims;
    }

    /** The token with which another service comes to routes below {@code /internal}. */
    public static String ofService(String service) {
        return sign(claims(service).claim("perms", List.of("internal")).build());
    }

    /** The token that the gateway brings for another system with a key of the open interface. */
    public static String of(CallingSystem system) {
        JWTClaimsSet.Builder claims = claims(system.id().toString());
        if (system.ownerType() != null) {
            claims.claim(CallingSystem.OWNER_TYPE, system.ownerType().name());
        }
        return sign(claims.claim("name", system.name())
                .claim(CallingSystem.OWNER, system.ownerId().toString())
                .claim(CallingSystem.OWNER_NAME, system.ownerName())
                .claim(CallingSystem.SANDBOX, system.sandbox())
                .claim(
                        CallingSystem.BELOW,
                        system.below().stream().map(UUID::toString).toList())
                .claim("perms", List.copyOf(system.permissions()))
                .build());
    }

    /** A token that has run out. */
    public static String expired(CurrentUser user) {
        Instant past = Instant.now().minus(Duration.ofHours(2));
        return sign(new JWTClaimsSet.Builder()
                .subject(user.accountId().toString())
                .claim("user_type", user.userType().name())
                .claim("perms", List.copyOf(user.permissions()))
                .issueTime(Date.from(past))
                .expirationTime(Date.from(past.plusSeconds(60)))
                .build());
    }

    /** As a service has it, but for the key. */
    static JwtDecoder decoder() {
        return new RememberedTokens(
                NimbusJwtDecoder.withSecretKey(KEY)
                        .macAlgorithm(MacAlgorithm.HS256)
                        .build(),
                new JwtTimestampValidator());
    }

    private static JWTClaimsSet.Builder claims(String subject) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer("http://auth-service")
                .subject(subject)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)));
    }

    private static void put(JWTClaimsSet.Builder claims, String name, @Nullable UUID id) {
        if (id != null) {
            claims.claim(name, id.toString());
        }
    }

    private static String sign(JWTClaimsSet claims) {
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        try {
            token.sign(new MACSigner(KEY));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        return token.serialize();
    }
}
