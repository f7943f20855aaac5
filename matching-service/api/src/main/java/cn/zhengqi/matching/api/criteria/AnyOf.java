package cn.zhengqi.matching.api.criteria;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the parts must be met; one part met decides, whatever is still unknown.
 *
 * @param exhaustive the parts are tiers that together cover every case (残保金: exempt, 50 %, 90 %), so that one of them
 *     holds even while facts are missing; only which one is then open
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AnyOf(@Nullable String label, @Nullable Clause clause, boolean exhaustive, List<Criterion> criteria)
        implements Criterion {

    public AnyOf {
        criteria = Parts.notEmpty(criteria, "anyOf");
    }

    public static AnyOf of(Criterion... criteria) {
        return new AnyOf(null, null, false, List.of(criteria));
    }
}
