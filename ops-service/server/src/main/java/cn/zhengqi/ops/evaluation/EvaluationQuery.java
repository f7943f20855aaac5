package cn.zhengqi.ops.evaluation;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.LikePattern;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.Sort;
import cn.zhengqi.ops.api.CaseKind;
import cn.zhengqi.ops.api.Grade;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which evaluations are wanted, in the form the database needs. Who asks is a part of it.
 *
 * @param reach null: everybody, of figures alone
 * @param from first moment of evaluation
 * @param before first moment that is too late
 */
record EvaluationQuery(
        @Nullable EvaluationReach reach,
        @Nullable String pattern,
        @Nullable CaseKind caseKind,
        @Nullable Grade grade,
        @Nullable UUID institutionId,
        @Nullable EvaluationState state,
        @Nullable Publication publication,
        @Nullable Instant from,
        @Nullable Instant before,
        Order order,
        boolean ascending) {

    enum Order {
        GIVEN_AT,
        FINISHED_AT,
        GRADE
    }

    private static final Map<String, Order> ORDERS =
            Map.of("givenAt", Order.GIVEN_AT, "finishedAt", Order.FINISHED_AT, "grade", Order.GRADE);

    /** @throws ProblemException VALIDATION_FAILED when the days are the wrong way round or the order is unknown */
    static EvaluationQuery of(@Nullable EvaluationReach reach, EvaluationFilter filter, @Nullable String sort) {
        BusinessTime.requirePeriod(filter.from(), filter.to());
        Sort<Order> order = Sort.parse(sort, ORDERS);
        return new EvaluationQuery(
                reach,
                LikePattern.containing(filter.q()),
                filter.caseKind(),
                filter.grade(),
                filter.institutionId(),
                filter.state(),
                filter.publication(),
                filter.from() == null ? null : BusinessTime.startOf(filter.from()),
                filter.to() == null ? null : BusinessTime.endOf(filter.to()),
                order == null ? Order.GIVEN_AT : order.by(),
                order != null && order.ascending());
    }
}
