package cn.zhengqi.finance.activity;

import cn.zhengqi.kernel.LikePattern;
import cn.zhengqi.kernel.Sort;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which sign-ups are wanted, in the form the database needs.
 *
 * @param enterpriseId whose; absent: of all
 * @param pattern for {@code ilike}
 */
record SignUpQuery(
        @Nullable UUID enterpriseId,
        @Nullable UUID activityId,
        @Nullable SignUpStatus status,
        @Nullable Boolean checkedIn,
        @Nullable String pattern,
        Order order,
        boolean ascending) {

    enum Order {
        SIGNED_UP_AT,
        ENTERPRISE,
        PEOPLE,
        CHECKED_IN_AT
    }

    private static final Map<String, Order> ORDERS = Map.of(
            "signedUpAt", Order.SIGNED_UP_AT,
            "enterpriseName", Order.ENTERPRISE,
            "people", Order.PEOPLE,
            "checkedInAt", Order.CHECKED_IN_AT);

    /**
     * What the organiser's list is narrowed by.
     *
     * @param q part of the name of an enterprise
     * @param sort {@code field,asc} or {@code field,desc}
     */
    record Filter(
            @Nullable @Size(max = 100, message = "关键词不超过 100 字")
            String q,

            @Nullable UUID activityId,
            @Nullable SignUpStatus status,
            @Nullable Boolean checkedIn,
            @Nullable String sort) {}

    static SignUpQuery mine(UUID enterprise, @Nullable UUID activity, @Nullable SignUpStatus status) {
        return new SignUpQuery(enterprise, activity, status, null, null, Order.SIGNED_UP_AT, false);
    }

    /** In the order in which they signed up. @throws ProblemException VALIDATION_FAILED for an order that there is not */
    static SignUpQuery managed(Filter filter) {
        Sort<Order> order = Sort.parse(filter.sort(), ORDERS);
        return new SignUpQuery(
                null,
                filter.activityId(),
                filter.status(),
                filter.checkedIn(),
                LikePattern.containing(filter.q()),
                order == null ? Order.SIGNED_UP_AT : order.by(),
                order == null || order.ascending());
    }
}
