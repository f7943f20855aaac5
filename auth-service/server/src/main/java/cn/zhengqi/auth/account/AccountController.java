package cn.zhengqi.auth.account;

import cn.zhengqi.user.api.InternalPrincipals;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AccountController {

    private final Accounts accounts;
    private final InternalPrincipals principals;

    AccountController(Accounts accounts, InternalPrincipals principals) {
        this.accounts = accounts;
        this.principals = principals;
    }

    record Registered(UUID accountId) {}

    record PasswordChange(
            @NotNull @Size(max = 200) String oldPassword,
            @NotBlank @Size(max = 72) String newPassword) {}

    record ProfileChange(@NotBlank @Size(max = 50) String displayName) {}

    /** All accounts that were ever opened; the figure 注册用户 is reconciled with it. */
    record Totals(long registeredUsers) {}

    @PostMapping("/api/auth/registrations")
    @ResponseStatus(HttpStatus.CREATED)
    Registered register(@Valid @RequestBody Registration registration) {
        return new Registered(accounts.register(registration));
    }

    @GetMapping("/api/auth/me")
    @Permission(Permission.SIGNED_IN)
    Me me(CurrentUser user) {
        Account account = accounts.get(user.accountId());
        return Me.of(account, principals.principal(account.id(), account.userType()), user);
    }

    @PutMapping("/api/auth/password")
    @Permission(Permission.SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(
            CurrentUser user, @AuthenticationPrincipal Jwt token, @Valid @RequestBody PasswordChange change) {
        accounts.changePassword(user.accountId(), change.oldPassword(), change.newPassword(), token.getTokenValue());
    }

    @PutMapping("/api/auth/profile")
    @Permission(Permission.SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changeProfile(CurrentUser user, @Valid @RequestBody ProfileChange change) {
        accounts.rename(user.accountId(), change.displayName());
    }

    @GetMapping("/internal/totals")
    Totals totals() {
        return new Totals(accounts.count());
    }
}
