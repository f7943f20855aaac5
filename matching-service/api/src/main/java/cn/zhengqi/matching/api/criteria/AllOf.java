package cn.zhengqi.matching.api.criteria;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every part must be met. One part not met decides, whatever is still unknown. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AllOf(@Nullable String label, @Nullable Clause clause, List<Criterion> criteria) implements Criterion {

    public AllOf {
        criteria = Parts.notEmpty(criteria, "allOf");
    }

    public static AllOf of(Criterion... criteria) {
        return new AllOf(null, null, List.of(criteria));
    }
}
