package cn.zhengqi.web.client;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import feign.Capability;
import feign.Client;
import feign.Request;
import feign.Response;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.io.IOException;
import java.net.ConnectException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands around every question to another service. One circuit breaker per service asked; no answer, a late answer and
 * 5xx count against it. When nothing was sent because an instance refused the connection, the next instance is tried.
 */
public final class CircuitBreakers implements Capability {

    private static final Logger LOG = LoggerFactory.getLogger(CircuitBreakers.class);
    private static final int ATTEMPTS = 3;

    private final CircuitBreakerRegistry breakers;

    public CircuitBreakers(CircuitBreakerRegistry breakers) {
        this.breakers = breakers;
    }

    @Override
    public Client enrich(Client client) {
        return (request, options) -> ask(client, request, options);
    }

    private Response ask(Client client, Request request, Request.Options options) {
        String service = request.requestTemplate().feignTarget().name();
        CircuitBreaker breaker = breakers.circuitBreaker(service);
        if (!breaker.tryAcquirePermission()) {
            // As where the connection is refused: nothing was sent.
            throw unavailable(service, new ConnectException("Circuit breaker is open"));
        }
        long start = breaker.getCurrentTimestamp();
        try {
            Response response = send(client, request, options);
            long duration = breaker.getCurrentTimestamp() - start;
            if (response.status() >= 500) {
                breaker.onError(duration, breaker.getTimestampUnit(), new IOException("Status " + response.status()));
            } else {
                breaker.onSuccess(duration, breaker.getTimestampUnit());
            }
            return response;
        } catch (IOException | RuntimeException failure) {
            breaker.onError(breaker.getCurrentTimestamp() - start, TimeUnit.NANOSECONDS, failure);
            throw unavailable(service, failure);
        }
    }

    private static Response send(Client client, Request request, Request.Options options) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                return client.execute(request, options);
            } catch (ConnectException refused) {
                if (attempt == ATTEMPTS) {
                    throw refused;
                }
            }
        }
    }

    private static ProblemException unavailable(String service, Exception cause) {
        LOG.warn("{} does not answer: {}", service, cause.toString());
        return new ProblemException(
                CommonProblem.SERVICE_UNAVAILABLE,
                CommonProblem.SERVICE_UNAVAILABLE.title(),
                List.of(),
                Map.of("service", service),
                cause);
    }
}
