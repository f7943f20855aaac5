package cn.zhengqi.gateway.problem;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * An answer without a body begins when everything else is done, and with it the session is saved: what fails then would come to no handler, and whoever asked would get a 500 that says nothing.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class EndOfAnswer implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return chain.filter(exchange)
                .then(Mono.defer(() -> exchange.getResponse().setComplete()));
    }
}
