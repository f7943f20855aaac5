package cn.zhengqi.matching.tag;

import cn.zhengqi.matching.reverse.ReverseFilter;
import cn.zhengqi.matching.reverse.ReverseOutcome;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Which of those who have a tag are asked for.
 *
 * @param townCode the town that they lie in; of policies nothing
 * @param industry section letter of GB/T 4754, or the beginning of a code; of policies nothing
 * @param state of a derived tag; those who have it when absent
 * @param sort {@code name} with {@code asc} or {@code desc}; newest first, or best first, when absent
 */
record HolderFilter(
        @Nullable @Size(max = 20, message = "镇街代码不超过 20 字") String townCode,
        @Nullable @Size(max = 10, message = "行业代码不超过 10 字") String industry,
        @Nullable TagState state,
        @Nullable String sort) {

    ReverseFilter reverse() {
        return new ReverseFilter(
                null,
                null,
                townCode,
                industry,
                state == TagState.UNKNOWN ? ReverseOutcome.UNKNOWN : ReverseOutcome.ELIGIBLE,
                sort);
    }
}
