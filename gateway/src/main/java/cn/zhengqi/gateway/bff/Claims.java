package cn.zhengqi.gateway.bff;

import cn.zhengqi.kernel.UserType;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway wants to know of a token, read once and not with each request that it is for: the same text always says the same.
 *
 * @param account to whom it was given; null for what is no token
 * @param ofStaff whether whoever signed in works in the console: by their kind, or for an institution that was let in, as chambers are
 */
record Claims(@Nullable String account, boolean ofStaff) {

    private static final Claims NONE = new Claims(null, false);

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
                    claims.getClaim("inst") != null || isStaff(claims.getStringClaim("user_type")));
        } catch (ParseException noToken) {
            return NONE;
        }
    }

    private static boolean isStaff(@Nullable String type) {
        try {
            return type != null && UserType.valueOf(type).isStaff();
        } catch (IllegalArgumentException ofNobody) {
            return false;
        }
    }
}
