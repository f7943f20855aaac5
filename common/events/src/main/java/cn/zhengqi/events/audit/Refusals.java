package cn.zhengqi.events.audit;

import cn.zhengqi.web.security.AccessRefused;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who asked for what they may not, as 操作日志 shows it: by the first try of an account at a route, and then at most once an hour in each copy of the service. One who
 * tries without end fills no log by it, and has tried no less.
 */
public final class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final Duration ONCE_IN = Duration.ofHours(1);

    /** More than a day's people try in an hour; beyond it somebody is on record twice. */
    private static final int MOST_REMEMBERED = 10_000;

    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Cache<Tried, Boolean> told;

    Refusals(AuditTrail audit, PlatformTransactionManager transactions) {
        this(audit, transactions, Ticker.systemTicker());
    }

    Refusals(AuditTrail audit, PlatformTransactionManager transactions, Ticker time) {
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.told = Caffeine.newBuilder()
                .expireAfterWrite(ONCE_IN)
                .maximumSize(MOST_REMEMBERED)
                .ticker(time)
                .build();
    }

    private record Tried(String caller, String route) {}

    private enum Attempt implements AuditAction {
        ACCESS_REFUSED;

        @Override
        public String label() {
            return "无权访问，已拒绝";
        }

        @Override
        public String subjectKind() {
            return "接口";
        }
    }

    /** The refusal stands whether or not it can be written down: it is tried again with the next. */
    @EventListener
    void onRefusal(AccessRefused refused) {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        if (caller == null) {
            return;
        }
        Tried tried = new Tried(caller.getName(), refused.route());
        if (told.asMap().putIfAbsent(tried, Boolean.TRUE) != null) {
            return;
        }
        try {
            transaction.executeWithoutResult(status ->
                    audit.changed(Attempt.ACCESS_REFUSED, idOf(refused.route()), refused.route(), null, null));
        } catch (RuntimeException failure) {
            told.invalidate(tried);
            LOG.warn("A refusal of {} is not on record: {}", refused.route(), failure.toString());
        }
    }

    /** The same for a route in every copy, so that all who tried it are found together. */
    private static UUID idOf(String route) {
        return UUID.nameUUIDFromBytes(route.getBytes(StandardCharsets.UTF_8));
    }
}
