package cn.zhengqi.auth.account;

import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import cn.zhengqi.web.field.PersonName;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AccountController {

    private final Accounts accounts;
    private final PasswordProof proof;

    AccountController(Accounts accounts, PasswordProof proof) {
        this.accounts = accounts;
        this.proof = proof;
    }

    record PasswordChange(
            @NotNull @Size(max = 200) String oldPassword,
            @NotBlank @Size(max = 72) String newPassword) {}

    record ProfileChange(
            @NotBlank @Size(max = 50) @PersonName String displayName) {}

    @PutMapping("/api/auth/password")
    @Permission(Permission.SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(
            CurrentUser user, @AuthenticationPrincipal Jwt token, @Valid @RequestBody PasswordChange change) {
        proof.require(accounts.get(user.accountId()), change.oldPassword(), "oldPassword");
        String signIn = token.getClaimAsString("sid");
        accounts.changePassword(
                user.accountId(),
                change.oldPassword(),
                change.newPassword(),
                token.getTokenValue(),
                signIn == null ? null : UUID.fromString(signIn));
    }

    @PutMapping("/api/auth/profile")
    @Permission(Permission.SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changeProfile(CurrentUser user, @Valid @RequestBody ProfileChange change) {
        accounts.rename(user.accountId(), change.displayName());
    }
}
