package cn.zhengqi.gateway.openapi;

import cn.zhengqi.auth.api.OpenApiKeys.UsableKey;
import cn.zhengqi.kernel.BusinessTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * How often a key may be used, counted in Redis by all copies of the gateway: by the minute, and by the day of the district. What is refused does not count.
 * A nonce is kept for as long as its request could come again.
 */
@Component
class Quotas {

    private static final String PREFIX = "zq:openapi:";
    private static final long MINUTE = 60;

    /** A request may be early by one window and come again until it is late by another. */
    private static final Duration NONCE_KEPT =
            MessageSignature.WINDOW.multipliedBy(2).plusMinutes(1);

    @SuppressWarnings("rawtypes")
    private static final RedisScript<List> COUNT = RedisScript.of("""
            local minute = tonumber(redis.call('get', KEYS[1]) or '0')
            local day = tonumber(redis.call('get', KEYS[2]) or '0')
            if minute >= tonumber(ARGV[1]) or day >= tonumber(ARGV[2]) then
              return {0, minute, day}
            end
            minute = redis.call('incr', KEYS[1])
            day = redis.call('incr', KEYS[2])
            redis.call('expire', KEYS[1], 120)
            redis.call('expire', KEYS[2], 90000)
            return {1, minute, day}
            """, List.class);

    private final ReactiveStringRedisTemplate redis;

    Quotas(ReactiveStringRedisTemplate redis) {
        this.redis = redis;
    }

    /**
     * What is left of both quotas after this request.
     *
     * @param allowed whether it is within them
     */
    record Left(
            boolean allowed, int perMinute, long minuteLeft, long minuteEnds, int perDay, long dayLeft, long dayEnds) {

        /** As the IETF's draft on rate limit fields says it. */
        String policy() {
            return "\"minute\";q=%d;w=60, \"day\";q=%d;w=86400".formatted(perMinute, perDay);
        }

        String limit() {
            return "\"minute\";r=%d;t=%d, \"day\";r=%d;t=%d".formatted(minuteLeft, minuteEnds, dayLeft, dayEnds);
        }

        /** Seconds until there is something left again. */
        long retryAfter() {
            return dayLeft == 0 ? dayEnds : minuteEnds;
        }
    }

    Mono<Left> count(UsableKey key, Instant now) {
        long minute = now.getEpochSecond() / MINUTE;
        LocalDate day = BusinessTime.dayOf(now);
        List<String> keys =
                List.of(PREFIX + "minute:" + key.keyId() + ":" + minute, PREFIX + "day:" + key.keyId() + ":" + day);
        return redis.execute(COUNT, keys, List.of(Integer.toString(key.perMinute()), Integer.toString(key.perDay())))
                .next()
                .map(answer -> new Left(
                        number(answer, 0) == 1,
                        key.perMinute(),
                        Math.max(0, key.perMinute() - number(answer, 1)),
                        MINUTE - now.getEpochSecond() % MINUTE,
                        key.perDay(),
                        Math.max(0, key.perDay() - number(answer, 2)),
                        Math.max(
                                1,
                                Duration.between(now, BusinessTime.endOf(day)).toSeconds())));
    }

    /** Whether nobody has used this nonce with this key before. */
    Mono<Boolean> isNew(String keyId, String nonce) {
        return redis.opsForValue().setIfAbsent(PREFIX + "nonce:" + keyId + ":" + nonce, "", NONCE_KEPT);
    }

    private static long number(List<?> answer, int at) {
        return ((Number) answer.get(at)).longValue();
    }
}
