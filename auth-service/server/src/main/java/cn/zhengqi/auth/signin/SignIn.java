package cn.zhengqi.auth.signin;

import cn.zhengqi.auth.AuthProblem;
import cn.zhengqi.auth.account.Account;
import cn.zhengqi.auth.account.Accounts;
import cn.zhengqi.auth.account.Passwords;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.user.api.InternalPrincipals;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Judges a name and a password, and writes down how it ended. */
@Component
class SignIn {

    private static final int NAME_LENGTH = 64;
    private static final int AGENT_LENGTH = 300;

    private final Accounts accounts;
    private final Attempts attempts;
    private final SignInLog log;
    private final InternalPrincipals principals;
    private final Passwords passwords;
    private final Clock clock;

    /** Checked when nobody has the name, so that the answer takes as long. */
    private final String nobodysHash;

    SignIn(
            Accounts accounts,
            Attempts attempts,
            SignInLog log,
            InternalPrincipals principals,
            Passwords passwords,
            Clock clock) {
        this.accounts = accounts;
        this.attempts = attempts;
        this.log = log;
        this.principals = principals;
        this.passwords = passwords;
        this.clock = clock;
        this.nobodysHash = passwords.hash(Ids.next().toString());
    }

    /** From where an attempt is made. */
    record Origin(String address, String userAgent) {}

    /**
     * @throws ProblemException BAD_CREDENTIALS, ACCOUNT_LOCKED, ACCOUNT_DISABLED, or SERVICE_UNAVAILABLE while it cannot be
     *     found out what the account may do
     */
    Account judge(String typedName, String password, Origin origin) {
        String name = typedName.strip().toLowerCase(Locale.ROOT);
        Optional<Account> found = accounts.findByName(name);
        String subject = found.map(account -> "account:" + account.id()).orElse("name:" + shortened(name, NAME_LENGTH));
        Instant now = clock.instant();
        Attempts.Attempt attempt = attempts.begin(subject, now);
        if (attempt.refused()) {
            write(now, name, found.orElse(null), origin, SignInResult.LOCKED);
            throw locked(attempt, now);
        }
        String hash = found.map(Account::passwordHash).orElse(nobodysHash);
        boolean right = passwords.matches(password, hash);
        if (!right || found.isEmpty()) {
            write(now, name, found.orElse(null), origin, SignInResult.BAD_CREDENTIALS);
            if (attempt.remaining() == 0) {
                throw locked(attempt, now);
            }
            throw new ProblemException(
                    AuthProblem.BAD_CREDENTIALS,
                    attempt.remaining() > 2
                            ? AuthProblem.BAD_CREDENTIALS.title()
                            : "账号或密码不正确，再错 " + attempt.remaining() + " 次将被暂时锁定",
                    Map.of("remainingAttempts", attempt.remaining()));
        }
        Account account = found.get();
        attempts.clear(subject);
        if (!account.enabled()) {
            write(now, name, account, origin, SignInResult.DISABLED);
            throw new ProblemException(AuthProblem.ACCOUNT_DISABLED);
        }
        askWhatTheyMayDo(account, now, name, origin);
        accounts.renewEncoding(account, password);
        write(now, name, account, origin, SignInResult.SUCCESS);
        return account;
    }

    /** The answer is not kept: the token that follows asks again. But who could get no token is not let in at all. */
    private void askWhatTheyMayDo(Account account, Instant now, String name, Origin origin) {
        try {
            principals.principal(account.id(), account.userType());
        } catch (ProblemException unavailable) {
            write(now, name, account, origin, SignInResult.UNAVAILABLE);
            throw new ProblemException(
                    CommonProblem.SERVICE_UNAVAILABLE, "登录服务暂不可用，请稍后再试", List.of(), Map.of(), unavailable);
        }
    }

    private void write(Instant now, String name, @Nullable Account account, Origin origin, SignInResult result) {
        log.insert(new SignInLogEntry(
                Ids.next(),
                now,
                shortened(name, NAME_LENGTH),
                account == null ? null : account.id(),
                shortened(origin.address(), NAME_LENGTH),
                shortened(origin.userAgent(), AGENT_LENGTH),
                result));
    }

    private static ProblemException locked(Attempts.Attempt attempt, Instant now) {
        long seconds = Math.max(1, Duration.between(now, attempt.lockedUntil()).toSeconds());
        long minutes = (seconds + 59) / 60;
        return new ProblemException(
                AuthProblem.ACCOUNT_LOCKED, "登录失败次数过多，请 " + minutes + " 分钟后再试", Map.of("retryAfterSeconds", seconds));
    }

    private static String shortened(String text, int length) {
        String clean = text.replace('\0', ' ');
        return clean.length() <= length ? clean : clean.substring(0, length);
    }
}
