package cn.zhengqi.auth.signin;

import cn.zhengqi.auth.provider.OutsideIdentity;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * Somebody whom a provider has sent and whom no account is bound to; they register, or say which account is theirs.
 *
 * @param bind they have said that the account is theirs that is signed in to next in this browser
 */
record PendingIdentity(OutsideIdentity identity, boolean bind, Instant until) implements Serializable {

    private static final Duration LIFE = Duration.ofMinutes(10);

    static PendingIdentity of(OutsideIdentity identity, Instant now) {
        return new PendingIdentity(identity, false, now.plus(LIFE));
    }

    PendingIdentity binding() {
        return new PendingIdentity(identity, true, until);
    }
}
