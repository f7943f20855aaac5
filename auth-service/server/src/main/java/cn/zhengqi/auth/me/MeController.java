package cn.zhengqi.auth.me;

import cn.zhengqi.auth.account.Account;
import cn.zhengqi.auth.account.Accounts;
import cn.zhengqi.auth.session.SignIns;
import cn.zhengqi.events.audit.DayLimits;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.user.api.InternalPrincipals;
import cn.zhengqi.user.api.Principal;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/auth/me")
@Permission(Permission.SIGNED_IN)
class MeController {

    private static final DayLimits.Limit SWITCHES = new DayLimits.Limit("ENTERPRISE_SWITCH", "切换企业", 200);

    private final Accounts accounts;
    private final SignIns signIns;
    private final InternalPrincipals principals;
    private final DayLimits limits;

    MeController(Accounts accounts, SignIns signIns, InternalPrincipals principals, DayLimits limits) {
        this.accounts = accounts;
        this.signIns = signIns;
        this.principals = principals;
        this.limits = limits;
    }

    record Choice(@NotNull UUID enterpriseId) {}

    @GetMapping
    Me me(CurrentUser user, @AuthenticationPrincipal Jwt token) {
        Account account = accounts.get(user.accountId());
        UUID chosen = signIns.actingFor(signIn(token));
        return Me.of(account, principals.principal(account.id(), account.userType(), chosen), user);
    }

    /**
     * 切换企业: from the next request on this sign-in acts for another enterprise that the person belongs to. What they do not belong to is not there.
     *
     * @throws ProblemException NOT_FOUND, TOO_MANY_REQUESTS
     */
    @PutMapping("/enterprise")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void actFor(CurrentUser user, @AuthenticationPrincipal Jwt token, @Valid @RequestBody Choice choice) {
        UUID signIn = signIn(token);
        if (signIn == null) {
            throw new ProblemException(CommonProblem.UNAUTHENTICATED);
        }
        Account account = accounts.get(user.accountId());
        Principal principal = principals.principal(account.id(), account.userType(), choice.enterpriseId());
        String name = principal.enterpriseName();
        if (!choice.enterpriseId().equals(principal.enterpriseId()) || name == null) {
            throw ProblemException.notFound("您不是该企业的成员");
        }
        limits.count(SWITCHES, account.id());
        signIns.actFor(account, signIn, choice.enterpriseId(), name);
    }

    private static @Nullable UUID signIn(Jwt token) {
        String id = token.getClaimAsString("sid");
        return id == null ? null : UUID.fromString(id);
    }
}
