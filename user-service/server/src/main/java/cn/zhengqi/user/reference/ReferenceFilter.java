package cn.zhengqi.user.reference;

import cn.zhengqi.kernel.LikePattern;
import cn.zhengqi.kernel.Sort;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which 基础数据 the console lists.
 *
 * @param q beginning of the code or part of the name
 * @param parent code of what stands directly above
 */
record ReferenceFilter(
        @Nullable ReferenceKind kind,
        @Nullable @Size(max = 100) String q,

        @Nullable @Size(max = 80) @Pattern(regexp = "\\s*[A-Za-z0-9._-]*\\s*", message = "上级代码只有字母、数字、点、下划线和短横线")
        String parent,

        @Nullable Boolean retired,
        @Nullable String sort) {

    private static final Map<String, String> SORTABLE =
            Map.of("code", "i.code", "name", "i.name", "updatedAt", "i.updated_at");

    /** Conditions and their values, and how what they find is ordered. */
    record Where(String sql, Map<String, Object> values, String order) {}

    boolean mayHold(ReferenceKind wanted) {
        return kind == null || kind == wanted;
    }

    /** @throws cn.zhengqi.kernel.ProblemException VALIDATION_FAILED for an order that there is not */
    Where where() {
        StringBuilder sql = new StringBuilder("where true");
        Map<String, Object> values = new HashMap<>();
        if (kind != null) {
            sql.append(" and i.kind = :kind");
            values.put("kind", kind.name());
        }
        String part = LikePattern.containing(q);
        String beginning = LikePattern.startingWith(q);
        if (part != null && beginning != null) {
            sql.append(" and (i.name ilike :part or i.code ilike :beginning)");
            values.put("part", part);
            values.put("beginning", beginning);
        }
        if (parent != null && !parent.isBlank()) {
            sql.append(" and i.parent_code = :parent");
            values.put("parent", ReferenceKind.normal(parent));
        }
        if (retired != null) {
            sql.append(retired ? " and i.retired_at is not null" : " and i.retired_at is null");
        }
        return new Where(sql.toString(), values, order());
    }

    private String order() {
        Sort<String> order = Sort.parse(sort, SORTABLE);
        return "order by "
                + (order == null ? "" : order.by() + (order.ascending() ? " asc" : " desc") + " nulls last, ")
                + "i.kind, i.code";
    }
}
