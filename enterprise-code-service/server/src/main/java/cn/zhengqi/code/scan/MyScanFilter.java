package cn.zhengqi.code.scan;

import cn.zhengqi.kernel.BusinessTime;
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
 * Which scans of its code an enterprise looks for.
 *
 * @param q part of the name of who scanned, of their institution or of the place
 * @param from first day; {@code to}: last day
 * @param sort {@code at} or {@code scannerInstitution} with {@code ,asc} or {@code ,desc}; newest first when absent
 */
record MyScanFilter(
        @Nullable @Size(max = 100, message = "关键词不超过 100 字") String q,
        @Nullable ScanSource source,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String sort) {

    /** Columns by which can be sorted. */
    enum Order {
        AT,
        INSTITUTION
    }

    private static final Map<String, Order> ORDERS = Map.of("at", Order.AT, "scannerInstitution", Order.INSTITUTION);

    /** In the form the database needs; there is no query without an enterprise. */
    record Query(
            UUID enterpriseId,
            @Nullable String pattern,
            @Nullable ScanSource source,
            @Nullable Instant from,
            @Nullable Instant until,
            Order order,
            boolean ascending) {}

    /** @throws ProblemException VALIDATION_FAILED for an order that there is not, or days the wrong way round */
    Query of(UUID enterpriseId) {
        BusinessTime.requirePeriod(from, to);
        Sort<Order> asked = Sort.parse(sort, ORDERS);
        return new Query(
                enterpriseId,
                LikePattern.containing(q),
                source,
                from == null ? null : BusinessTime.startOf(from),
                to == null ? null : BusinessTime.endOf(to),
                asked == null ? Order.AT : asked.by(),
                asked != null && asked.ascending());
    }
}
