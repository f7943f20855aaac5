package cn.zhengqi.policy.declaration;

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
 * Which declarations are wanted, in the form the database needs. The scope is a part of it: there is no query without one.
 *
 * @param drafts whether drafts are among them: only where their enterprise asks
 * @param handler who has to have taken them on
 * @param desk whose turn it has to be
 * @param due between what moments its step has to be promised
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
        @Nullable AtDesk desk,
        DueDays.@Nullable Between due,
        Order order,
        boolean ascending) {

    /** Where somebody acts, and who they are: what nobody has taken on waits for all of them who may take it on. */
    record AtDesk(List<UUID> institutions, UUID person) {}

    enum Order {
        SUBMITTED_AT,
        CHANGED_AT,
        /** By the promised date; what has none comes last. */
        DUE_AT
    }

    /** @throws ProblemException VALIDATION_FAILED when the days are the wrong way round or the order is unknown */
    static DeclarationQuery of(
            DataScope scope,
            DeclarationFilter filter,
            @Nullable String sort,
            AtDesk caller,
            DueDays.@Nullable Between due) {
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
                Boolean.TRUE.equals(filter.mine()) ? caller.person() : null,
                Boolean.TRUE.equals(filter.waiting()) ? caller : null,
                due,
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
                null,
                Order.CHANGED_AT,
                false);
    }
}
