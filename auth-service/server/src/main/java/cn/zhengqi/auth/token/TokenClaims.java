package cn.zhengqi.auth.token;

import cn.zhengqi.auth.account.Account;
import cn.zhengqi.auth.account.Accounts;
import cn.zhengqi.auth.account.InstitutionPeople;
import cn.zhengqi.auth.app.AppClaims;
import cn.zhengqi.auth.app.AppClients;
import cn.zhengqi.auth.app.AppSignIns;
import cn.zhengqi.auth.session.SessionLimits;
import cn.zhengqi.auth.session.SignIns;
import cn.zhengqi.auth.signin.SignedInSessions;
import cn.zhengqi.user.api.InternalPrincipals;
import cn.zhengqi.user.api.Principal;
import cn.zhengqi.web.Permission;
import cn.zhengqi.web.autoconfigure.ZhengqiProperties;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/**
 * What a token says: for an application, by which sign-in of whom it was given; for the platform itself, of a person, what user-service knows at this moment, and of a service, that it is one. A new token is
 * refused while user-service does not answer, and for good when the account has been disabled or the sign-in has ended. Lists are ArrayLists because
 * the server stores claims by the names of their classes and reads back only those it trusts.
 */
@Component
class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    /** The sign-in by which the person is here. */
    static final String SIGN_IN = "sid";

    /** When it ends whatever is done in it: the gateway tells the pages, which warn before. */
    private static final String SIGNED_IN_UNTIL = "auth_until";

    private final SigningKeys keys;
    private final AppClaims apps;
    private final AppSignIns appSignIns;
    private final Accounts accounts;
    private final SignIns signIns;
    private final SessionLimits limits;
    private final InternalPrincipals principals;
    private final InstitutionPeople people;
    private final String issuer;
    private final String audience;

    TokenClaims(
            SigningKeys keys,
            AppClaims apps,
            AppSignIns appSignIns,
            Accounts accounts,
            SignIns signIns,
            SessionLimits limits,
            InternalPrincipals principals,
            InstitutionPeople people,
            ZhengqiProperties properties) {
        this.signIns = signIns;
        this.limits = limits;
        this.keys = keys;
        this.apps = apps;
        this.appSignIns = appSignIns;
        this.accounts = accounts;
        this.principals = principals;
        this.people = people;
        this.issuer = properties.auth().issuer();
        this.audience = properties.auth().audience();
    }

    @Override
    public void customize(JwtEncodingContext context) {
        context.getJwsHeader().keyId(keys.current());
        if (AppClients.isApp(context.getRegisteredClient().getClientId())) {
            nameSignIn(context);
            return;
        }
        context.getClaims().issuer(issuer).audience(new ArrayList<>(List.of(audience)));
        if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType())) {
            boolean readsMetrics =
                    context.getRegisteredClient().getScopes().contains(AuthorizationServerConfiguration.METRICS_SCOPE);
            context.getClaims()
                    .claim("perms", new ArrayList<>(List.of(readsMetrics ? "ops.actuator" : Permission.INTERNAL)));
        } else {
            describePerson(context.getPrincipal(), context.getClaims());
        }
    }

    /**
     * Its audience is the application, and its issuer the one that other systems know: no service of the platform takes it. What more may be known is asked with it, each
     * time, so that it is true then.
     */
    private void nameSignIn(JwtEncodingContext context) {
        AppClaims.Present present = apps.present(context.getPrincipal())
                .orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT));
        context.getClaims().claim(SIGN_IN, present.signIn().toString());
        if (OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue())) {
            appSignIns.began(UUID.fromString(context.getRegisteredClient().getId()), present);
            signIns.startedAt(present.signIn())
                    .ifPresent(at -> context.getClaims().claim(IdTokenClaimNames.AUTH_TIME, Date.from(at)));
        }
    }

    private void describePerson(Authentication person, JwtClaimsSet.Builder claims) {
        Account account = accounts.find(UUID.fromString(person.getName()))
                .filter(Account::enabled)
                .orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT));
        UUID signIn = SignedInSessions.signInOf(person)
                .filter(id -> signIns.isLive(id, account))
                .orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT));
        Principal principal = principals.principal(account.id(), account.userType(), signIns.actingFor(signIn));
        people.heard(account.id(), principal.institutionId() != null);
        signIns.seen(signIn, principal.enterpriseId());
        claims.claim(SIGN_IN, signIn.toString())
                .claim("name", account.displayName())
                .claim("user_type", account.userType().name())
                .claim("roles", new ArrayList<>(principal.roles()))
                .claim("perms", new ArrayList<>(principal.permissions()))
                .claim("fields", fields(principal))
                .claim("scopes", scopes(principal));
        if (!principal.scopes().isEmpty()) {
            claims.claim(
                            "below",
                            new ArrayList<>(principal.below().stream()
                                    .map(UUID::toString)
                                    .toList()))
                    .claim("towns", new ArrayList<>(principal.towns()));
        }
        signIns.startedAt(signIn)
                .ifPresent(at -> claims.claim(IdTokenClaimNames.AUTH_TIME, Date.from(at))
                        .claim(SIGNED_IN_UNTIL, Date.from(at.plus(limits.absolute()))));
        put(claims, "ent", principal.enterpriseId());
        put(claims, "ent_name", principal.enterpriseName());
        put(claims, "inst", principal.institutionId());
        put(claims, "inst_name", principal.institutionName());
    }

    /** Only what roles say otherwise than permissions do: of most people nothing. */
    private static ArrayList<String> fields(Principal principal) {
        ArrayList<String> fields = new ArrayList<>();
        principal.fieldRules().forEach((field, rule) -> fields.add(field + "=" + rule));
        fields.sort(Comparator.naturalOrder());
        return fields;
    }

    private static ArrayList<String> scopes(Principal principal) {
        ArrayList<String> scopes = new ArrayList<>();
        principal.scopes().forEach((resource, reach) -> scopes.add(resource + "=" + reach));
        scopes.sort(Comparator.naturalOrder());
        return scopes;
    }

    private static void put(JwtClaimsSet.Builder claims, String name, @Nullable Object value) {
        if (value != null) {
            claims.claim(name, value.toString());
        }
    }
}
