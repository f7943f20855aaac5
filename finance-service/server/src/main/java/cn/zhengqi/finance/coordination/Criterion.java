package cn.zhengqi.finance.coordination;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * One of the criteria by which enterprises are recommended.
 *
 * @param code stable across editions
 * @param facts by which data decides it; none: a person does, with words
 */
public record Criterion(
        @NotBlank(message = "缺少标准代码") @Pattern(regexp = "[A-Z][A-Z0-9_]{1,39}", message = "标准代码应为大写字母、数字和下划线")
        String code,

        @NotBlank(message = "请填写标准名称") @Size(max = 30, message = "标准名称不超过 30 字")
        String name,

        @NotBlank(message = "请填写标准说明") @Size(max = 300, message = "标准说明不超过 300 字")
        String explanation,

        @NotNull(message = "缺少认定方式") @Size(max = 5, message = "请勿重复选择认定依据")
        List<@NotNull(message = "请选择列出的认定依据") CriterionFact> facts) {

    public Criterion {
        facts = facts == null ? facts : List.copyOf(facts);
    }
}
