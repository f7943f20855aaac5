package cn.zhengqi.matching.api.criteria;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One fact compared with a value.
 *
 * @param fact a name of the fact dictionary
 * @param unit the unit of the value as the document states it; the fact's unit where absent
 * @param hint what else to know when it is not met; shown beside the gap
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Comparison(
        @Nullable String label,
        String fact,
        Operator op,
        Value value,
        @Nullable String unit,
        @Nullable Clause clause,
        @Nullable String hint)
        implements Criterion {

    public static Comparison of(String fact, Operator op, Object value) {
        return new Comparison(null, fact, op, value instanceof Value v ? v : Value.of(value), null, null, null);
    }
}
