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
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 账号安全: one's own second factor. Each change asks for the password, so that an open screen is not enough. */
@RestController
@RequestMapping("/api/auth/second-factor")
@Permission(Permission.SIGNED_IN)
class SecondFactorController {

    private final SecondFactors factors;
    private final Accounts accounts;
    private final PasswordProof proof;

    SecondFactorController(SecondFactors factors, Accounts accounts, PasswordProof proof) {
        this.factors = factors;
        this.accounts = accounts;
        this.proof = proof;
    }

    record OwnPassword(@NotNull @Size(max = 200) String password) {}

    @GetMapping
    SecondFactors.SecondFactorState state(CurrentUser user) {
        return factors.state(accounts.get(user.accountId()));
    }

    @PostMapping("/enrolment")
    SecondFactors.Enrolment begin(CurrentUser user, @Valid @RequestBody OwnPassword body) {
        return factors.begin(proved(user, body));
    }

    @PostMapping("/confirmation")
    SecondFactors.RecoveryCodes confirm(CurrentUser user, @Valid @RequestBody FactorCode body) {
        return factors.confirm(accounts.get(user.accountId()), body.code());
    }

    @PostMapping("/recovery-codes")
    SecondFactors.RecoveryCodes renewCodes(CurrentUser user, @Valid @RequestBody OwnPassword body) {
        return factors.renewCodes(enabled(proved(user, body)));
    }

    @PostMapping("/removal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(CurrentUser user, @Valid @RequestBody OwnPassword body) {
        factors.turnOff(enabled(proved(user, body)));
    }

    private Account proved(CurrentUser user, OwnPassword body) {
        Account account = accounts.get(user.accountId());
        proof.require(account, body.password(), "password");
        return account;
    }

    private Account enabled(Account account) {
        if (!factors.isEnabled(account.id())) {
            throw new ProblemException(AuthProblem.SECOND_FACTOR_DISABLED);
        }
        return account;
    }
}
