package cn.zhengqi.promise;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * For how much more time is asked.
 *
 * @param reason as the applicant is told it
 */
public record ExtensionWish(
        @NotNull(message = "请填写延期天数")
        @Min(value = 1, message = "延期至少 1 个工作日")
        @Max(value = PromisedTerm.MOST_DAYS, message = "延期不能超过原承诺时限")
        Integer workingDays,

        @NotBlank(message = "请填写延期原因") @Size(min = 5, max = 200, message = "延期原因为 5 到 200 字")
        String reason) {}
