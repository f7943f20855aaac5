package cn.zhengqi.gateway.bff;

import cn.zhengqi.gateway.GatewayProperties;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/**
 * Ends the sign-in of staff who do nothing for a while, and of everybody when its time is over. What a page asks for by itself, as the stream of messages and what it reads again each
 * minute, is no work; pages say so of their requests, and lose nothing by it.
 */
@Component
public class SignInEnds {

    private static final String BY_ITSELF = "X-Background";
    private static final String STREAM = "/api/message/my/stream";

    /** Not each request of a page writes into the session. */
    private static final Duration PRECISION = Duration.ofSeconds(20);

    private final AuthServiceClient authService;
    private final Duration limit;
    private final Clock clock;

    SignInEnds(AuthServiceClient authService, GatewayProperties properties, Clock clock) {
        this.authService = authService;
        this.limit = properties.staffIdle();
        this.clock = clock;
    }

    /** Before a session's token is used: after too long a pause there is none any more. */
    public Mono<Void> check(ServerWebExchange exchange, WebSession session) {
        Tokens tokens = SessionTokens.of(session);
        if (tokens == null) {
            return Mono.empty();
        }
        Instant now = clock.instant();
        Instant until = tokens.claims().signedInUntil();
        if (until != null && !until.isAfter(now)) {
            // auth-service knows by itself, but is asked again only when the token runs out.
            SessionTokens.remove(session);
            return authService.revoke(tokens.refresh());
        }
        if (!tokens.ofStaff()) {
            return Mono.empty();
        }
        Instant active = SessionTokens.activeAt(session);
        if (active != null && active.plus(limit).isBefore(now)) {
            SessionTokens.remove(session);
            HttpCookie cookie = exchange.getRequest().getCookies().getFirst(AuthServiceClient.SESSION_COOKIE);
            return Mono.when(
                    authService.revoke(tokens.refresh()),
                    cookie == null ? Mono.empty() : authService.endIdleSession(cookie.getValue()));
        }
        boolean work = !exchange.getRequest().getHeaders().containsHeader(BY_ITSELF)
                && !exchange.getRequest().getPath().value().equals(STREAM);
        if (active == null || (work && active.plus(PRECISION).isBefore(now))) {
            SessionTokens.worked(session, now);
        }
        return Mono.empty();
    }

    /** How long they may still do nothing; null for whom there is no such end, as enterprises. */
    @Nullable
    Duration left(WebSession session) {
        Tokens tokens = SessionTokens.of(session);
        Instant active = SessionTokens.activeAt(session);
        return tokens == null || !tokens.ofStaff() || active == null
                ? null
                : Duration.between(clock.instant(), active.plus(limit));
    }
}
