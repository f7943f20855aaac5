package cn.zhengqi.code.reading;

import cn.zhengqi.code.api.ConsentCategory;
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
import org.springframework.format.annotation.DateTimeFormat;

/**
 * Which readings are wanted.
 *
 * @param q part of the reader's name, the institution or the number of the application
 * @param from first day, {@code to} last day
 * @param sort {@code at} or {@code institutionName}, with {@code ,asc} or {@code ,desc}; newest first when absent
 */
record ReadingFilter(
        @Nullable @Size(max = 100, message = "关键词不超过 100 字") String q,
        @Nullable ReadingSource source,
        @Nullable ConsentCategory category,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate from,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate to,

        @Nullable String sort) {

    enum Order {
        AT,
        INSTITUTION
    }

    /** The same in the form that the database needs. The enterprise is a part of it: there is no query without one. */
    record Query(
            UUID enterpriseId,
            @Nullable String pattern,
            @Nullable ReadingSource source,
            @Nullable ConsentCategory category,
            @Nullable Instant from,
            @Nullable Instant before,
            Order order,
            boolean ascending) {}

    /** @throws ProblemException VALIDATION_FAILED when the days are the wrong way round or the order is unknown */
    Query of(UUID enterpriseId) {
        BusinessTime.requirePeriod(from, to);
        Sort<Order> order = Sort.parse(sort, Map.of("at", Order.AT, "institutionName", Order.INSTITUTION));
        return new Query(
                enterpriseId,
                LikePattern.containing(q),
                source,
                category,
                from == null ? null : BusinessTime.startOf(from),
                to == null ? null : BusinessTime.endOf(to),
                order == null ? Order.AT : order.by(),
                order != null && order.ascending());
    }
}
