package cn.zhengqi.matching.api.criteria;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One band of a {@link Banded} condition: a range of a number, or a list of texts (sizes, industry prefixes).
 *
 * @param from lower end, absent = open
 * @param to upper end, absent = open
 * @param in the texts of this band; then both ends are absent
 * @param then what holds in this band
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Band(
        String label,
        @Nullable BigDecimal from,
        boolean fromIncluded,
        @Nullable BigDecimal to,
        boolean toIncluded,
        @Nullable List<String> in,
        Criterion then) {

    public Band {
        if (in != null && (from != null || to != null)) {
            throw new IllegalArgumentException("A band is a range or a list, not both: " + label);
        }
        if (from != null && to != null) {
            int order = from.compareTo(to);
            if (order > 0 || (order == 0 && !(fromIncluded && toIncluded))) {
                throw new IllegalArgumentException("The band " + label + " is empty");
            }
        }
        in = in == null ? null : List.copyOf(in);
    }
}
