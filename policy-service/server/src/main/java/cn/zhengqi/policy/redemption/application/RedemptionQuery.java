package cn.zhengqi.policy.redemption.application;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.LikePattern;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.Sort;
import cn.zhengqi.policy.desk.DueDays;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which applications are wanted, in the form the database needs. The scope is a part of it: there is no query without one.
 *
 * @param holding one of which it has to be in; empty: whichever
 * @param lapsed only those that wait to be paid, do not fit any more and over which nobody has decided; not what the treasury has
 */
record RedemptionQuery(
        DataScope scope,
        @Nullable String pattern,
        @Nullable RedemptionStatus status,
        @Nullable UUID projectId,
        @Nullable Instant from,
        @Nullable Instant before,
        DueDays.@Nullable Between due,
        List<RedemptionStatus> holding,
        boolean accountWanted,
        boolean lapsed,
        Order order,
        boolean ascending) {

    enum Order {
        SUBMITTED_AT,
        CHANGED_AT,
        AMOUNT,
        /** By the promised date; what has none comes last. */
        DUE_AT
    }

    /** @throws ProblemException VALIDATION_FAILED when the days are the wrong way round or the order is unknown */
    static RedemptionQuery of(
            DataScope scope, RedemptionFilter filter, @Nullable String sort, DueDays.@Nullable Between due) {
        BusinessTime.requirePeriod(filter.from(), filter.to());
        Sort<Order> order = Sort.parse(
                sort,
                Map.of(
                        "submittedAt",
                        Order.SUBMITTED_AT,
                        "changedAt",
                        Order.CHANGED_AT,
                        "amount",
                        Order.AMOUNT,
                        "dueAt",
                        Order.DUE_AT));
        return new RedemptionQuery(
                scope,
                LikePattern.containing(filter.q()),
                filter.status(),
                filter.projectId(),
                filter.from() == null ? null : BusinessTime.startOf(filter.from()),
                filter.to() == null ? null : BusinessTime.endOf(filter.to()),
                due,
                holding(filter),
                Boolean.TRUE.equals(filter.accountWanted()),
                Boolean.TRUE.equals(filter.lapsed()),
                order == null ? Order.SUBMITTED_AT : order.by(),
                order != null && order.ascending());
    }

    private static List<RedemptionStatus> holding(RedemptionFilter filter) {
        if (filter.money() != null) {
            return filter.money().statuses();
        }
        // What waits for a decision may be in a batch already, and says itself in which states that is.
        boolean payable = Boolean.TRUE.equals(filter.payable()) && !Boolean.TRUE.equals(filter.lapsed());
        return payable ? RedemptionStatus.PAYABLE : List.of();
    }

    /** Its own, what changed last first. */
    static RedemptionQuery ofEnterprise(UUID enterpriseId, @Nullable RedemptionStatus status) {
        return new RedemptionQuery(
                DataScope.ofEnterprise(enterpriseId),
                null,
                status,
                null,
                null,
                null,
                null,
                List.of(),
                false,
                false,
                Order.CHANGED_AT,
                false);
    }
}
