package cn.zhengqi.finance.activity;

import cn.zhengqi.kernel.LikePattern;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.Sort;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which activities are wanted, in the form the database needs.
 *
 * @param shown only those that the public sees
 * @param over only those that are over, or only those that are not
 * @param pattern for {@code ilike}
 */
record ActivityQuery(
        boolean shown,
        @Nullable ActivityStatus status,
        @Nullable Boolean over,
        @Nullable String pattern,
        Instant now,
        Order order,
        boolean ascending) {

    enum Order {
        SHOWN,
        CHANGED_AT,
        STARTS_AT,
        TITLE,
        TAKEN
    }

    private static final Map<String, Order> ORDERS = Map.of(
            "changedAt", Order.CHANGED_AT,
            "startsAt", Order.STARTS_AT,
            "title", Order.TITLE,
            "taken", Order.TAKEN);

    static ActivityQuery ofPublic(@Nullable String words, @Nullable Boolean over, Instant now) {
        return new ActivityQuery(true, null, over, LikePattern.containing(words), now, Order.SHOWN, true);
    }

    /** @throws ProblemException VALIDATION_FAILED for an order that there is not */
    static ActivityQuery managed(ActivityFilter filter, Instant now) {
        Sort<Order> order = Sort.parse(filter.sort(), ORDERS);
        return new ActivityQuery(
                false,
                filter.status(),
                filter.over(),
                LikePattern.containing(filter.q()),
                now,
                order == null ? Order.CHANGED_AT : order.by(),
                order != null && order.ascending());
    }
}
