package cn.zhengqi.promise;

import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.promise.PromiseRung;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;

/**
 * A term as somebody sets it.
 *
 * @param warnAfter share of the time after which those who work on it are warned
 * @param escalateAfter working days after the promised date, the nearest first; none: nobody further is told
 * @param escalateTo how far up it goes at each of them
 * @param version of the term that was seen
 */
public record TermChange(
        @NotNull(message = "请填写承诺工作日")
        @Min(value = 1, message = "承诺时限应为 1 到 200 个工作日")
        @Max(value = PromisedTerm.MOST_DAYS, message = "承诺时限应为 1 到 200 个工作日")
        Integer workingDays,

        @NotNull(message = "请填写预警比例")
        @DecimalMin(value = "0.1", message = "预警比例应在 10% 到 95% 之间")
        @DecimalMax(value = "0.95", message = "预警比例应在 10% 到 95% 之间")
        @Digits(integer = 1, fraction = 2, message = "预警比例最多精确到 1%")
        BigDecimal warnAfter,

        @NotNull(message = "请填写升级天数") @Size(max = 3, message = "最多三级升级")
        List<
                        @NotNull(message = "请填写升级天数") @Min(value = 1, message = "升级天数应为 1 到 200 个工作日")
                        @Max(value = PromisedTerm.MOST_DAYS, message = "升级天数应为 1 到 200 个工作日") Integer>
                escalateAfter,

        @NotNull(message = "请选择上报给谁") List<@NotNull(message = "请选择上报给谁") PromiseRung> escalateTo,

        @NotNull(message = "缺少版本号") Integer version) {

    /** @throws ProblemException VALIDATION_FAILED when the chain does not rise, or does not say of each step how far */
    public PromisedTerm term() {
        for (int i = 1; i < escalateAfter.size(); i++) {
            if (escalateAfter.get(i) <= escalateAfter.get(i - 1)) {
                throw ProblemException.validation("escalateAfter", "ORDER", "后一级的升级天数应大于前一级");
            }
        }
        if (escalateTo.size() != escalateAfter.size()) {
            throw ProblemException.validation("escalateTo", "SIZE", "请为每一级升级选择上报给谁");
        }
        if (!escalateTo.equals(escalateTo.stream().sorted().toList())) {
            throw ProblemException.validation("escalateTo", "ORDER", "后一级不应低于前一级");
        }
        return new PromisedTerm(workingDays, warnAfter, escalateAfter, escalateTo);
    }
}
