package cn.zhengqi.finance.product;

import cn.zhengqi.kernel.LikePattern;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.Sort;
import java.util.Map;
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

    private static final Map<String, Order> ORDERS = Map.of(
            "default",
            Order.DEFAULT,
            "maxAmountWan",
            Order.MAX_AMOUNT,
            "termMonths",
            Order.TERM,
            "title",
            Order.TITLE,
            "code",
            Order.CODE);

    static ProductQuery published(ProductFilter filter, @Nullable String sort, PageRequest page) {
        Sort<Order> order = Sort.parse(sort, ORDERS);
        return new ProductQuery(
                LikePattern.containing(filter.q()),
                filter.productType(),
                filter.guarantee(),
                filter.bankId(),
                ProductStatus.PUBLISHED,
                order == null ? Order.DEFAULT : order.by(),
                order != null && order.ascending(),
                page);
    }

    /** @param bankId whose products; absent: everyone's */
    static ProductQuery managed(
            @Nullable String q, @Nullable ProductStatus status, @Nullable UUID bankId, PageRequest page) {
        return new ProductQuery(LikePattern.containing(q), null, null, bankId, status, Order.CODE, true, page);
    }
}
