package cn.zhengqi.auth.staff;

import cn.zhengqi.auth.AuthProblem;
import cn.zhengqi.auth.account.Account;
import cn.zhengqi.auth.account.Accounts;
import cn.zhengqi.auth.account.PasswordPolicy;
import cn.zhengqi.auth.api.SignInResult;
import cn.zhengqi.auth.guess.Attempts;
import cn.zhengqi.auth.guess.Proof;
import cn.zhengqi.auth.guess.ProofOfWork;
import cn.zhengqi.auth.secondfactor.SecondFactors;
import cn.zhengqi.auth.signin.ResetLog;
import cn.zhengqi.auth.sms.SmsCodes;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.message.api.InternalSms.Purpose;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 忘记密码: a new one for whoever has the phone. Everyone who was signed in is out, and a second factor is still asked for. */
@RestController
class PasswordResetController {

    private final NewPasswords newPasswords;
    private final Accounts accounts;
    private final PasswordPolicy policy;
    private final SmsCodes codes;
    private final SecondFactors factors;
    private final Attempts attempts;
    private final ProofOfWork work;
    private final ResetLog log;
    private final Clock clock;

    PasswordResetController(
            NewPasswords newPasswords,
            Accounts accounts,
            PasswordPolicy policy,
            SmsCodes codes,
            SecondFactors factors,
            Attempts attempts,
            ProofOfWork work,
            ResetLog log,
            Clock clock) {
        this.newPasswords = newPasswords;
        this.accounts = accounts;
        this.policy = policy;
        this.codes = codes;
        this.factors = factors;
        this.attempts = attempts;
        this.work = work;
        this.log = log;
        this.clock = clock;
    }

    /** @param proof only where it was asked for */
    record PasswordReset(
            @NotNull @Pattern(regexp = "1[3-9][0-9]{9}", message = "请填写 11 位手机号")
            String phone,

            @NotNull @Pattern(regexp = "[0-9]{6}", message = "请填写 6 位数字")
            String code,

            @NotBlank @Size(max = 72) String newPassword,
            @Nullable @Valid Proof proof) {}

    /** A password that is not taken uses up no code: whoever has the code tries another. What is told before it is right tells nothing of the account. */
    @PostMapping("/api/auth/password-resets")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reset(@Valid @RequestBody PasswordReset wanted, HttpServletRequest request) {
        policy.check("newPassword", wanted.newPassword(), wanted.phone(), null);
        String subject = attempts.subjectOfReset(wanted.phone());
        work.require(subject, wanted.phone(), request.getRemoteAddr(), wanted.proof());
        Account account = accounts.findByName(wanted.phone()).orElse(null);
        Instant now = clock.instant();
        Attempts.Attempt attempt = attempts.begin(subject, now);
        if (attempt.refused()) {
            log.inVain(wanted.phone(), account, request, SignInResult.LOCKED);
            throw attempt.locked(now);
        }
        if (account == null || !account.enabled() || !replaced(account, wanted, subject)) {
            log.inVain(wanted.phone(), account, request, SignInResult.BAD_SMS_CODE);
            throw attempt.failed(AuthProblem.SMS_CODE_WRONG, now);
        }
        attempts.clear(subject);
        if (!factors.isEnabled(account.id())) {
            // Wrong passwords of before are those of who forgot it. Where a second factor is on, guesses at that are
            // among them and still count.
            attempts.clear(Attempts.subjectOf(account.id()));
        }
    }

    private boolean replaced(Account account, PasswordReset wanted, String subject) {
        try {
            return newPasswords.setByPhone(
                    account,
                    wanted.newPassword(),
                    () -> codes.accepts(wanted.phone(), Purpose.PASSWORD_RESET, wanted.code()));
        } catch (ProblemException notTaken) {
            // The code was right, so that nobody guessed.
            attempts.clear(subject);
            throw notTaken;
        }
    }
}
