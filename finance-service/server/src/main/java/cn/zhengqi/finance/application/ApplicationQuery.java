package cn.zhengqi.finance.application;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Channel;
import cn.zhengqi.kernel.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which applications are wanted, in the form the database needs. The scope is a part of it: there is no query without
 * one.
 *
 * @param from first moment of submission
 * @param before first moment that is too late
 */
record ApplicationQuery(
        DataScope scope,
        @Nullable String pattern,
        @Nullable ApplicationStatus status,
        @Nullable UUID productId,
        @Nullable Channel channel,
        @Nullable Instant from,
        @Nullable Instant before,
        Order order,
        boolean ascending) {

    enum Order {
        SUBMITTED_AT,
        AMOUNT
    }

    /** @throws ProblemException VALIDATION_FAILED when the days are the wrong way round or the order is unknown */
    static ApplicationQuery of(DataScope scope, ApplicationFilter filter, @Nullable String sort) {
        if (filter.from() != null && filter.to() != null && filter.from().isAfter(filter.to())) {
            throw ProblemException.validation("to", "RANGE", "结束日期不能早于开始日期");
        }
        String[] parts = (sort == null ? "" : sort).split(",", 2);
        Order order = switch (parts[0]) {
            case "", "submittedAt" -> Order.SUBMITTED_AT;
            case "amount" -> Order.AMOUNT;
            default -> throw ProblemException.validation("sort", "UNKNOWN", "不支持按此字段排序");
        };
        return new ApplicationQuery(
                scope,
                pattern(filter.q()),
                filter.status(),
                filter.productId(),
                filter.channel(),
                filter.from() == null ? null : startOf(filter.from()),
                filter.to() == null ? null : startOf(filter.to().plusDays(1)),
                order,
                ascending(parts));
    }

    private static boolean ascending(String[] sort) {
        return switch (sort.length < 2 ? "desc" : sort[1]) {
            case "asc" -> true;
            case "desc" -> false;
            default -> throw ProblemException.validation("sort", "FORMAT", "排序方向应为 asc 或 desc");
        };
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(BusinessTime.ZONE).toInstant();
    }

    private static @Nullable String pattern(@Nullable String q) {
        return q == null || q.isBlank()
                ? null
                : "%" + q.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
