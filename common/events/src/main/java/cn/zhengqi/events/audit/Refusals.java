package cn.zhengqi.events.audit;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.web.security.AccessRefused;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
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
    private final Function<String, Optional<String>> intentions;
    private final Cache<Tried, Boolean> told;
    private final Cache<String, AtomicInteger> ofOne;

    /** @param intentions what people call that which a route does */
    Refusals(AuditTrail audit, PlatformTransactionManager transactions, Function<String, Optional<String>> intentions) {
        this(audit, transactions, intentions, Ticker.systemTicker());
    }

    Refusals(
            AuditTrail audit,
            PlatformTransactionManager transactions,
            Function<String, Optional<String>> intentions,
            Ticker time) {
        this.audit = audit;
        this.intentions = intentions;
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
        record(Refusal.ACCESS_REFUSED, refused.route(), code.name(), code.title(), null);
    }

    /** Called when the request is over and its transaction with it. */
    void onCommand(String route, String problem, String reason, @Nullable String object) {
        record(Refusal.COMMAND_REFUSED, route, problem, reason, object);
    }

    /** The refusal stands whether or not it can be written down: it is tried again with the next. */
    private void record(Refusal refusal, String route, String problem, String reason, @Nullable String object) {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        if (caller == null || caller instanceof AnonymousAuthenticationToken) {
            return;
        }
        Tried tried = new Tried(caller.getName(), route, problem, object);
        if (told.getIfPresent(tried) != null
                || ofOne.get(caller.getName(), anew -> new AtomicInteger()).incrementAndGet() > MOST_OF_ONE
                || told.asMap().putIfAbsent(tried, Boolean.TRUE) != null) {
            return;
        }
        try {
            Refusal.Because because = new Refusal.Because(
                    problem, reason, object, intentions.apply(route).orElse(null));
            transaction.executeWithoutResult(
                    status -> audit.changed(refusal, subjectOf(route, object), route, null, because));
        } catch (RuntimeException failure) {
            told.invalidate(tried);
            LOG.warn("A refusal of {} is not on record: {}", route, failure.toString());
        }
    }

    /** The one thing that it was tried on, found by its id with all that was done to it; else the same for a route in every copy. */
    private static UUID subjectOf(String route, @Nullable String object) {
        return object != null && object.length() == ID_LENGTH
                ? UUID.fromString(object)
                : UUID.nameUUIDFromBytes(route.getBytes(StandardCharsets.UTF_8));
    }
}
