package cn.zhengqi.finance.coordination;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.LikePattern;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.Sort;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which visits, cases or recommendations are wanted, in the form the database needs. How far who asks reaches is a part of it.
 *
 * @param from first moment, and {@code fromDay} the day that it begins
 * @param before first moment that is too late, and {@code toDay} the day that it ends
 */
record CoordinationQuery(
        DataScope scope,
        @Nullable String pattern,
        @Nullable String townCode,
        @Nullable UUID bankId,
        @Nullable CaseStatus status,
        @Nullable RecommendationStatus answer,
        @Nullable String reason,
        @Nullable Boolean needed,
        @Nullable LocalDate fromDay,
        @Nullable LocalDate toDay,
        @Nullable Instant from,
        @Nullable Instant before,
        Order order,
        boolean ascending) {

    enum Order {
        TIME,
        AMOUNT,
        NAME
    }

    private static final Map<String, Order> ORDERS = Map.of(
            "visitedOn", Order.TIME,
            "declaredAt", Order.TIME,
            "recommendedAt", Order.TIME,
            "amount", Order.AMOUNT,
            "enterpriseName", Order.NAME);

    /** @throws ProblemException VALIDATION_FAILED when the days are the wrong way round or the order is unknown */
    static CoordinationQuery of(DataScope scope, CoordinationFilter filter, @Nullable String sort) {
        BusinessTime.requirePeriod(filter.from(), filter.to());
        Sort<Order> order = Sort.parse(sort, ORDERS);
        return new CoordinationQuery(
                scope,
                LikePattern.containing(filter.q()),
                filter.townCode(),
                filter.bankId(),
                filter.status(),
                filter.answer(),
                filter.reason(),
                filter.needed(),
                filter.from(),
                filter.to(),
                filter.from() == null ? null : BusinessTime.startOf(filter.from()),
                filter.to() == null ? null : BusinessTime.endOf(filter.to()),
                order == null ? Order.TIME : order.by(),
                order != null && order.ascending());
    }
}
