package cn.zhengqi.user.institution;

import cn.zhengqi.kernel.LikePattern;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.Sort;
import cn.zhengqi.user.api.InstitutionType;
import cn.zhengqi.web.sheet.Sheet;
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

    /** The institutions as a file. */
    static final Sheet<InstitutionRow> SHEET = Sheet.<InstitutionRow>titled("机构")
            .column("代码", InstitutionRow::code)
            .column("名称", InstitutionRow::name)
            .column("类型", row -> row.type().label())
            .column("上级", InstitutionRow::parentName)
            .column("地址", InstitutionRow::address)
            .column("电话", InstitutionRow::phone)
            .column("账号数", InstitutionRow::people)
            .column("下级数", InstitutionRow::branches)
            .column("状态", row -> row.retired() ? "已停用" : "正常");

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
