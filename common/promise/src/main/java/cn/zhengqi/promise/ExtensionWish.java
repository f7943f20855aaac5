package cn.zhengqi.promise;

import cn.zhengqi.web.field.Explanation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/**
 * For how much more time is asked.
 *
 * @param reason as the applicant is told it
 */
public record ExtensionWish(
        @NotNull(message = "请填写延长天数")
        @Min(value = 1, message = "延期至少 1 个工作日")
        @Max(value = PromisedTerm.MOST_DAYS, message = "延期不能超过原承诺时限")
        Integer workingDays,

        @NotBlank(message = "请填写延期原因") @Explanation(of = "延期原因", max = 200)
        String reason) {}
