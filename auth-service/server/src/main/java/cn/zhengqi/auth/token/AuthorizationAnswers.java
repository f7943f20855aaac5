package cn.zhengqi.auth.token;

import cn.zhengqi.auth.app.AppRedirect;
import cn.zhengqi.auth.session.SignIns;
import cn.zhengqi.auth.signin.SignedInSessions;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.web.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/**
 * Where a browser goes from the authorization server. To the gateway it is sent by the path alone, and so stays on the host that it came by; to an application by the
 * address that it was registered with.
 */
@Component
class AuthorizationAnswers {

    static final RequestMatcher AUTHORIZE =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/oauth2/authorize");

    /** A page of the portal: asks for consent, and says to a person why a request of an application cannot be answered. */
    private static final String PAGE = "/authorize";

    /** What the gateway says along of the page that is wanted; an application is told its own way by its state. */
    private static final String CONTINUE = "continue";

    private final RegisteredClientRepository clients;
    private final SignedInSessions sessions;
    private final SignIns signIns;
    private final Problems problems;
    private final BearerTokenAuthenticationEntryPoint bearers = new BearerTokenAuthenticationEntryPoint();

    AuthorizationAnswers(
            RegisteredClientRepository clients, SignedInSessions sessions, SignIns signIns, Problems problems) {
        this.clients = clients;
        this.sessions = sessions;
        this.signIns = signIns;
        this.problems = problems;
    }

    void granted(HttpServletRequest request, HttpServletResponse response, Authentication granted) {
        var grant = (OAuth2AuthorizationCodeRequestAuthenticationToken) granted;
        var code = grant.getAuthorizationCode();
        redirect(
                response,
                target(Objects.requireNonNull(grant.getRedirectUri()))
                        .with(OAuth2ParameterNames.CODE, code == null ? "" : code.getTokenValue())
                        .with(OAuth2ParameterNames.STATE, grant.getState()));
    }

    void refused(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof OAuth2AuthorizationCodeRequestAuthenticationException refused) {
            var asked = refused.getAuthorizationCodeRequestAuthentication();
            // Whatever the server had looked at when it refused.
            if (asked != null && isItsOwn(asked.getClientId(), asked.getRedirectUri())) {
                refuse(
                        response,
                        Objects.requireNonNull(asked.getRedirectUri()),
                        refused.getError().getErrorCode(),
                        asked.getState());
                return;
            }
        }
        explain(request, response, what(failure));
    }

    /** What the application says of whoever signed out there ends the sign-in by which they came to it, in whichever browser it is. */
    void signedOut(HttpServletRequest request, HttpServletResponse response, Authentication logout) {
        var asked = (OidcLogoutAuthenticationToken) logout;
        OidcIdToken token = Objects.requireNonNull(asked.getIdToken());
        signIns.signedOutByApp(
                UUID.fromString(Objects.requireNonNull(token.getClaimAsString(TokenClaims.SIGN_IN))),
                UUID.fromString(token.getSubject()));
        String address = asked.getPostLogoutRedirectUri();
        redirect(
                response,
                address == null || address.isBlank()
                        ? AppRedirect.to("/")
                        : AppRedirect.to(address).with(OAuth2ParameterNames.STATE, asked.getState()));
    }

    void notSignedOut(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        explain(request, response, "LOGOUT");
    }

    void unauthenticated(HttpServletRequest request, HttpServletResponse response, AuthenticationException nobody)
            throws IOException {
        String client = request.getParameter(OAuth2ParameterNames.CLIENT_ID);
        String address = request.getParameter(OAuth2ParameterNames.REDIRECT_URI);
        if (!AUTHORIZE.matches(request)) {
            bearers.commence(request, response, nobody);
        } else if ("none".equals(request.getParameter("prompt")) && client != null && isItsOwn(client, address)) {
            refuse(
                    response,
                    Objects.requireNonNull(address),
                    "login_required",
                    request.getParameter(OAuth2ParameterNames.STATE));
        } else if (AuthorizationServerConfiguration.GATEWAY.equals(client)) {
            sessions.askToSignIn(request, response, request.getParameter(CONTINUE));
        } else {
            sessions.askToSignInForApp(request, response);
        }
    }

    /** Nobody is sent to an address that the client was not registered with. */
    private boolean isItsOwn(String clientId, @Nullable String address) {
        RegisteredClient client = address == null ? null : clients.findByClientId(clientId);
        return client != null && client.getRedirectUris().contains(address);
    }

    private static void refuse(HttpServletResponse response, String address, String error, @Nullable String state) {
        redirect(
                response,
                target(address).with(OAuth2ParameterNames.ERROR, error).with(OAuth2ParameterNames.STATE, state));
    }

    /** To a person on a page, to anything else as a problem. */
    private void explain(HttpServletRequest request, HttpServletResponse response, String what) throws IOException {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        if (accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE)) {
            redirect(response, AppRedirect.to(PAGE).with("problem", what));
        } else {
            problems.write(
                    response,
                    problems.of(new ProblemException(CommonProblem.forStatus(HttpStatus.BAD_REQUEST.value()))));
        }
    }

    private static String what(AuthenticationException failure) {
        String said = failure instanceof OAuth2AuthenticationException oauth
                ? String.valueOf(oauth.getError().getDescription())
                : "";
        if (said.endsWith(OAuth2ParameterNames.CLIENT_ID)) {
            return "CLIENT";
        }
        return said.endsWith(OAuth2ParameterNames.REDIRECT_URI) ? "ADDRESS" : "REQUEST";
    }

    private static AppRedirect target(String address) {
        return AppRedirect.to(
                address.equals(AuthorizationServerConfiguration.CALLBACK)
                        ? AuthorizationServerConfiguration.CALLBACK_PATH
                        : address);
    }

    private static void redirect(HttpServletResponse response, AppRedirect target) {
        response.setStatus(HttpStatus.FOUND.value());
        response.setHeader(HttpHeaders.LOCATION, target.toString());
    }
}
