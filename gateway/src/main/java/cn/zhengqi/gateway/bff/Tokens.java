package cn.zhengqi.gateway.bff;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;

/**
 * All that a session holds of a sign-in. Not the client's registration, which has its secret in it.
 *
 * @param mark what {@link AuthorityMarks} said before the tokens were asked for; null when that is not known
 */
record Tokens(
        String access,
        Instant accessExpiresAt,
        String refresh,
        @Nullable String mark) implements Serializable {

    static Tokens of(OAuth2AccessToken access, OAuth2RefreshToken refresh) {
        return new Tokens(
                access.getTokenValue(), Objects.requireNonNull(access.getExpiresAt()), refresh.getTokenValue(), null);
    }

    /** Whether whoever signed in works in the console. */
    boolean ofStaff() {
        return claims().ofStaff();
    }

    Claims claims() {
        return Claims.of(access);
    }

    Tokens seen(String newMark) {
        return new Tokens(access, accessExpiresAt, refresh, newMark);
    }

    boolean lastUntil(Instant moment) {
        return accessExpiresAt.isAfter(moment);
    }

    /** Whether something changed since: a mark that has run out is older than any token. */
    boolean isOutdatedBy(String now) {
        return !now.isEmpty() && !now.equals(mark);
    }
}
