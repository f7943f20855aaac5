package cn.zhengqi.auth.app;

import cn.zhengqi.auth.AuthProblem;
import cn.zhengqi.auth.account.Account;
import cn.zhengqi.auth.signin.SignedInSessions;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.web.Sensitive;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * 授权登录: asks the person who is signed in here whether an application may know them. The authorization server has looked at the request and keeps it by its state;
 * whoever allows it goes through the same request again, and then there is nothing left to ask.
 */
@RestController
@RequestMapping("/api/auth/sign-in/consent")
class ConsentController {

    private static final OAuth2TokenType STATE = new OAuth2TokenType(OAuth2ParameterNames.STATE);

    private final OAuth2AuthorizationService authorizations;
    private final SignedInSessions sessions;
    private final AppClients clients;
    private final AppConsents consents;

    ConsentController(
            OAuth2AuthorizationService authorizations,
            SignedInSessions sessions,
            AppClients clients,
            AppConsents consents) {
        this.authorizations = authorizations;
        this.sessions = sessions;
        this.clients = clients;
        this.consents = consents;
    }

    /**
     * Which application wants what.
     *
     * @param goesTo host that the person is sent back to
     * @param person whom it would know
     * @param wants what more it would know of them
     * @param plainPhone whether a phone would be told as it is
     */
    record ConsentQuestion(
            String app,
            String owner,
            @Nullable String intro,
            String goesTo,
            String person,
            @Sensitive(mask = Mask.PHONE) String phone,
            List<AppScope> wants,
            boolean plainPhone) {}

    record ConsentAnswer(@NotBlank @Size(max = 200) String state, boolean allow) {}

    /** @param continueTo where the browser goes now: through the request again, or back to the application with the refusal */
    record Continuation(String continueTo) {}

    private record Asked(
            OAuth2Authorization authorization, OAuth2AuthorizationRequest request, ConnectedApp app, Account account) {}

    @GetMapping
    ConsentQuestion question(@RequestParam @Size(max = 200) String state, HttpServletRequest http) {
        Asked asked = asked(state, http);
        ConnectedApp app = asked.app();
        return new ConsentQuestion(
                app.getName(),
                app.getOwner(),
                app.getIntro(),
                URI.create(Objects.requireNonNull(asked.request().getRedirectUri()))
                        .getHost(),
                asked.account().displayName(),
                asked.account().phone(),
                AppScope.among(asked.request().getScopes()),
                app.isPlainPhone());
    }

    @PostMapping
    Continuation answer(@Valid @RequestBody ConsentAnswer answer, HttpServletRequest http) {
        Asked asked = asked(answer.state(), http);
        authorizations.remove(asked.authorization());
        if (answer.allow()) {
            consents.give(asked.account(), asked.app(), asked.request().getScopes());
            URI again = URI.create(asked.request().getAuthorizationRequestUri());
            return new Continuation(again.getRawPath() + "?" + again.getRawQuery());
        }
        return new Continuation(
                AppRedirect.to(Objects.requireNonNull(asked.request().getRedirectUri()))
                        .with(OAuth2ParameterNames.ERROR, OAuth2ErrorCodes.ACCESS_DENIED)
                        .with(OAuth2ParameterNames.STATE, asked.request().getState())
                        .toString());
    }

    private Asked asked(String state, HttpServletRequest http) {
        Account account = sessions.signedIn(http).orElseThrow(ConsentController::gone);
        OAuth2Authorization authorization = authorizations.findByToken(state, STATE);
        if (authorization == null
                || !authorization.getPrincipalName().equals(account.id().toString())) {
            throw gone();
        }
        OAuth2AuthorizationRequest request =
                Objects.requireNonNull(authorization.getAttribute(OAuth2AuthorizationRequest.class.getName()));
        ConnectedApp app = clients.app(request.getClientId()).orElseThrow(ConsentController::gone);
        return new Asked(authorization, request, app, account);
    }

    private static ProblemException gone() {
        return new ProblemException(AuthProblem.APP_REQUEST_GONE);
    }
}
