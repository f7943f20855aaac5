package cn.zhengqi.gateway.relay;

import cn.zhengqi.gateway.GatewayProperties;
import cn.zhengqi.gateway.problem.GatewayProblems;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.ratelimit.RedisRateLimiter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * How often one address may try to sign in or open an account: Spring Cloud Gateway's token bucket in Redis, which all
 * copies of the gateway share. Passwords are guarded besides by auth-service, account by account.
 */
@Component
class AddressLimits implements GlobalFilter, Ordered {

    private static final String SIGN_IN = "sign-in";
    private static final String REGISTRATION = "registration";
    private static final int MINUTE = 60;
    private static final int HOUR = 3600;

    private final RedisRateLimiter limiter;
    private final ClientAddress addresses;
    private final GatewayProblems problems;

    AddressLimits(
            RedisRateLimiter limiter, ClientAddress addresses, GatewayProblems problems, GatewayProperties properties) {
        this.limiter = limiter;
        this.addresses = addresses;
        this.problems = problems;
        limiter.getConfig().put(SIGN_IN, bucket(properties.signInsPerMinute(), MINUTE));
        limiter.getConfig().put(REGISTRATION, bucket(properties.registrationsPerHour(), HOUR));
    }

    @Override
    public int getOrder() {
        return -1;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        String limit = limitOf(exchange);
        if (limit == null) {
            return chain.filter(exchange);
        }
        return limiter.isAllowed(limit, addresses.of(exchange.getRequest()))
                .flatMap(answer -> answer.isAllowed() ? chain.filter(exchange) : refuse(exchange));
    }

    private Mono<Void> refuse(ServerWebExchange exchange) {
        return problems.write(
                exchange,
                new ProblemException(
                        CommonProblem.TOO_MANY_REQUESTS, "操作过于频繁，请一分钟后再试", Map.of("retryAfterSeconds", MINUTE)));
    }

    private static @Nullable String limitOf(ServerWebExchange exchange) {
        if (!HttpMethod.POST.equals(exchange.getRequest().getMethod())) {
            return null;
        }
        return switch (exchange.getRequest().getPath().value()) {
            case "/api/auth/sign-in" -> SIGN_IN;
            case "/api/auth/registrations" -> REGISTRATION;
            default -> null;
        };
    }

    /** So many at once, and so many in each period: each costs the period's seconds, of which {@code count} flow in per second. */
    private static RedisRateLimiter.Config bucket(int count, int seconds) {
        return new RedisRateLimiter.Config()
                .setReplenishRate(count)
                .setBurstCapacity((long) count * seconds)
                .setRequestedTokens(seconds);
    }
}
