package cn.zhengqi.auth.secondfactor;

import cn.zhengqi.auth.account.Account;
import cn.zhengqi.auth.account.PasswordProof;
import cn.zhengqi.auth.guess.Attempts;
import cn.zhengqi.kernel.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks for everything again that a sign-in asks for, before something is set up by which one comes in later, or is done that cannot be undone. Not within a
 * transaction, which would take the count of wrong ones back.
 */
@Component
public class FreshProof {

    private final PasswordProof passwords;
    private final SecondFactors factors;
    private final Attempts attempts;
    private final Clock clock;

    FreshProof(PasswordProof passwords, SecondFactors factors, Attempts attempts, Clock clock) {
        this.passwords = passwords;
        this.factors = factors;
        this.attempts = attempts;
        this.clock = clock;
    }

    /**
     * @param code of the second factor; asked for only where it is on
     * @throws ProblemException PASSWORD_WRONG, SECOND_FACTOR_WRONG, ACCOUNT_LOCKED
     */
    public void require(Account account, String password, @Nullable String code) {
        passwords.require(account, password, "password");
        if (!factors.isEnabled(account.id())) {
            return;
        }
        String subject = Attempts.subjectOf(account.id());
        Instant now = clock.instant();
        Attempts.Attempt attempt = attempts.begin(subject, now);
        if (attempt.refused()) {
            throw attempt.locked(now);
        }
        if (code == null || !factors.accepts(account, code)) {
            if (attempt.remaining() == 0) {
                throw attempt.locked(now);
            }
            String words = code == null || code.isBlank() ? "请填写动态验证码" : attempt.warning(SecondFactors.refusalOf(code));
            throw SecondFactors.wrongCode(words, Map.of("remainingAttempts", attempt.remaining()));
        }
        attempts.giveBack(subject);
    }
}
