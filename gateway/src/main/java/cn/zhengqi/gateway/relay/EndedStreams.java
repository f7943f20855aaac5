package cn.zhengqi.gateway.relay;

import cn.zhengqi.gateway.bff.SessionTokens;
import java.time.Duration;
import org.reactivestreams.Publisher;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Ends the stream that a page has open when its sign-in is over: signed out here or from another device, or the account disabled. What is asked once is judged when it is
 * asked; a stream goes on for minutes, and so is judged again while it does.
 */
@Component
class EndedStreams implements GlobalFilter, Ordered {

    /** A sign-in that was ended reads nothing after five seconds; the question itself takes a part of them. */
    private static final Duration EVERY = Duration.ofSeconds(3);

    private final SessionTokens tokens;

    EndedStreams(SessionTokens tokens) {
        this.tokens = tokens;
    }

    /** Before the filter that writes the answer, which takes the response as it is then. */
    @Override
    public int getOrder() {
        return NettyWriteResponseFilter.WRITE_RESPONSE_FILTER_ORDER - 1;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return chain.filter(exchange.mutate().response(new Watched(exchange)).build());
    }

    /** Of somebody who is not signed in nothing can end. */
    private Mono<Boolean> endOfSignIn(ServerWebExchange exchange) {
        return exchange.getSession()
                .filter(SessionTokens::signedIn)
                .map(WebSession::getId)
                .flatMap(session -> tokens.last(session)
                        .delaySubscription(EVERY)
                        .repeat()
                        .filter(last -> !last)
                        .next())
                .switchIfEmpty(Mono.never());
    }

    private final class Watched extends ServerHttpResponseDecorator {

        private final ServerWebExchange exchange;

        Watched(ServerWebExchange exchange) {
            super(exchange.getResponse());
            this.exchange = exchange;
        }

        @Override
        public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
            return super.writeAndFlushWith(
                    MediaType.TEXT_EVENT_STREAM.isCompatibleWith(getHeaders().getContentType())
                            ? Flux.from(body).takeUntilOther(endOfSignIn(exchange))
                            : body);
        }
    }
}
