package cn.zhengqi.gateway.relay;

import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** Tells services where a request came from, after Spring Cloud Gateway has removed what the client claimed about it. */
@Component
class ForwardedHeaders implements HttpHeadersFilter, Ordered {

    private final ClientAddress addresses;

    ForwardedHeaders(ClientAddress addresses) {
        this.addresses = addresses;
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public HttpHeaders filter(HttpHeaders headers, ServerWebExchange exchange) {
        HttpHeaders forwarded = new HttpHeaders();
        forwarded.putAll(headers);
        forwarded.remove("X-Real-IP");
        forwarded.set("X-Forwarded-For", addresses.of(exchange.getRequest()));
        forwarded.set("X-Forwarded-Proto", addresses.scheme());
        return forwarded;
    }
}
