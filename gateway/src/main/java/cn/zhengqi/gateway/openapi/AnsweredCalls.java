package cn.zhengqi.gateway.openapi;

import cn.zhengqi.auth.api.OpenApiKeys;
import cn.zhengqi.gateway.OpenRoutes;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts a call on record that a service answered, once its answer has left: with the code of the problem, where the service had one. It stands around what writes the
 * answer, since {@link SignedRequests} is done before the first byte of it comes.
 */
@Component
class AnsweredCalls implements GlobalFilter, Ordered {

    /** Before {@code NettyWriteResponseFilter}, which is -1: it writes the answer that it is given. */
    private static final int ORDER = -2;

    private static final String CALL = AnsweredCalls.class.getName();

    /** No problem of a service is longer. */
    private static final int MOST_BYTES = 256 * 1024;

    private final CallLog log;
    private final JsonMapper json;

    AnsweredCalls(CallLog log, JsonMapper json) {
        this.log = log;
        this.json = json;
    }

    static void await(ServerWebExchange exchange, OpenApiKeys.Call call) {
        exchange.getAttributes().put(CALL, call);
    }

    @Override
    public int getOrder() {
        return ORDER;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        if (!OpenRoutes.isSigned(exchange.getRequest().getPath().pathWithinApplication())) {
            return chain.filter(exchange);
        }
        Watched answer = new Watched(exchange.getResponse());
        return chain.filter(exchange.mutate().response(answer).build()).doFinally(ended -> {
            if (exchange.getAttributes().remove(CALL) instanceof OpenApiKeys.Call call) {
                log.add(call.answeredWith(answer.problem));
            }
        });
    }

    private final class Watched extends ServerHttpResponseDecorator {

        private volatile @Nullable String problem;

        Watched(ServerHttpResponse response) {
            super(response);
        }

        @Override
        public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
            HttpStatusCode status = getStatusCode();
            boolean refusal = status != null
                    && status.isError()
                    && MediaType.APPLICATION_PROBLEM_JSON.isCompatibleWith(
                            getHeaders().getContentType());
            return refusal
                    ? DataBufferUtils.join(body, MOST_BYTES).flatMap(whole -> {
                        problem = codeIn(whole);
                        return super.writeWith(Mono.just(whole));
                    })
                    : super.writeWith(body);
        }

        private @Nullable String codeIn(DataBuffer whole) {
            byte[] bytes = new byte[whole.readableByteCount()];
            int at = whole.readPosition();
            whole.read(bytes);
            whole.readPosition(at);
            try {
                String code = json.readTree(bytes).path("code").asString("");
                return code.isEmpty() ? null : code;
            } catch (JacksonException noProblem) {
                return null;
            }
        }
    }
}
