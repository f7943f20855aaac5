package cn.zhengqi.finance.product;

import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which products are wanted, in the form the database needs.
 *
 * @param pattern for {@code ilike}
 * @param status absent: any
 */
record ProductQuery(
        @Nullable String pattern,
        @Nullable String productType,
        @Nullable String guarantee,
        @Nullable UUID bankId,
        @Nullable ProductStatus status,
        Order order,
        boolean ascending,
        PageRequest page) {

    enum Order {
        DEFAULT,
        MAX_AMOUNT,
        TERM,
        TITLE,
        CODE
    }

    static ProductQuery published(ProductFilter filter, @Nullable String sort, PageRequest page) {
        String[] parts = (sort == null ? "" : sort).split(",", 2);
        Order order = switch (parts[0]) {
            case "", "default" -> Order.DEFAULT;
            case "maxAmountWan" -> Order.MAX_AMOUNT;
            case "termMonths" -> Order.TERM;
            case "title" -> Order.TITLE;
            case "code" -> Order.CODE;
            default -> throw ProblemException.validation("sort", "UNKNOWN", "不支持按此字段排序");
        };
        boolean ascending = switch (parts.length < 2 ? "" : parts[1]) {
            case "" -> order == Order.TITLE || order == Order.CODE;
            case "asc" -> true;
            case "desc" -> false;
            default -> throw ProblemException.validation("sort", "FORMAT", "排序方向应为 asc 或 desc");
        };
        return new ProductQuery(
                pattern(filter.q()),
                filter.productType(),
                filter.guarantee(),
                filter.bankId(),
                ProductStatus.PUBLISHED,
                order,
                ascending,
                page);
    }

    /** @param bankId whose products; absent: everyone's */
    static ProductQuery managed(
            @Nullable String q, @Nullable ProductStatus status, @Nullable UUID bankId, PageRequest page) {
        return new ProductQuery(pattern(q), null, null, bankId, status, Order.CODE, true, page);
    }

    private static @Nullable String pattern(@Nullable String q) {
        return q == null || q.isBlank()
                ? null
                : "%" + q.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
