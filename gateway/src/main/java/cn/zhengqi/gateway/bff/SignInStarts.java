package cn.zhengqi.gateway.bff;

import cn.zhengqi.kernel.ProblemException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Counts the beginnings of sign-ins: each keeps a session for somebody whom nobody knows yet. */
public interface SignInStarts {

    /**
     * Empty where one more may begin.
     *
     * @throws ProblemException TOO_MANY_REQUESTS (as error)
     */
    Mono<Void> admit(ServerWebExchange exchange);
}
