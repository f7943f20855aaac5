package cn.zhengqi.auth.signin;

import cn.zhengqi.auth.account.Account;
import cn.zhengqi.auth.api.SignInWay;
import cn.zhengqi.auth.secondfactor.NextStep;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in whose first factor was right and whose second is still to come; worth nothing without it.
 *
 * @param typedName as the log has it
 * @param way of the first factor; absent in what an older copy of this service remembered
 * @param credentialVersion of the password that was right
 */
record PendingSignIn(
        UUID accountId, String typedName, @Nullable SignInWay way, int credentialVersion, NextStep step, Instant until)
        implements Serializable {

    private static final Duration LIFE = Duration.ofMinutes(10);

    static PendingSignIn of(Account account, SignIn.By by, NextStep step, Instant now) {
        return new PendingSignIn(account.id(), by.name(), by.way(), account.credentialVersion(), step, now.plus(LIFE));
    }

    SignIn.By by() {
        return new SignIn.By(typedName, way);
    }

    boolean isFor(Account account, NextStep wanted, Instant now) {
        return step == wanted
                && now.isBefore(until)
                && account.enabled()
                && account.credentialVersion() == credentialVersion;
    }
}
