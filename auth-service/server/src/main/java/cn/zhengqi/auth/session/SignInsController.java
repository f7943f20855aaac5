package cn.zhengqi.auth.session;

import cn.zhengqi.auth.account.Accounts;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 我的设备: where one is signed in. */
@RestController
@RequestMapping("/api/auth/devices")
@Permission(Permission.SIGNED_IN)
class SignInsController {

    private final SignIns signIns;
    private final Accounts accounts;

    SignInsController(SignIns signIns, Accounts accounts) {
        this.signIns = signIns;
        this.accounts = accounts;
    }

    @GetMapping
    List<SignIns.SignedInDevice> list(CurrentUser user, @AuthenticationPrincipal Jwt token) {
        return signIns.of(accounts.get(user.accountId()), current(token));
    }

    @PostMapping("/{id}/sign-out")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(CurrentUser user, @PathVariable UUID id) {
        signIns.endOne(accounts.get(user.accountId()), id);
    }

    @PostMapping("/sign-out-others")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOutOthers(CurrentUser user, @AuthenticationPrincipal Jwt token) {
        signIns.endOthers(accounts.get(user.accountId()), current(token));
    }

    private static @Nullable UUID current(Jwt token) {
        String id = token.getClaimAsString("sid");
        return id == null ? null : UUID.fromString(id);
    }
}
