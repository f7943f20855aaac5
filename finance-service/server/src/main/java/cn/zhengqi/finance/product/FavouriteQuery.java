package cn.zhengqi.finance.product;

import cn.zhengqi.kernel.LikePattern;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.Sort;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which favourites of an enterprise are wanted.
 *
 * @param pattern for {@code ilike}
 */
record FavouriteQuery(UUID enterprise, @Nullable String pattern, Order order, boolean ascending) {

    enum Order {
        ADDED,
        TITLE,
        MAX_AMOUNT
    }

    private static final Map<String, Order> ORDERS =
            Map.of("addedAt", Order.ADDED, "title", Order.TITLE, "maxAmountWan", Order.MAX_AMOUNT);

    /** @throws ProblemException VALIDATION_FAILED for an order that there is not */
    static FavouriteQuery of(UUID enterprise, @Nullable String words, @Nullable String sort) {
        Sort<Order> asked = Sort.parse(sort, ORDERS);
        return new FavouriteQuery(
                enterprise,
                LikePattern.containing(words),
                asked == null ? Order.ADDED : asked.by(),
                asked != null && asked.ascending());
    }
}
