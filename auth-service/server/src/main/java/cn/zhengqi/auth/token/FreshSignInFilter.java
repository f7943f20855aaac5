package cn.zhengqi.auth.token;

import cn.zhengqi.auth.app.AppClients;
import cn.zhengqi.auth.session.SignIns;
import cn.zhengqi.auth.signin.SignedInSessions;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * An application that wants a fresh sign-in (OpenID Connect Core, 3.1.2.1: {@code prompt=login}, {@code max_age}) is answered as if nobody were signed in; they stay so
 * elsewhere. Whoever takes these words out of the address is not asked: {@code auth_time} tells the application.
 */
final class FreshSignInFilter extends OncePerRequestFilter {

    private static final String MAX_AGE = "max_age";
    private static final String LOGIN = "login";
    private static final int DIGITS = 9;

    private final SignIns signIns;
    private final Clock clock;

    FreshSignInFilter(SignIns signIns, Clock clock) {
        this.signIns = signIns;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String client = request.getParameter(OAuth2ParameterNames.CLIENT_ID);
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (client != null
                && AppClients.isApp(client)
                && AuthorizationAnswers.AUTHORIZE.matches(request)
                && signedIn instanceof UsernamePasswordAuthenticationToken
                && !isFreshEnough(signedIn, request.getParameter("prompt"), request.getParameter(MAX_AGE))) {
            SecurityContextHolder.clearContext();
        }
        chain.doFilter(request, response);
    }

    private boolean isFreshEnough(Authentication signedIn, @Nullable String prompt, @Nullable String maxAge) {
        if (prompt != null && Arrays.asList(prompt.split(" ")).contains(LOGIN)) {
            return false;
        }
        // What is no number asks for nothing; one of more digits for less than every sign-in is.
        if (maxAge == null || !maxAge.matches("[0-9]{1," + DIGITS + "}")) {
            return true;
        }
        Instant oldest = clock.instant().minus(Duration.ofSeconds(Long.parseLong(maxAge)));
        return SignedInSessions.signInOf(signedIn)
                .flatMap(signIns::startedAt)
                .filter(oldest::isBefore)
                .isPresent();
    }
}
