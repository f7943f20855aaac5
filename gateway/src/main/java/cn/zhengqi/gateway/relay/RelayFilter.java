package cn.zhengqi.gateway.relay;

import cn.zhengqi.gateway.bff.SessionTokens;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/**
 * Puts the session's token on what goes to a service, and takes off what a service must not hear from outside: cookies
 * (auth-service gets its own), and tokens that the client made up.
 */
@Component
class RelayFilter implements GlobalFilter, Ordered {

    private static final String SESSION_COOKIE = "ZQ_SESSION";
    private static final String AUTH_COOKIE = "ZQ_AUTH";

    private final SessionTokens tokens;

    RelayFilter(SessionTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public int getOrder() {
        return 0;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        boolean noSession = !exchange.getRequest().getCookies().containsKey(SESSION_COOKIE);
        Mono<String> token = noSession
                ? Mono.empty()
                : exchange.getSession().filter(WebSession::isStarted).flatMap(tokens::accessToken);
        return token.map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(found -> chain.filter(exchange.mutate()
                        .request(request -> request.headers(headers -> rewrite(headers, exchange, found.orElse(null))))
                        .build()));
    }

    private void rewrite(HttpHeaders headers, ServerWebExchange exchange, @Nullable String token) {
        headers.remove(HttpHeaders.AUTHORIZATION);
        headers.remove(HttpHeaders.COOKIE);
        headers.remove("X-XSRF-TOKEN");
        if (token != null) {
            headers.setBearerAuth(token);
        }
        HttpCookie authSession = exchange.getRequest().getCookies().getFirst(AUTH_COOKIE);
        if (authSession != null && isForAuthService(exchange)) {
            headers.set(HttpHeaders.COOKIE, AUTH_COOKIE + "=" + authSession.getValue());
        }
    }

    private static boolean isForAuthService(ServerWebExchange exchange) {
        Route route = exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        return route != null
                && (route.getId().equals("auth-service") || route.getId().equals("authorization"));
    }
}
