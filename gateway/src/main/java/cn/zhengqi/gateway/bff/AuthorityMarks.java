package cn.zhengqi.gateway.bff;

import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Which accounts changed while they were signed in, as auth-service tells it: a role was given or taken or means something
 * else, or the account was disabled. A mark is a new value each time and lives longer than a token.
 */
@Component
class AuthorityMarks {

    /** Named by auth-service. */
    private static final String KEY = "zq:authority:";

    private final ReactiveStringRedisTemplate redis;

    AuthorityMarks(ReactiveStringRedisTemplate redis) {
        this.redis = redis;
    }

    /** The mark of the account that the token was given to; empty text when there is none. */
    Mono<String> of(String accessToken) {
        String account = Claims.of(accessToken).account();
        return account == null
                ? Mono.just("")
                : redis.opsForValue().get(KEY + account).defaultIfEmpty("");
    }
}
