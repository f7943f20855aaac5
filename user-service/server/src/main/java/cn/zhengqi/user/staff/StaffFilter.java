package cn.zhengqi.user.staff;

import cn.zhengqi.kernel.LikePattern;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.Sort;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts of institutions a list shows.
 *
 * @param q part of the person's name
 * @param role code of a role that the person has there
 * @param granted false: those who were given no role yet
 * @param sort {@code field,asc} or {@code field,desc}; newest first when absent
 */
record StaffFilter(
        @Nullable @Size(max = 50) String q,
        @Nullable UUID institutionId,
        @Nullable @Size(max = 50) String role,
        @Nullable Boolean granted,
        @Nullable Boolean enabled,
        @Nullable String sort) {

    static final StaffFilter ALL = new StaffFilter(null, null, null, null, null, null);

    /** What can be sorted by. */
    enum Order {
        REGISTERED_AT,
        DISPLAY_NAME,
        INSTITUTION_NAME
    }

    private static final Map<String, Order> ORDERS = Map.of(
            "registeredAt", Order.REGISTERED_AT,
            "displayName", Order.DISPLAY_NAME,
            "institutionName", Order.INSTITUTION_NAME);

    /**
     * In the form the database needs. The scope is a part of it.
     *
     * @param scope institutions whose people the caller sees; absent: all
     * @param accountId the one that is looked for
     */
    record Query(
            StaffFilter filter,
            @Nullable List<UUID> scope,
            @Nullable UUID accountId,
            @Nullable String pattern,
            Order order,
            boolean ascending) {}

    /** @throws ProblemException VALIDATION_FAILED for an order that there is not */
    Query within(@Nullable List<UUID> scope) {
        return of(scope, null);
    }

    static Query one(UUID account, @Nullable List<UUID> scope) {
        return ALL.of(scope, account);
    }

    private Query of(@Nullable List<UUID> scope, @Nullable UUID account) {
        Sort<Order> asked = Sort.parse(sort, ORDERS);
        return new Query(
                this,
                scope,
                account,
                LikePattern.containing(q),
                asked == null ? Order.REGISTERED_AT : asked.by(),
                asked != null && asked.ascending());
    }
}
