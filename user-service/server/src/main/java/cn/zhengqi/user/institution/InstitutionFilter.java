package cn.zhengqi.user.institution;

import cn.zhengqi.kernel.LikePattern;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.Sort;
import cn.zhengqi.user.api.InstitutionType;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which institutions a list shows.
 *
 * @param q part of the name
 * @param parentId those directly below it
 * @param sort {@code field,asc} or {@code field,desc}; by type and name when absent
 */
record InstitutionFilter(
        @Nullable @Size(max = 100) String q,
        @Nullable InstitutionType type,
        @Nullable UUID parentId,
        @Nullable Boolean retired,
        @Nullable String sort) {

    /** What can be sorted by. */
    enum Order {
        TYPE,
        NAME,
        UPDATED_AT
    }

    private static final Map<String, Order> ORDERS = Map.of("name", Order.NAME, "updatedAt", Order.UPDATED_AT);

    /** In the form the database needs. */
    record Query(
            InstitutionFilter filter,
            InstitutionScope scope,
            @Nullable String pattern,
            Order order,
            boolean ascending) {}

    /** @throws ProblemException VALIDATION_FAILED for an order that there is not */
    Query within(InstitutionScope scope) {
        Sort<Order> asked = Sort.parse(sort, ORDERS);
        return new Query(
                this,
                scope,
                LikePattern.containing(q),
                asked == null ? Order.TYPE : asked.by(),
                asked == null || asked.ascending());
    }
}
