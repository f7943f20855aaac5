package cn.zhengqi.matching.api.criteria;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A number of the parts must be met.
 *
 * @param count from 1 to the number of parts
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AtLeast(@Nullable String label, @Nullable Clause clause, int count, List<Criterion> criteria)
        implements Criterion {

    public AtLeast {
        criteria = Parts.notEmpty(criteria, "atLeast");
        if (count < 1 || count > criteria.size()) {
            throw new IllegalArgumentException(
                    "atLeast " + count + " of " + criteria.size() + " parts is impossible or empty");
        }
    }

    public static AtLeast of(int count, Criterion... criteria) {
        return new AtLeast(null, null, count, List.of(criteria));
    }
}
