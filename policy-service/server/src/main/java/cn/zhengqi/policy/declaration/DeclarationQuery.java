package cn.zhengqi.policy.declaration;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.LikePattern;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.Sort;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which declarations are wanted, in the form the database needs. The scope is a part of it: there is no query without one.
 *
 * @param drafts whether drafts are among them: only where their enterprise asks
 * @param handler who has to have taken them on
 * @param overdueAt moment at which the promised date has to be over without an answer
 */
record DeclarationQuery(
        DataScope scope,
        boolean drafts,
        @Nullable String pattern,
        @Nullable DeclarationStatus status,
        @Nullable UUID projectId,
        @Nullable Instant from,
        @Nullable Instant before,
        @Nullable UUID handler,
        @Nullable Instant overdueAt,
        Order order,
        boolean ascending) {

    enum Order {
        SUBMITTED_AT,
        CHANGED_AT,
        /** By the promised date; what has none comes last. */
        DUE_AT
    }

    /** @throws ProblemException VALIDATION_FAILED when the days are the wrong way round or the order is unknown */
    static DeclarationQuery of(
            DataScope scope, DeclarationFilter filter, @Nullable String sort, UUID caller, Instant now) {
        BusinessTime.requirePeriod(filter.from(), filter.to());
        Sort<Order> order = Sort.parse(
                sort, Map.of("submittedAt", Order.SUBMITTED_AT, "changedAt", Order.CHANGED_AT, "dueAt", Order.DUE_AT));
        return new DeclarationQuery(
                scope,
                false,
                LikePattern.containing(filter.q()),
                filter.status(),
                filter.projectId(),
                filter.from() == null ? null : BusinessTime.startOf(filter.from()),
                filter.to() == null ? null : BusinessTime.endOf(filter.to()),
                Boolean.TRUE.equals(filter.mine()) ? caller : null,
                Boolean.TRUE.equals(filter.overdue()) ? now : null,
                order == null ? Order.SUBMITTED_AT : order.by(),
                order != null && order.ascending());
    }

    /** Its own, drafts too, what changed last first. */
    static DeclarationQuery ofEnterprise(UUID enterpriseId, @Nullable DeclarationStatus status) {
        return new DeclarationQuery(
                DataScope.ofEnterprise(enterpriseId),
                true,
                null,
                status,
                null,
                null,
                null,
                null,
                null,
                Order.CHANGED_AT,
                false);
    }
}
