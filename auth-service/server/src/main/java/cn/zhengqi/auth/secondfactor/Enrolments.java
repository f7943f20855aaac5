package cn.zhengqi.auth.secondfactor;

import cn.zhengqi.auth.AuthProblem;
import cn.zhengqi.auth.account.Account;
import cn.zhengqi.auth.guess.Attempts;
import cn.zhengqi.kernel.ProblemException;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Turns a second factor on for a code of it. Wrong codes count like those at sign-in. Not within a transaction, which would take the count back.
 */
@Component
public class Enrolments {

    private final SecondFactors factors;
    private final Attempts attempts;
    private final Clock clock;

    Enrolments(SecondFactors factors, Attempts attempts, Clock clock) {
        this.factors = factors;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** @throws ProblemException SECOND_FACTOR_WRONG, ACCOUNT_LOCKED, SECOND_FACTOR_NOT_BEGUN */
    public SecondFactors.RecoveryCodes confirm(Account account, String code) {
        String subject = Attempts.subjectOf(account.id());
        Instant now = clock.instant();
        Attempts.Attempt attempt = attempts.begin(subject, now);
        if (attempt.refused()) {
            throw attempt.locked(now);
        }
        try {
            SecondFactors.RecoveryCodes codes = factors.confirm(account, code);
            attempts.giveBack(subject);
            return codes;
        } catch (ProblemException refused) {
            if (refused.code() == AuthProblem.SECOND_FACTOR_WRONG) {
                ProblemException counted = attempt.failed(AuthProblem.SECOND_FACTOR_WRONG, now);
                throw attempt.remaining() == 0 ? counted : SecondFactors.wrongCode(counted.detail(), counted.extras());
            }
            attempts.giveBack(subject);
            throw refused;
        }
    }
}
