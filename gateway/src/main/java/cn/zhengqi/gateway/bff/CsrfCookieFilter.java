package cn.zhengqi.gateway.bff;

import org.springframework.http.HttpMethod;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * The cookie is written only when someone asks for the token. Pages and {@code /bff/session} do, so that a page has it
 * before its first change; files that are cached do not.
 */
@Component
class CsrfCookieFilter implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        Mono<CsrfToken> token = exchange.getAttribute(CsrfToken.class.getName());
        String path = exchange.getRequest().getPath().value();
        boolean wanted = HttpMethod.GET.equals(exchange.getRequest().getMethod())
                && !path.startsWith("/api/")
                && !path.startsWith("/openapi/")
                && (path.startsWith("/bff/")
                        || !path.substring(path.lastIndexOf('/') + 1).contains("."));
        return token == null || !wanted ? chain.filter(exchange) : token.then(chain.filter(exchange));
    }
}
