package cn.zhengqi.gateway.bff;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/**
 * Who signed in stands in the session's {@link Tokens}: what Spring Security made of it is not kept, for each request would read it from the session and nobody asks for it.
 * What storing it does beside stays: the session gets another id, so that one that was foisted on a browser is worth nothing.
 */
final class FreshSessionId implements ServerSecurityContextRepository {

    @Override
    public Mono<Void> save(ServerWebExchange exchange, @Nullable SecurityContext context) {
        return exchange.getSession().flatMap(WebSession::changeSessionId);
    }

    @Override
    public Mono<SecurityContext> load(ServerWebExchange exchange) {
        return Mono.empty();
    }
}
