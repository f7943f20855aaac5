package cn.zhengqi.user.staff;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Channel;
import cn.zhengqi.kernel.LikePattern;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.Sort;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which of the accounts that registered on their own a list shows.
 *
 * @param q part of the person's or an enterprise's name
 * @param from first day of registration; {@code to}: last day
 * @param sort {@code field,asc} or {@code field,desc}; newest first when absent
 */
record EnterpriseAccountFilter(
        @Nullable @Size(max = 100) String q,
        @Nullable Channel channel,
        @Nullable Boolean enabled,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String sort) {

    private static final EnterpriseAccountFilter ALL = new EnterpriseAccountFilter(null, null, null, null, null, null);

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
     * @param scope people of which enterprises the caller sees, by their towns; who belongs to none is seen by those alone who see all
     * @param accountId the one that is looked for
     */
    record Query(
            EnterpriseAccountFilter filter,
            DataScope scope,
            @Nullable UUID accountId,
            @Nullable String pattern,
            @Nullable Instant from,
            @Nullable Instant until,
            Order order,
            boolean ascending) {}

    static Query one(UUID account, DataScope scope) {
        return ALL.query(scope, account);
    }

    /** @throws ProblemException VALIDATION_FAILED for an order that there is not */
    Query within(DataScope scope) {
        return query(scope, null);
    }

    private Query query(DataScope scope, @Nullable UUID account) {
        Sort<Order> asked = Sort.parse(sort, ORDERS);
        return new Query(
                this,
                scope,
                account,
                LikePattern.containing(q),
                from == null ? null : BusinessTime.startOf(from),
                to == null ? null : BusinessTime.endOf(to),
                asked == null ? Order.REGISTERED_AT : asked.by(),
                asked != null && asked.ascending());
    }
}
