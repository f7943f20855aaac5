package cn.zhengqi.gateway.openapi;

import cn.zhengqi.gateway.GatewayProperties;
import cn.zhengqi.kernel.AddressBlock;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * How often an address was refused of late, before its signature counted: a bucket that leaks so many a minute. Whoever fills it is heard again when there is room,
 * and costs nobody a question until then. Kept by each copy of the gateway for itself: it guards what stands behind that copy, and must cost no question either.
 */
@Component
class Refusals {

    private static final int ADDRESSES = 50_000;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Cache<String, Level> levels = Caffeine.newBuilder()
            .maximumSize(ADDRESSES)
            .expireAfterWrite(MINUTE)
            .build();
    private final int perMinute;
    private final Clock clock;

    Refusals(GatewayProperties properties, Clock clock) {
        this.perMinute = Math.max(1, properties.openapiRefusalsPerMinute());
        this.clock = clock;
    }

    private record Level(double filled, Instant at) {}

    void count(String address) {
        Instant now = clock.instant();
        levels.asMap()
                .merge(
                        AddressBlock.of(address),
                        new Level(1, now),
                        (before, one) -> new Level(leaked(before, now) + one.filled(), now));
    }

    boolean areTooMany(String address) {
        Level level = levels.getIfPresent(AddressBlock.of(address));
        return level != null && leaked(level, clock.instant()) > perMinute - 1;
    }

    /** Seconds until a full bucket has room for one. */
    int retryAfter() {
        return Math.ceilDiv((int) MINUTE.toSeconds(), perMinute);
    }

    private double leaked(Level level, Instant now) {
        double minutes = (double) Duration.between(level.at(), now).toMillis() / MINUTE.toMillis();
        return Math.max(0, level.filled() - minutes * perMinute);
    }
}
