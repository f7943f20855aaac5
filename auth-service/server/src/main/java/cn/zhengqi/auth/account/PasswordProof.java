package cn.zhengqi.auth.account;

import cn.zhengqi.auth.AuthProblem;
import cn.zhengqi.auth.guess.Attempts;
import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Asks for the password again before something is done that an open session alone must not do. Wrong ones count like those at sign-in. Not within
 * a transaction, which would take the count back.
 */
@Component
public class PasswordProof {

    private final Passwords passwords;
    private final Attempts attempts;
    private final Clock clock;

    PasswordProof(Passwords passwords, Attempts attempts, Clock clock) {
        this.passwords = passwords;
        this.attempts = attempts;
        this.clock = clock;
    }

    /**
     * @param field that the password was typed into
     * @throws ProblemException PASSWORD_WRONG, ACCOUNT_LOCKED
     */
    public void require(Account account, String password, String field) {
        String subject = Attempts.subjectOf(account.id());
        Instant now = clock.instant();
        Attempts.Attempt attempt = attempts.begin(subject, now);
        if (attempt.refused()) {
            throw attempt.locked(now);
        }
        if (!passwords.matches(password, account.passwordHash())) {
            if (attempt.remaining() == 0) {
                throw attempt.locked(now);
            }
            // Who came by an outside provider has none, and hears here how to get one.
            String detail = attempt.warning(field.equals("oldPassword") ? "原密码不正确" : AuthProblem.PASSWORD_WRONG.title())
                    + "；没有设置过密码的，可在登录页用“忘记密码”设置";
            throw new ProblemException(
                    AuthProblem.PASSWORD_WRONG,
                    detail,
                    List.of(new FieldProblem(field, AuthProblem.PASSWORD_WRONG.name(), detail)),
                    Map.of("remainingAttempts", attempt.remaining()));
        }
        attempts.giveBack(subject);
    }
}
