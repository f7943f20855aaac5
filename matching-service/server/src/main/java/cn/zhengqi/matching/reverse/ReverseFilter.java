package cn.zhengqi.matching.reverse;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Which enterprises are asked for.
 *
 * @param code of the policy or product; absent: none is chosen yet, and nothing is found
 * @param q part of the name, or the beginning of the USCC; narrows lists and files, and no figure
 * @param townCode the town that they lie in
 * @param industry section letter of GB/T 4754, or the beginning of a code
 * @param outcome absent: all that are listed
 * @param sort {@code field,asc} or {@code field,desc}; by outcome, then by degree when absent
 */
public record ReverseFilter(
        @Nullable @Size(max = 20, message = "编号不超过 20 字") String code,

        @Nullable @Size(max = 100, message = "企业名称不超过 100 字")
        String q,

        @Nullable @Size(max = 20, message = "镇街代码不超过 20 字") String townCode,
        @Nullable @Size(max = 10, message = "行业代码不超过 10 字") String industry,
        @Nullable ReverseOutcome outcome,
        @Nullable String sort) {

    /** For figures: of one enterprise alone they would tell what lists leave out. */
    ReverseFilter withoutName() {
        return new ReverseFilter(code, null, townCode, industry, outcome, sort);
    }
}
