package cn.zhengqi.events.audit;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.web.security.AccessRefused;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What was tried in vain, as 操作日志 shows it: by the first try of an account at a route, of a command also by the first at each thing and for each reason, and then
 * at most once an hour in each copy of the service; of one account so many an hour and no more. One who tries without end fills no log by it, and has tried no less.
 */
public final class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final Duration ONCE_IN = Duration.ofHours(1);

    /** More than a day's people try in an hour; beyond it somebody is on record twice. */
    private static final int MOST_REMEMBERED = 10_000;

    /** More than anybody is refused who works; who makes up ids gets so far. */
    static final int MOST_OF_ONE = 60;

    private static final int ID_LENGTH = 36;

    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Cache<Tried, Boolean> told;
    private final Cache<String, AtomicInteger> ofOne;

    Refusals(AuditTrail audit, PlatformTransactionManager transactions) {
        this(audit, transactions, Ticker.systemTicker());
    }

    Refusals(AuditTrail audit, PlatformTransactionManager transactions, Ticker time) {
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.told = remembering(time);
        this.ofOne = remembering(time);
    }

    private static <K, V> Cache<K, V> remembering(Ticker time) {
        return Caffeine.newBuilder()
                .expireAfterWrite(ONCE_IN)
                .maximumSize(MOST_REMEMBERED)
                .ticker(time)
                .build();
    }

    private record Tried(
            String caller,
            String route,
            String problem,
            @Nullable String object) {}

    @EventListener
    void onRefusal(AccessRefused refused) {
        CommonProblem code = CommonProblem.FORBIDDEN;
        record(Refusal.ACCESS_REFUSED, refused.route(), new Refusal.Because(code.name(), code.title(), null));
    }

    /** Called when the request is over and its transaction with it. */
    void onCommand(String route, Refusal.Because because) {
        record(Refusal.COMMAND_REFUSED, route, because);
    }

    /** The refusal stands whether or not it can be written down: it is tried again with the next. */
    private void record(Refusal refusal, String route, Refusal.Because because) {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        if (caller == null || caller instanceof AnonymousAuthenticationToken) {
            return;
        }
        Tried tried = new Tried(caller.getName(), route, because.problem(), because.object());
        if (told.getIfPresent(tried) != null
                || ofOne.get(caller.getName(), anew -> new AtomicInteger()).incrementAndGet() > MOST_OF_ONE
                || told.asMap().putIfAbsent(tried, Boolean.TRUE) != null) {
            return;
        }
        try {
            transaction.executeWithoutResult(
                    status -> audit.changed(refusal, subjectOf(route, because), route, null, because));
        } catch (RuntimeException failure) {
            told.invalidate(tried);
            LOG.warn("A refusal of {} is not on record: {}", route, failure.toString());
        }
    }

    /** The one thing that it was tried on, found by its id with all that was done to it; else the same for a route in every copy. */
    private static UUID subjectOf(String route, Refusal.Because because) {
        String object = because.object();
        return object != null && object.length() == ID_LENGTH
                ? UUID.fromString(object)
                : UUID.nameUUIDFromBytes(route.getBytes(StandardCharsets.UTF_8));
    }
}
