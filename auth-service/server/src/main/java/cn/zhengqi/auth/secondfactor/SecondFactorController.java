package cn.zhengqi.auth.secondfactor;

import cn.zhengqi.auth.AuthProblem;
import cn.zhengqi.auth.account.Account;
import cn.zhengqi.auth.account.Accounts;
import cn.zhengqi.auth.account.PasswordProof;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * 账号安全: one's own second factor. Each change asks again who it is, so that an open screen is not enough; where the factor is on, for a code of it too: who
 * has the password alone does not come by codes that stand for it, nor is rid of it.
 */
@RestController
@RequestMapping("/api/auth/second-factor")
@Permission(Permission.SIGNED_IN)
class SecondFactorController {

    private final SecondFactors factors;
    private final Enrolments enrolments;
    private final Accounts accounts;
    private final PasswordProof proof;
    private final FreshProof fresh;

    SecondFactorController(
            SecondFactors factors, Enrolments enrolments, Accounts accounts, PasswordProof proof, FreshProof fresh) {
        this.factors = factors;
        this.enrolments = enrolments;
        this.accounts = accounts;
        this.proof = proof;
        this.fresh = fresh;
    }

    record OwnPassword(@NotNull @Size(max = 200) String password) {}

    /** @param code of now, or a recovery code */
    record OwnProofs(
            @NotNull @Size(max = 200) String password,
            @Nullable @Size(max = 20) String code) {}

    @GetMapping
    SecondFactors.SecondFactorState state(CurrentUser user) {
        return factors.state(accounts.get(user.accountId()));
    }

    @PostMapping("/enrolment")
    SecondFactors.Enrolment begin(CurrentUser user, @Valid @RequestBody OwnPassword body) {
        Account account = accounts.get(user.accountId());
        proof.require(account, body.password(), "password");
        return factors.begin(account);
    }

    @PostMapping("/confirmation")
    SecondFactors.RecoveryCodes confirm(CurrentUser user, @Valid @RequestBody FactorCode body) {
        return enrolments.confirm(accounts.get(user.accountId()), body.code());
    }

    @PostMapping("/recovery-codes")
    SecondFactors.RecoveryCodes renewCodes(CurrentUser user, @Valid @RequestBody OwnProofs body) {
        return factors.renewCodes(proved(user, body));
    }

    @PostMapping("/removal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(CurrentUser user, @Valid @RequestBody OwnProofs body) {
        factors.turnOff(proved(user, body));
    }

    private Account proved(CurrentUser user, OwnProofs body) {
        Account account = accounts.get(user.accountId());
        fresh.require(account, body.password(), body.code());
        if (!factors.isEnabled(account.id())) {
            throw new ProblemException(AuthProblem.SECOND_FACTOR_DISABLED);
        }
        return account;
    }
}
