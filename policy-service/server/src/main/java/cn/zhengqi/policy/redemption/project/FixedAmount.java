package cn.zhengqi.policy.redemption.project;

import cn.zhengqi.kernel.FieldProblem;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The same for everybody. @param amount 元 */
public record FixedAmount(
        @NotNull(message = "请填写金额")
        @Positive(message = "金额须大于 0")
        @Digits(integer = 12, fraction = 2, message = "金额最多两位小数")
        BigDecimal amount)
        implements AmountRule {

    @Override
    public @Nullable String basis() {
        return null;
    }

    @Override
    public @Nullable String unit() {
        return null;
    }

    @Override
    public RedemptionAmount of(@Nullable BigDecimal figure) {
        return new RedemptionAmount(AmountRule.cents(amount), "定额 " + AmountRule.money(amount));
    }

    @Override
    public String words() {
        return "每家企业定额 " + AmountRule.money(amount);
    }

    @Override
    public List<FieldProblem> problems() {
        return List.of();
    }
}
