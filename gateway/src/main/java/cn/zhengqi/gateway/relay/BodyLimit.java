package cn.zhengqi.gateway.relay;

import cn.zhengqi.gateway.GatewayProperties;
import cn.zhengqi.gateway.problem.GatewayProblems;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What is larger than anything that a service takes is refused before it is carried through. A service that answers in
 * the middle of a body ends the connection, and its answer would be lost. What does not say how long it is, is counted
 * on its way: the service then sees a request that breaks off, which has no effect.
 */
@Component
class BodyLimit implements GlobalFilter, Ordered {

    private final GatewayProblems problems;
    private final long bytes;

    BodyLimit(GatewayProblems problems, GatewayProperties properties) {
        this.problems = problems;
        this.bytes = properties.maxBody().toBytes();
    }

    @Override
    public int getOrder() {
        return -1;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        long announced = exchange.getRequest().getHeaders().getContentLength();
        if (announced > bytes) {
            return problems.write(exchange, CommonProblem.PAYLOAD_TOO_LARGE);
        }
        return announced >= 0
                ? chain.filter(exchange)
                : chain.filter(exchange.mutate()
                        .request(new CountedRequest(exchange.getRequest(), bytes))
                        .build());
    }

    private static final class CountedRequest extends ServerHttpRequestDecorator {

        private final long most;
        private final AtomicLong seen = new AtomicLong();

        CountedRequest(ServerHttpRequest request, long most) {
            super(request);
            this.most = most;
        }

        @Override
        public Flux<DataBuffer> getBody() {
            return super.getBody().handle((part, receiver) -> {
                if (seen.addAndGet(part.readableByteCount()) > most) {
                    DataBufferUtils.release(part);
                    receiver.error(new ProblemException(CommonProblem.PAYLOAD_TOO_LARGE));
                } else {
                    receiver.next(part);
                }
            });
        }
    }
}
