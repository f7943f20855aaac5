package cn.zhengqi.gateway.problem;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemCode;
import cn.zhengqi.kernel.ProblemException;
import io.lettuce.core.RedisException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What nobody handled. A service that does not answer, or Redis, is told apart from a fault of the gateway. */
@Component
@Order(-2)
class ProblemHandler implements ErrorWebExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

    private final GatewayProblems problems;

    ProblemHandler(GatewayProblems problems) {
        this.problems = problems;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(failure);
        }
        if (failure instanceof ProblemException problem) {
            return problems.write(exchange, problem);
        }
        return RequestTrace.within(() -> answer(exchange, failure));
    }

    private Mono<Void> answer(ServerWebExchange exchange, Throwable failure) {
        ProblemCode code = codeOf(failure);
        String request = exchange.getRequest().getMethod() + " "
                + exchange.getRequest().getPath().value();
        if (code == CommonProblem.INTERNAL_ERROR) {
            LOG.error("Unexpected failure of {}", request, failure);
        } else if (code == CommonProblem.SERVICE_UNAVAILABLE) {
            LOG.warn("No answer for {}: {}", request, failure.toString());
        }
        return problems.write(exchange, code);
    }

    private static ProblemCode codeOf(Throwable failure) {
        if (failure instanceof ResponseStatusException answered) {
            return CommonProblem.forStatus(answered.getStatusCode().value());
        }
        boolean noAnswer = failure instanceof IOException
                || failure instanceof TimeoutException
                || failure instanceof DataAccessException
                || failure instanceof RedisException;
        return noAnswer ? CommonProblem.SERVICE_UNAVAILABLE : CommonProblem.INTERNAL_ERROR;
    }
}
