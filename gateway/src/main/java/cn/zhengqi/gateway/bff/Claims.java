package cn.zhengqi.gateway.bff;

import cn.zhengqi.kernel.UserType;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway wants to know of a token, read once and not with each request that it is for: the same text always says the same.
 *
 * @param account to whom it was given; null for what is no token
 * @param ofStaff whether whoever signed in works in the console: by their kind, or for an institution that was let in, as chambers are
 * @param signedInAt when the sign-in was made; null where the token does not say
 * @param signedInUntil when it ends whatever is done in it; null where the token does not say
 */
record Claims(
        @Nullable String account,
        boolean ofStaff,
        @Nullable Instant signedInAt,
        @Nullable Instant signedInUntil) {

    private static final Claims NONE = new Claims(null, false, null, null);

    /** Longer than a token lives, and more than are in use at a time. */
    private static final Cache<String, Claims> READ = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(10))
            .maximumSize(2_000)
            .build();

    static Claims of(String token) {
        return READ.get(token, Claims::read);
    }

    private static Claims read(String token) {
        try {
            JWTClaimsSet claims = SignedJWT.parse(token).getJWTClaimsSet();
            return new Claims(
                    claims.getSubject(),
                    claims.getClaim("inst") != null || isStaff(claims.getStringClaim("user_type")),
                    instant(claims.getDateClaim("auth_time")),
                    instant(claims.getDateClaim("auth_until")));
        } catch (ParseException noToken) {
            return NONE;
        }
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    private static boolean isStaff(@Nullable String type) {
        try {
            return type != null && UserType.valueOf(type).isStaff();
        } catch (IllegalArgumentException ofNobody) {
            return false;
        }
    }
}
