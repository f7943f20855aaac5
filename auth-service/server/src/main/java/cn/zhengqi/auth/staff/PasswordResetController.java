package cn.zhengqi.auth.staff;

import cn.zhengqi.auth.AuthProblem;
import cn.zhengqi.auth.account.Account;
import cn.zhengqi.auth.account.Accounts;
import cn.zhengqi.auth.account.PasswordPolicy;
import cn.zhengqi.auth.guess.Attempts;
import cn.zhengqi.auth.sms.SmsCodes;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.message.api.InternalSms.Purpose;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 忘记密码: a new one for whoever has the phone. Everyone who was signed in is out, and a second factor is still asked for. */
@RestController
class PasswordResetController {

    private final ManagedAccounts managed;
    private final Accounts accounts;
    private final PasswordPolicy policy;
    private final SmsCodes codes;
    private final Attempts attempts;
    private final Clock clock;

    PasswordResetController(
            ManagedAccounts managed,
            Accounts accounts,
            PasswordPolicy policy,
            SmsCodes codes,
            Attempts attempts,
            Clock clock) {
        this.managed = managed;
        this.accounts = accounts;
        this.policy = policy;
        this.codes = codes;
        this.attempts = attempts;
        this.clock = clock;
    }

    record PasswordReset(
            @NotNull @Pattern(regexp = "1[3-9][0-9]{9}", message = "请填写 11 位手机号")
            String phone,

            @NotNull @Pattern(regexp = "[0-9]{6}", message = "请填写 6 位数字")
            String code,

            @NotBlank @Size(max = 72) String newPassword) {}

    /** A password that is not taken uses up no code: whoever has the code tries another. What is told before it is right tells nothing of the account. */
    @PostMapping("/api/auth/password-resets")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reset(@Valid @RequestBody PasswordReset wanted) {
        policy.check("newPassword", wanted.newPassword(), wanted.phone(), null);
        Optional<Account> found = accounts.findByName(wanted.phone()).filter(Account::enabled);
        String subject = found.map(account -> Attempts.subjectOf(account.id()))
                .orElseGet(() -> attempts.subjectOfName(wanted.phone()));
        Instant now = clock.instant();
        Attempts.Attempt attempt = attempts.begin(subject, now);
        if (attempt.refused()) {
            throw attempt.locked(now);
        }
        if (found.isEmpty() || !replaced(found.get(), wanted, subject)) {
            throw attempt.failed(AuthProblem.SMS_CODE_WRONG, now);
        }
        attempts.clear(subject);
    }

    private boolean replaced(Account account, PasswordReset wanted, String subject) {
        try {
            return managed.replacePasswordByPhone(
                    account,
                    wanted.newPassword(),
                    () -> codes.accepts(wanted.phone(), Purpose.PASSWORD_RESET, wanted.code()));
        } catch (ProblemException weak) {
            // The code was right, so that nobody guessed.
            attempts.clear(subject);
            throw weak;
        }
    }
}
