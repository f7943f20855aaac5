package cn.zhengqi.auth.registration;

import cn.zhengqi.auth.AuthProblem;
import cn.zhengqi.auth.account.Account;
import cn.zhengqi.auth.account.Accounts;
import cn.zhengqi.auth.account.PasswordPolicy;
import cn.zhengqi.auth.account.Passwords;
import cn.zhengqi.auth.guess.Attempts;
import cn.zhengqi.auth.sms.SmsCodes;
import cn.zhengqi.data.idempotency.OneEffect;
import cn.zhengqi.kernel.Channel;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.message.api.InternalSms.Purpose;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Opens accounts for those who show that the phone is theirs. Not within a transaction, which would take the count of wrong codes back. */
@Component
public class Registrations {

    private final Accounts accounts;
    private final PasswordPolicy policy;
    private final Passwords passwords;
    private final SmsCodes codes;
    private final Attempts attempts;
    private final OneEffect effect;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Registrations(
            Accounts accounts,
            PasswordPolicy policy,
            Passwords passwords,
            SmsCodes codes,
            Attempts attempts,
            OneEffect effect,
            Clock clock) {
        this.accounts = accounts;
        this.policy = policy;
        this.passwords = passwords;
        this.codes = codes;
        this.attempts = attempts;
        this.effect = effect;
        this.clock = clock;
    }

    /**
     * The code is judged last, for it is used up by it, and whether the phone is taken only after it: only its owner is told, also who types a code again that was
     * right before.
     *
     * @throws ProblemException USER_TYPE_CLOSED, PASSWORD_WEAK, SMS_CODE_WRONG, ACCOUNT_LOCKED, PHONE_TAKEN
     */
    UUID register(Registration registration) {
        refuseClosed(registration.userType());
        policy.check("password", registration.password(), registration.phone(), null);
        requireCode(registration.phone(), registration.code());
        return open(
                        registration.userType(),
                        registration.phone(),
                        registration.displayName(),
                        registration.password(),
                        registration.channel())
                .id();
    }

    /**
     * For who comes in by something else than a password; the phone is proved as always.
     *
     * @throws ProblemException USER_TYPE_CLOSED, SMS_CODE_WRONG, ACCOUNT_LOCKED, PHONE_TAKEN
     */
    public Account registerWithoutPassword(
            UserType userType, String phone, String code, String displayName, Channel channel) {
        refuseClosed(userType);
        requireCode(phone, code);
        return open(userType, phone, displayName, unknownPassword(), channel);
    }

    /**
     * For whose phone somebody else has proved who is trusted with that.
     *
     * @throws ProblemException USER_TYPE_CLOSED, PHONE_TAKEN
     */
    public Account registerProved(UserType userType, String phone, String displayName, Channel channel) {
        refuseClosed(userType);
        return open(userType, phone, displayName, unknownPassword(), channel);
    }

    private Account open(UserType userType, String phone, String displayName, String password, Channel channel) {
        Account account = Account.opened(
                Ids.next(), userType, phone, displayName.strip(), passwords.hash(password), channel, clock.instant());
        return effect.of(() -> {
            accounts.register(account);
            return account;
        });
    }

    private static void refuseClosed(UserType userType) {
        if (!userType.mayRegister()) {
            throw new ProblemException(AuthProblem.USER_TYPE_CLOSED);
        }
    }

    /** That nobody knows. */
    private String unknownPassword() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Counted apart from sign-in: nobody locks another out by it, and the count does not tell who has an account. */
    private void requireCode(String phone, String code) {
        String subject = attempts.subjectOfRegistration(phone);
        Instant now = clock.instant();
        Attempts.Attempt attempt = attempts.begin(subject, now);
        if (attempt.refused()) {
            throw attempt.locked(now);
        }
        switch (codes.judge(phone, Purpose.REGISTRATION, code)) {
            case RIGHT -> attempts.clear(subject);
            case USED -> {
                attempts.giveBack(subject);
                accounts.requireFree(phone);
                throw new ProblemException(AuthProblem.SMS_CODE_WRONG, "该验证码已使用，请重新获取");
            }
            case WRONG -> throw attempt.failed(AuthProblem.SMS_CODE_WRONG, now);
        }
    }
}
