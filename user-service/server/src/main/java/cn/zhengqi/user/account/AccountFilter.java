package cn.zhengqi.user.account;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.kernel.LikePattern;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.Sort;
import cn.zhengqi.kernel.UserType;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts a list shows.
 *
 * @param q part of the person's or the enterprise's name
 * @param sort {@code field,asc} or {@code field,desc}; newest first when absent
 */
record AccountFilter(
        @Nullable @Size(max = 100) String q,
        @Nullable UserType userType,
        @Nullable Boolean enabled,
        @Nullable String sort) {

    /** What can be sorted by. */
    enum Order {
        REGISTERED_AT,
        DISPLAY_NAME
    }

    private static final Map<String, Order> ORDERS =
            Map.of("registeredAt", Order.REGISTERED_AT, "displayName", Order.DISPLAY_NAME);

    /**
     * In the form the database needs.
     *
     * @param scope institutions whose people the caller sees; absent: of all
     * @param people of enterprises whom the caller sees, where they see those of all institutions
     */
    record Query(
            AccountFilter filter,
            @Nullable List<UUID> scope,
            DataScope people,
            @Nullable String pattern,
            Order order,
            boolean ascending) {}

    /** @throws ProblemException VALIDATION_FAILED for an order that there is not */
    Query within(@Nullable List<UUID> scope, DataScope people) {
        Sort<Order> asked = Sort.parse(sort, ORDERS);
        return new Query(
                this,
                scope,
                people,
                LikePattern.containing(q),
                asked == null ? Order.REGISTERED_AT : asked.by(),
                asked != null && asked.ascending());
    }
}
