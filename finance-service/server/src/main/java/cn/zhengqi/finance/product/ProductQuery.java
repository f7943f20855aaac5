package cn.zhengqi.finance.product;

import cn.zhengqi.kernel.LikePattern;
import cn.zhengqi.kernel.ProblemException;
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
        boolean ascending) {

    enum Order {
        DEFAULT,
        MAX_AMOUNT,
        TERM,
        TITLE,
        BANK,
        STATUS,
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
            "bankName",
            Order.BANK,
            "status",
            Order.STATUS,
            "code",
            Order.CODE);

    static ProductQuery published(ProductFilter filter, @Nullable String sort) {
        Sort<Order> order = Sort.parse(sort, ORDERS);
        return new ProductQuery(
                LikePattern.containing(filter.q()),
                filter.productType(),
                filter.guarantee(),
                filter.bankId(),
                ProductStatus.PUBLISHED,
                order == null ? Order.DEFAULT : order.by(),
                order != null && order.ascending());
    }

    /**
     * @param bankId whose products; absent: everyone's
     * @throws ProblemException VALIDATION_FAILED for an order that there is not
     */
    static ProductQuery managed(ManagedFilter filter, @Nullable UUID bankId) {
        Sort<Order> order = Sort.parse(filter.sort(), ORDERS);
        return new ProductQuery(
                LikePattern.containing(filter.q()),
                filter.productType(),
                filter.guarantee(),
                bankId,
                filter.status(),
                order == null ? Order.CODE : order.by(),
                order == null || order.ascending());
    }
}
