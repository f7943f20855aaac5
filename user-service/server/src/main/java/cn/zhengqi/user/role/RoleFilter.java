package cn.zhengqi.user.role;

import cn.zhengqi.kernel.LikePattern;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.Sort;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which roles a list shows.
 *
 * @param q part of the name
 * @param sort {@code field,asc} or {@code field,desc}; preset ones first when absent
 */
record RoleFilter(
        @Nullable @Size(max = 50) String q,
        @Nullable Boolean preset,
        @Nullable String sort) {

    /** What can be sorted by. */
    enum Order {
        PRESET_FIRST,
        NAME,
        PERMISSIONS,
        MEMBERS,
        UPDATED_AT
    }

    private static final Map<String, Order> ORDERS = Map.of(
            "name", Order.NAME,
            "permissions", Order.PERMISSIONS,
            "members", Order.MEMBERS,
            "updatedAt", Order.UPDATED_AT);

    /**
     * In the form the database needs.
     *
     * @param scope institutions whose roles the caller sees; absent: all
     * @param type of the caller's institution, whose preset roles they see
     */
    record Query(
            RoleFilter filter,
            @Nullable String pattern,
            @Nullable List<UUID> scope,
            @Nullable String type,
            Order order,
            boolean ascending) {}

    /** @throws ProblemException VALIDATION_FAILED for an order that there is not */
    Query within(@Nullable List<UUID> scope, @Nullable String type) {
        Sort<Order> asked = Sort.parse(sort, ORDERS);
        return new Query(
                this,
                LikePattern.containing(q),
                scope,
                type,
                asked == null ? Order.PRESET_FIRST : asked.by(),
                asked != null && asked.ascending());
    }
}
