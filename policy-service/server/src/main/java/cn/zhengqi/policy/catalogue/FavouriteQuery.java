package cn.zhengqi.policy.catalogue;

import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.Sort;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which favourites of an enterprise are wanted.
 *
 * @param patterns each has to occur in the policy, as {@code like} patterns
 * @param day of which the status is asked
 */
record FavouriteQuery(UUID enterprise, List<String> patterns, LocalDate day, Order order, boolean ascending) {

    enum Order {
        ADDED,
        TITLE,
        VALID_TO
    }

    private static final Map<String, Order> ORDERS =
            Map.of("addedAt", Order.ADDED, "title", Order.TITLE, "validTo", Order.VALID_TO);

    /** @throws ProblemException VALIDATION_FAILED for an order that there is not */
    static FavouriteQuery of(UUID enterprise, @Nullable String words, LocalDate day, @Nullable String sort) {
        Sort<Order> asked = Sort.parse(sort, ORDERS);
        return new FavouriteQuery(
                enterprise,
                words == null
                        ? List.of()
                        : SearchText.terms(words).stream()
                                .map(SearchText::pattern)
                                .toList(),
                day,
                asked == null ? Order.ADDED : asked.by(),
                asked != null && asked.ascending());
    }
}
