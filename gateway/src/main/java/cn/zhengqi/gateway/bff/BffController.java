package cn.zhengqi.gateway.bff;

import cn.zhengqi.gateway.GatewayProperties;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/** The session of a browser. */
@RestController
@RequestMapping("/bff")
class BffController {

    private final SessionTokens tokens;
    private final AuthServiceClient authService;
    private final SignInEnds ends;
    private final Clock clock;

    private final boolean https;

    BffController(
            SessionTokens tokens,
            AuthServiceClient authService,
            SignInEnds ends,
            Clock clock,
            GatewayProperties properties) {
        this.tokens = tokens;
        this.authService = authService;
        this.ends = ends;
        this.clock = clock;
        this.https = properties.https();
    }

    /**
     * Whether somebody is signed in, and until when: pages warn before the end, and know no limits of their own. In seconds from now, for a browser's clock may be wrong.
     *
     * @param idleEndsInSeconds until whoever does nothing is signed out; null for whom there is no such end
     * @param endsInSeconds until the sign-in ends whatever is done; null where that is not known
     * @param lastsSeconds how long it lasts in all
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SessionState(
            boolean signedIn,
            @Nullable Long idleEndsInSeconds,
            @Nullable Long endsInSeconds,
            @Nullable Long lastsSeconds) {}

    /** Asked by somebody it is work like any other request, and prolongs; asked by a page alone it is none. */
    @GetMapping("/session")
    Mono<SessionState> session(ServerWebExchange exchange, WebSession session) {
        return ends.check(exchange, session).then(Mono.fromSupplier(() -> state(session)));
    }

    private SessionState state(WebSession session) {
        Tokens held = SessionTokens.of(session);
        if (held == null) {
            return new SessionState(false, null, null, null);
        }
        Duration idle = ends.left(session);
        Instant from = held.claims().signedInAt();
        Instant until = held.claims().signedInUntil();
        return new SessionState(
                true,
                idle == null ? null : idle.toSeconds(),
                until == null ? null : Duration.between(clock.instant(), until).toSeconds(),
                from == null || until == null
                        ? null
                        : Duration.between(from, until).toSeconds());
    }

    /** Gets tokens that say what is true now, without another sign-in. */
    @PostMapping("/refresh")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> refresh(WebSession session) {
        return tokens.renew(session)
                .switchIfEmpty(Mono.error(() -> new ProblemException(CommonProblem.UNAUTHENTICATED)))
                .then();
    }

    /** Ends the session here and the one at auth-service, which would sign the browser in again. */
    @PostMapping("/logout")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> logout(WebSession session, ServerWebExchange exchange) {
        Tokens held = SessionTokens.of(session);
        HttpCookie cookie = exchange.getRequest().getCookies().getFirst(AuthServiceClient.SESSION_COOKIE);
        exchange.getResponse()
                .addCookie(ResponseCookie.from(AuthServiceClient.SESSION_COOKIE, "")
                        .path("/")
                        .httpOnly(true)
                        .sameSite("Lax")
                        .secure(https)
                        .maxAge(0)
                        .build());
        return Mono.when(
                        held == null ? Mono.empty() : authService.revoke(held.refresh()),
                        cookie == null ? Mono.empty() : authService.endSession(cookie.getValue()))
                .then(session.invalidate());
    }
}
