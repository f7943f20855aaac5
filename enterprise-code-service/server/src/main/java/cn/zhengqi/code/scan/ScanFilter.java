package cn.zhengqi.code.scan;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.LikePattern;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.Sort;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which of their own scans somebody looks for.
 *
 * @param q part of the enterprise's name, or its whole unified social credit code
 * @param from first day; {@code to}: last day
 * @param sort {@code at} or {@code enterpriseName} with {@code ,asc} or {@code ,desc}; newest first when absent
 */
record ScanFilter(
        @Nullable @Size(max = 100, message = "关键词不超过 100 字") String q,
        @Nullable ScanSource source,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String sort) {

    /** Columns by which can be sorted. */
    enum Order {
        AT,
        ENTERPRISE_NAME
    }

    private static final Map<String, Order> ORDERS = Map.of("at", Order.AT, "enterpriseName", Order.ENTERPRISE_NAME);

    /** In the form the database needs; which scans the caller may see is a part of it. */
    record Query(
            DataScope scope,
            @Nullable String pattern,
            @Nullable String uscc,
            @Nullable ScanSource source,
            @Nullable Instant from,
            @Nullable Instant until,
            Order order,
            boolean ascending) {}

    /** @throws ProblemException VALIDATION_FAILED for an order that there is not, or days the wrong way round */
    Query within(DataScope scope) {
        BusinessTime.requirePeriod(from, to);
        Sort<Order> asked = Sort.parse(sort, ORDERS);
        return new Query(
                scope,
                LikePattern.containing(q),
                q == null ? null : q.strip().toUpperCase(Locale.ROOT),
                source,
                from == null ? null : BusinessTime.startOf(from),
                to == null ? null : BusinessTime.endOf(to),
                asked == null ? Order.AT : asked.by(),
                asked != null && asked.ascending());
    }
}
