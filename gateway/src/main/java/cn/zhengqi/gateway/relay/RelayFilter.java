package cn.zhengqi.gateway.relay;

import cn.zhengqi.gateway.OpenRoutes;
import cn.zhengqi.gateway.bff.SessionTokens;
import cn.zhengqi.gateway.bff.SignInEnds;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/**
 * Puts the session's token on what goes to a service, and takes off what a service must not hear from outside: cookies
 * (auth-service gets its own, where it needs them), and tokens that the client made up. What an application brings of its own to auth-service is passed on as it is.
 */
@Component
class RelayFilter implements GlobalFilter, Ordered {

    private static final String SESSION_COOKIE = "ZQ_SESSION";
    private static final String AUTH_COOKIE = "ZQ_AUTH";

    private static final String DEVICE_COOKIE = "ZQ_DEVICE";

    /** Where auth-service works with a session of its own. Everywhere else the token says who asks, and a session would only be in the way. */
    private static final List<PathPattern> OF_ITS_SESSION = Stream.of(
                    "/oauth2/authorize", "/api/auth/sign-in", "/api/auth/sign-in/**", "/api/auth/sign-out")
            .map(PathPatternParser.defaultInstance::parse)
            .toList();

    private final SessionTokens tokens;
    private final SignInEnds ends;

    RelayFilter(SessionTokens tokens, SignInEnds ends) {
        this.tokens = tokens;
        this.ends = ends;
    }

    @Override
    public int getOrder() {
        return 0;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        PathContainer path = exchange.getRequest().getPath().pathWithinApplication();
        boolean noSession = OpenRoutes.isSigned(path)
                || OpenRoutes.isOfApplications(path)
                || OpenRoutes.isOfProviders(path)
                || !exchange.getRequest().getCookies().containsKey(SESSION_COOKIE);
        Mono<String> token = noSession
                ? Mono.empty()
                : exchange.getSession()
                        .filter(WebSession::isStarted)
                        .flatMap(session ->
                                ends.check(exchange, session).then(Mono.defer(() -> tokens.accessToken(session))));
        return token.map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(found -> chain.filter(exchange.mutate()
                        .request(request -> request.headers(headers -> rewrite(headers, exchange, found.orElse(null))))
                        .build()));
    }

    private void rewrite(HttpHeaders headers, ServerWebExchange exchange, @Nullable String token) {
        if (!OpenRoutes.isOfApplications(exchange.getRequest().getPath().pathWithinApplication())) {
            headers.remove(HttpHeaders.AUTHORIZATION);
        }
        headers.remove(HttpHeaders.COOKIE);
        headers.remove("X-XSRF-TOKEN");
        if (token != null) {
            headers.setBearerAuth(token);
        }
        if (isForAuthService(exchange)) {
            String cookies = Stream.of(AUTH_COOKIE, DEVICE_COOKIE)
                    .map(name -> exchange.getRequest().getCookies().getFirst(name))
                    .filter(Objects::nonNull)
                    .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                    .collect(Collectors.joining("; "));
            if (!cookies.isEmpty()) {
                headers.set(HttpHeaders.COOKIE, cookies);
            }
        }
    }

    private static boolean isForAuthService(ServerWebExchange exchange) {
        Route route = exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        PathContainer path = exchange.getRequest().getPath().pathWithinApplication();
        return route != null
                && (route.getId().equals("auth-service") || route.getId().equals("authorization"))
                && OF_ITS_SESSION.stream().anyMatch(pattern -> pattern.matches(path));
    }
}
