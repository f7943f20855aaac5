package cn.zhengqi.auth.signin;

import cn.zhengqi.auth.provider.OutsideIdentity;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom a provider has sent and whom no account is bound to; they register, or sign in to the account that is theirs. A browser may be several people's: to bind,
 * the sign-in has to come from the page on which they said so, which alone knows the secret.
 *
 * @param secret told to the page when they said that they have an account; absent: they did not
 * @param forAccount whose first factor was right on that page; bound as soon as all is
 */
record PendingIdentity(
        OutsideIdentity identity,
        @Nullable String secret,
        @Nullable UUID forAccount,
        Instant until) implements Serializable {

    private static final Duration LIFE = Duration.ofMinutes(10);

    static PendingIdentity of(OutsideIdentity identity, Instant now) {
        return new PendingIdentity(identity, null, null, now.plus(LIFE));
    }

    /** Counts anew: what another page was told before is worth nothing. */
    PendingIdentity binding(String freshSecret) {
        return new PendingIdentity(identity, freshSecret, null, until);
    }

    boolean isBoundWith(String told) {
        return secret != null
                && MessageDigest.isEqual(
                        secret.getBytes(StandardCharsets.UTF_8), told.getBytes(StandardCharsets.UTF_8));
    }

    PendingIdentity provedFor(UUID account) {
        return new PendingIdentity(identity, secret, account, until);
    }
}
