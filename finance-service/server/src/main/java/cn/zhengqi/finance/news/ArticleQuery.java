package cn.zhengqi.finance.news;

import cn.zhengqi.kernel.LikePattern;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.Sort;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which articles are wanted, in the form the database needs.
 *
 * @param pattern for {@code ilike}
 */
record ArticleQuery(
        @Nullable Section section,
        @Nullable ArticleStatus status,
        @Nullable String pattern,
        Order order,
        boolean ascending) {

    enum Order {
        SHOWN,
        CHANGED_AT,
        PUBLISHED_AT,
        TITLE,
        SECTION
    }

    private static final Map<String, Order> ORDERS = Map.of(
            "changedAt", Order.CHANGED_AT,
            "publishedAt", Order.PUBLISHED_AT,
            "title", Order.TITLE,
            "section", Order.SECTION);

    /**
     * What the console's list is narrowed by.
     *
     * @param q part of title, summary, source or organisation
     * @param sort {@code field,asc} or {@code field,desc}
     */
    record Filter(
            @Nullable @Size(max = 100, message = "关键词不超过 100 字")
            String q,

            @Nullable Section section,
            @Nullable ArticleStatus status,
            @Nullable String sort) {}

    static ArticleQuery published(@Nullable Section section, @Nullable String words) {
        return new ArticleQuery(section, ArticleStatus.PUBLISHED, LikePattern.containing(words), Order.SHOWN, true);
    }

    /** @throws ProblemException VALIDATION_FAILED for an order that there is not */
    static ArticleQuery managed(Filter filter) {
        Sort<Order> order = Sort.parse(filter.sort(), ORDERS);
        return new ArticleQuery(
                filter.section(),
                filter.status(),
                LikePattern.containing(filter.q()),
                order == null ? Order.CHANGED_AT : order.by(),
                order != null && order.ascending());
    }
}
