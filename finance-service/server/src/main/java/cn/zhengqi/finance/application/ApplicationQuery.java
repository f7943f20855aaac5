package cn.zhengqi.finance.application;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.finance.api.LoanKind;
import cn.zhengqi.finance.application.ApplicationFilter.Holding;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Channel;
import cn.zhengqi.kernel.LikePattern;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.Sort;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which applications are wanted, in the form the database needs. The scope is a part of it: there is no query without
 * one.
 *
 * @param from first moment of submission
 * @param before first moment that is too late
 * @param pool only what is undecided and nobody has taken
 * @param open only what goes on
 * @param person what lies with this person
 * @param handlerId and with this one
 * @param deskId what lies at this institution
 * @param overdueAt moment at which the promised date has to be over without an answer
 */
record ApplicationQuery(
        DataScope scope,
        @Nullable String pattern,
        @Nullable ApplicationStatus status,
        @Nullable UUID productId,
        @Nullable Channel channel,
        @Nullable LoanKind kind,
        @Nullable Instant from,
        @Nullable Instant before,
        @Nullable Instant overdueAt,
        boolean pool,
        boolean open,
        @Nullable UUID person,
        @Nullable UUID handlerId,
        @Nullable UUID deskId,
        Order order,
        boolean ascending) {

    enum Order {
        SUBMITTED_AT,
        AMOUNT,
        /** By the promised date; what has none comes last. */
        DUE_AT
    }

    /**
     * @param caller whose own work is meant where only that is wanted; absent: nobody's, who asks for an enterprise
     * @throws ProblemException VALIDATION_FAILED when the days are the wrong way round or the order is unknown
     */
    static ApplicationQuery of(
            DataScope scope, ApplicationFilter filter, @Nullable String sort, @Nullable UUID caller, Instant now) {
        BusinessTime.requirePeriod(filter.from(), filter.to());
        Sort<Order> order = Sort.parse(
                sort, Map.of("submittedAt", Order.SUBMITTED_AT, "amount", Order.AMOUNT, "dueAt", Order.DUE_AT));
        return new ApplicationQuery(
                scope,
                LikePattern.containing(filter.q()),
                filter.status(),
                filter.productId(),
                filter.channel(),
                filter.kind(),
                filter.from() == null ? null : BusinessTime.startOf(filter.from()),
                filter.to() == null ? null : BusinessTime.endOf(filter.to()),
                Boolean.TRUE.equals(filter.overdue()) ? now : null,
                filter.holding() == Holding.POOL,
                filter.holding() == Holding.OPEN || filter.holding() == Holding.MINE_OPEN,
                filter.holding() == Holding.MINE || filter.holding() == Holding.MINE_OPEN ? caller : null,
                filter.handlerId(),
                filter.branchId(),
                order == null ? Order.SUBMITTED_AT : order.by(),
                order != null && order.ascending());
    }
}
