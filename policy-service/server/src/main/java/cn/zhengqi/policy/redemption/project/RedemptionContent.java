package cn.zhengqi.policy.redemption.project;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a project.
 *
 * @param budget 元; allocated when it is opened
 * @param closesOn last day on which can be applied, or confirmed
 * @param noticeDays working days for which each is shown to the public
 * @param exclusiveGroup projects of the same group exclude each other
 * @param exclusiveYear for which
 * @param barring whether who surely does not qualify, by the policy's conditions or by those of the project, may not apply at all; of no account where nobody applies
 * @param criteria conditions of its own as a tree, which hold beside those of the policy; absent: it has none
 */
public record RedemptionContent(
        @NotBlank(message = "请填写项目名称") @Size(max = 100, message = "项目名称不超过 100 字")
        String title,

        @Nullable @Size(max = 2000, message = "兑付说明不超过 2000 字")
        String summary,

        @NotNull(message = "请选择兑付方式") RedemptionKind kind,
        @NotNull(message = "请设置兑付金额的计算规则") @Valid AmountRule rule,

        @NotNull(message = "请填写预算")
        @Positive(message = "预算须大于 0")
        @Digits(integer = 12, fraction = 2, message = "预算最多两位小数")
        BigDecimal budget,

        @NotNull(message = "请填写开始日期") LocalDate opensOn,
        @NotNull(message = "请填写截止日期") LocalDate closesOn,

        @Min(value = 1, message = "公示期为 1 至 60 个工作日") @Max(value = 60, message = "公示期为 1 至 60 个工作日")
        int noticeDays,

        @Nullable @Size(max = 50, message = "互斥组不超过 50 字") String exclusiveGroup,

        @Nullable @Min(value = 2000, message = "年度不正确") @Max(value = 2100, message = "年度不正确")
        Integer exclusiveYear,

        boolean barring,
        @Nullable Map<String, Object> criteria) {}
