package cn.zhengqi.gateway.bff;

import cn.zhengqi.gateway.GatewayProperties;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
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

    private final boolean https;

    BffController(SessionTokens tokens, AuthServiceClient authService, GatewayProperties properties) {
        this.tokens = tokens;
        this.authService = authService;
        this.https = properties.https();
    }

    record SessionState(boolean signedIn) {}

    @GetMapping("/session")
    Mono<SessionState> session(WebSession session) {
        return Mono.just(new SessionState(SessionTokens.signedIn(session)));
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
