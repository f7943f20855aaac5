package cn.zhengqi.auth.app;

import cn.zhengqi.auth.account.Account;
import cn.zhengqi.auth.account.Accounts;
import cn.zhengqi.auth.session.SignIns;
import cn.zhengqi.auth.signin.SignedInSessions;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.user.api.InternalPrincipals;
import cn.zhengqi.user.api.Principal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.StandardClaimNames;
import org.springframework.stereotype.Component;

/** What an application is told of a person who goes on to be signed in: what is true now, of what it may know and they allowed. */
@Component
public class AppClaims {

    private final AppClients clients;
    private final Accounts accounts;
    private final SignIns signIns;
    private final InternalPrincipals principals;

    AppClaims(AppClients clients, Accounts accounts, SignIns signIns, InternalPrincipals principals) {
        this.clients = clients;
        this.accounts = accounts;
        this.signIns = signIns;
        this.principals = principals;
    }

    /** A sign-in that goes on, of an account that may come in. */
    public record Present(Account account, UUID signIn) {}

    /** Empty for who has signed out, anywhere on the platform, or may not come in any more. */
    public Optional<Present> present(Authentication person) {
        return accounts.find(UUID.fromString(person.getName()))
                .filter(Account::enabled)
                .flatMap(account -> SignedInSessions.signInOf(person)
                        .filter(id -> signIns.isLive(id, account))
                        .map(id -> new Present(account, id)));
    }

    /** @return empty where the application or the sign-in has ended */
    public Optional<OidcUserInfo> of(Authentication person, UUID id, Set<String> granted) {
        return clients.app(id)
                .flatMap(app ->
                        present(person).map(present -> new OidcUserInfo(claims(present, app, app.allowed(granted)))));
    }

    private Map<String, Object> claims(Present present, ConnectedApp app, Set<AppScope> allowed) {
        Account account = present.account();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put(StandardClaimNames.SUB, account.id().toString());
        if (allowed.contains(AppScope.PROFILE)) {
            claims.put(StandardClaimNames.NAME, account.displayName());
            claims.put("user_type", account.userType().name());
        }
        if (allowed.contains(AppScope.PHONE)) {
            claims.put(
                    StandardClaimNames.PHONE_NUMBER,
                    app.isPlainPhone() ? account.phone() : Mask.PHONE.apply(account.phone()));
            claims.put(StandardClaimNames.PHONE_NUMBER_VERIFIED, account.phoneVerified());
        }
        if (allowed.contains(AppScope.ENTERPRISE)) {
            enterprise(present).ifPresent(enterprise -> claims.put(AppScope.ENTERPRISE.code(), enterprise));
        }
        return claims;
    }

    /** For which they act now; none for who acts for none. */
    private Optional<Map<String, String>> enterprise(Present present) {
        Account account = present.account();
        Principal principal =
                principals.principal(account.id(), account.userType(), signIns.actingFor(present.signIn()));
        UUID id = principal.enterpriseId();
        String uscc = principal.uscc();
        String name = principal.enterpriseName();
        return id == null || uscc == null || name == null
                ? Optional.empty()
                : Optional.of(Map.of("id", id.toString(), "uscc", uscc, "name", name));
    }
}
