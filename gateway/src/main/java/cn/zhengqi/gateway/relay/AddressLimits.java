package cn.zhengqi.gateway.relay;

import cn.zhengqi.gateway.GatewayProperties;
import cn.zhengqi.gateway.bff.SignInStarts;
import cn.zhengqi.gateway.problem.GatewayProblems;
import cn.zhengqi.kernel.AddressBlock;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.cloud.context.environment.EnvironmentChangeEvent;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.ratelimit.RateLimiter;
import org.springframework.cloud.gateway.filter.ratelimit.RedisRateLimiter;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/**
 * How often one address may begin to sign in, try to, open a one-time link, open an account, ask for a text message or have a self-check reckoned without sign-in: Spring Cloud Gateway's token
 * bucket in Redis, which all copies of the gateway share. A change of the shared settings counts from the next attempt on. Passwords are guarded
 * besides by auth-service, account by account.
 */
@Component
class AddressLimits implements GlobalFilter, Ordered, SignInStarts {

    private static final String SIGN_IN_START = "sign-in-start";
    private static final String SIGN_IN = "sign-in";
    private static final String REGISTRATION = "registration";
    private static final String SMS_CODE = "sms-code";
    private static final String SELF_CHECK = "self-check";
    private static final int MINUTE = 60;
    private static final int HOUR = 3600;

    /** Matched as the routes are, segment by segment and decoded: an encoded letter must not lead around a limit. */
    private static final Map<PathPattern, String> LIMITED = Map.of(
            PathPatternParser.defaultInstance.parse("/api/auth/sign-in"), SIGN_IN,
            PathPatternParser.defaultInstance.parse("/api/auth/sign-in/**"), SIGN_IN,
            PathPatternParser.defaultInstance.parse("/api/auth/password-resets"), SIGN_IN,
            PathPatternParser.defaultInstance.parse("/api/auth/password-links/**"), SIGN_IN,
            PathPatternParser.defaultInstance.parse("/api/auth/sms-codes"), SMS_CODE,
            PathPatternParser.defaultInstance.parse("/api/auth/registrations"), REGISTRATION,
            PathPatternParser.defaultInstance.parse("/api/match/self-checks/**"), SELF_CHECK);

    /** What makes auth-service keep where somebody wanted to go, or that a provider was asked who they are. */
    private static final List<PathPattern> STARTS = List.of(
            PathPatternParser.defaultInstance.parse("/oauth2/authorize"),
            PathPatternParser.defaultInstance.parse("/api/auth/sign-in/wechat"),
            PathPatternParser.defaultInstance.parse("/api/auth/sign-in/providers/**"));

    private final RedisRateLimiter limiter;
    private final ClientAddress addresses;
    private final GatewayProblems problems;
    private final Environment environment;
    private final Map<String, Integer> waits = new ConcurrentHashMap<>();

    AddressLimits(
            RedisRateLimiter limiter,
            ClientAddress addresses,
            GatewayProblems problems,
            GatewayProperties properties,
            Environment environment) {
        this.environment = environment;
        this.limiter = limiter;
        this.addresses = addresses;
        this.problems = problems;
        limitTo(properties);
    }

    @EventListener
    void settingsChanged(EnvironmentChangeEvent change) {
        if (change.getKeys().stream().anyMatch(key -> key.startsWith(GatewayProperties.PREFIX))) {
            limitTo(Binder.get(environment).bindOrCreate(GatewayProperties.PREFIX, GatewayProperties.class));
        }
    }

    private void limitTo(GatewayProperties properties) {
        limit(SIGN_IN, properties.signInsPerMinute(), MINUTE);
        limit(SIGN_IN_START, properties.signInStartsPerMinute(), MINUTE);
        limit(REGISTRATION, properties.registrationsPerHour(), HOUR);
        limit(SMS_CODE, properties.smsCodesPerHour(), HOUR);
        limit(SELF_CHECK, properties.selfChecksPerMinute(), MINUTE);
    }

    private void limit(String what, int count, int seconds) {
        waits.put(what, secondsForOne(count, seconds));
        limiter.getConfig().put(what, bucket(count, seconds));
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
        return isAllowed(exchange, limit)
                .flatMap(allowed -> allowed ? chain.filter(exchange) : problems.write(exchange, refused(limit)));
    }

    /** For what the gateway answers itself, and no filter of a route sees. */
    @Override
    public Mono<Void> admit(ServerWebExchange exchange) {
        return isAllowed(exchange, SIGN_IN_START)
                .flatMap(allowed -> allowed ? Mono.empty() : Mono.error(refused(SIGN_IN_START)));
    }

    private Mono<Boolean> isAllowed(ServerWebExchange exchange, String limit) {
        return limiter.isAllowed(limit, AddressBlock.of(addresses.of(exchange.getRequest())))
                .map(RateLimiter.Response::isAllowed);
    }

    private ProblemException refused(String limit) {
        int seconds = Objects.requireNonNull(waits.get(limit));
        return new ProblemException(
                CommonProblem.TOO_MANY_REQUESTS,
                seconds > MINUTE ? "操作过于频繁，请 " + seconds / MINUTE + " 分钟后再试" : "操作过于频繁，请一分钟后再试",
                Map.of("retryAfterSeconds", seconds));
    }

    /** Seconds, at least a minute, until an empty bucket holds enough for one request. */
    private static int secondsForOne(int count, int seconds) {
        return Math.max(MINUTE, Math.ceilDiv(seconds, count));
    }

    private static @Nullable String limitOf(ServerWebExchange exchange) {
        HttpMethod method = exchange.getRequest().getMethod();
        PathContainer path = exchange.getRequest().getPath().pathWithinApplication();
        if (HttpMethod.GET.equals(method) || HttpMethod.HEAD.equals(method)) {
            return STARTS.stream().anyMatch(start -> start.matches(path)) ? SIGN_IN_START : null;
        }
        if (!HttpMethod.POST.equals(method)) {
            return null;
        }
        return LIMITED.entrySet().stream()
                .filter(limited -> limited.getKey().matches(path))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    /** So many at once, and so many in each period: each costs the period's seconds, of which {@code count} flow in per second. */
    private static RedisRateLimiter.Config bucket(int count, int seconds) {
        return new RedisRateLimiter.Config()
                .setReplenishRate(count)
                .setBurstCapacity((long) count * seconds)
                .setRequestedTokens(seconds);
    }
}
