package cn.zhengqi.auth.signin;

import cn.zhengqi.auth.account.Account;
import cn.zhengqi.auth.account.Accounts;
import cn.zhengqi.auth.provider.Identities;
import cn.zhengqi.auth.provider.OutsideIdentity;
import cn.zhengqi.auth.provider.Providers;
import cn.zhengqi.auth.secondfactor.NextStep;
import cn.zhengqi.auth.signin.SignInController.SignedIn;
import cn.zhengqi.kernel.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where somebody goes on whom a provider has sent back: Spring Security has checked state, nonce and the signed token by now. What the provider says is a
 * first factor and no more; a second one is asked for as always.
 */
@Component
class ProviderSignIn {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderSignIn.class);
    private static final String SIGN_IN_PAGE = "/sign-in";

    private final Providers providers;
    private final Identities identities;
    private final Accounts accounts;
    private final SignIn signIn;
    private final SignInFlow flow;
    private final SignedInSessions sessions;
    private final Clock clock;

    ProviderSignIn(
            Providers providers,
            Identities identities,
            Accounts accounts,
            SignIn signIn,
            SignInFlow flow,
            SignedInSessions sessions,
            Clock clock) {
        this.providers = providers;
        this.identities = identities;
        this.accounts = accounts;
        this.signIn = signIn;
        this.flow = flow;
        this.sessions = sessions;
        this.clock = clock;
    }

    void succeeded(HttpServletRequest request, HttpServletResponse response, Authentication provided) {
        OAuth2AuthenticationToken token = (OAuth2AuthenticationToken) provided;
        OutsideIdentity identity =
                providers.identityOf(token.getAuthorizedClientRegistrationId(), (OidcUser) token.getPrincipal());
        Optional<Account> signedIn = sessions.signedIn(request);
        Optional<String> place = signedIn.flatMap(account -> identities.takeBinding(account.id(), identity.provider()));
        if (signedIn.isPresent() && place.isPresent()) {
            boolean bound = identities.bind(signedIn.get(), identity);
            redirect(response, place.get(), "identity", bound ? "bound" : "taken");
            return;
        }
        Optional<Account> account =
                identities.used(identity).flatMap(accounts::find).or(() -> byPhone(identity));
        if (account.isEmpty()) {
            sessions.awaitIdentity(PendingIdentity.of(identity, clock.instant()), request);
            redirect(response, SIGN_IN_PAGE, "next", "IDENTITY");
            return;
        }
        try {
            SignIn.Origin origin = SignIn.Origin.of(request);
            signIn.judgeProvided(account.get(), origin);
            goOn(flow.goOn(account.get(), SignIn.By.provider(account.get()), origin, request, response), response);
        } catch (ProblemException refused) {
            redirect(response, SIGN_IN_PAGE, "error", refused.code().name());
        }
    }

    /** Cancelled, or anything of what came back is not as it must be. */
    void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure) {
        LOG.info("A sign-in by a provider failed: {}", failure.toString());
        signIn.providerFailed(SignIn.Origin.of(request));
        redirect(response, SIGN_IN_PAGE, "error", "PROVIDER_FAILED");
    }

    /** Both have proved the phone: the provider, if it is trusted with that, and the account. */
    private Optional<Account> byPhone(OutsideIdentity identity) {
        return Optional.ofNullable(identity.phone())
                .flatMap(accounts::findByName)
                .filter(Account::phoneVerified)
                .filter(Account::enabled)
                .filter(account -> identities.bind(account, identity));
    }

    private static void goOn(SignedIn answer, HttpServletResponse response) {
        String continueTo = answer.continueTo();
        if (answer.next() == NextStep.DONE && continueTo != null) {
            response.setStatus(HttpStatus.FOUND.value());
            response.setHeader(HttpHeaders.LOCATION, continueTo);
        } else {
            redirect(response, SIGN_IN_PAGE, "next", answer.next().name() + (answer.passkey() ? "&passkey=true" : ""));
        }
    }

    /** Relative: whichever host the browser came by is right. */
    private static void redirect(HttpServletResponse response, String path, String name, String value) {
        response.setStatus(HttpStatus.FOUND.value());
        response.setHeader(
                HttpHeaders.LOCATION,
                UriComponentsBuilder.fromPath(path).query(name + "=" + value).toUriString());
    }
}
