package cn.zhengqi.auth.staff;

import cn.zhengqi.auth.api.AccountStatusChanged;
import cn.zhengqi.auth.api.SignInsChanged;
import cn.zhengqi.auth.session.AuthorityChanged;
import cn.zhengqi.events.EventHandler;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.user.api.MemberJoined;
import cn.zhengqi.user.api.MemberLeft;
import cn.zhengqi.user.api.RolePermissionsChanged;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Tells the gateway whose tokens are out of date. It compares the mark with the one that it saw when it got the token, and
 * renews the token when they differ; a mark is a fresh value each time, so no clocks are compared. Marks outlive the tokens
 * that were given before them.
 */
@Configuration(proxyBeanMethods = false)
class AuthorityMarks {

    /** The gateway looks for this name. */
    static final String KEY = "zq:authority:";

    private static final Logger LOG = LoggerFactory.getLogger(AuthorityMarks.class);

    private final StringRedisTemplate redis;
    private final Duration life;

    AuthorityMarks(
            StringRedisTemplate redis, @Value("${zhengqi.authorization.access-token-life:5m}") Duration tokenLife) {
        this.redis = redis;
        this.life = tokenLife.plusMinutes(2);
    }

    /** At once; should Redis or this process be away at this moment, the event does it, which comes until it has worked. */
    @TransactionalEventListener
    void on(AuthorityChanged changed) {
        try {
            set(changed.accountId(), changed.event());
        } catch (DataAccessException unreachable) {
            LOG.warn("The gateway was not told at once that account {} changed", changed.accountId(), unreachable);
        }
    }

    /** Where its own mark still stands, it was done at once: another would only have each browser ask for one token more. */
    @Bean
    EventHandler<SignInsChanged> signInMarks() {
        return EventHandler.on(SignInsChanged.class, "AuthorityMarks.SignInsChanged", (changed, meta) -> {
            if (!meta.id().toString().equals(redis.opsForValue().get(KEY + changed.accountId()))) {
                mark(List.of(changed.accountId()));
            }
        });
    }

    @Bean
    EventHandler<AccountStatusChanged> accountStatusMarks() {
        return EventHandler.on(
                AccountStatusChanged.class,
                "AuthorityMarks.AccountStatusChanged",
                (changed, meta) -> mark(List.of(changed.accountId())));
    }

    @Bean
    EventHandler<MemberJoined> memberJoinedMarks() {
        return EventHandler.on(
                MemberJoined.class, "AuthorityMarks.MemberJoined", (joined, meta) -> mark(List.of(joined.accountId())));
    }

    @Bean
    EventHandler<MemberLeft> memberLeftMarks() {
        return EventHandler.on(
                MemberLeft.class, "AuthorityMarks.MemberLeft", (left, meta) -> mark(List.of(left.accountId())));
    }

    @Bean
    EventHandler<RolePermissionsChanged> roleMarks() {
        return EventHandler.on(
                RolePermissionsChanged.class,
                "AuthorityMarks.RolePermissionsChanged",
                (changed, meta) -> mark(changed.accountIds()));
    }

    private void mark(List<UUID> accountIds) {
        accountIds.forEach(id -> set(id, Ids.next()));
    }

    private void set(UUID accountId, UUID mark) {
        redis.opsForValue().set(KEY + accountId, mark.toString(), life);
    }
}
