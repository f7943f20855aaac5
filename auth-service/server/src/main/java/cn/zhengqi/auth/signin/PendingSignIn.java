package cn.zhengqi.auth.signin;

import cn.zhengqi.auth.account.Account;
import cn.zhengqi.auth.secondfactor.NextStep;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A sign-in whose first factor was right and whose second is still to come; worth nothing without it.
 *
 * @param typedName as the log has it
 * @param credentialVersion of the password that was right
 */
record PendingSignIn(UUID accountId, String typedName, int credentialVersion, NextStep step, Instant until)
        implements Serializable {

    private static final Duration LIFE = Duration.ofMinutes(10);

    static PendingSignIn of(Account account, String typedName, NextStep step, Instant now) {
        return new PendingSignIn(account.id(), typedName, account.credentialVersion(), step, now.plus(LIFE));
    }

    boolean isFor(Account account, NextStep wanted, Instant now) {
        return step == wanted
                && now.isBefore(until)
                && account.enabled()
                && account.credentialVersion() == credentialVersion;
    }
}
