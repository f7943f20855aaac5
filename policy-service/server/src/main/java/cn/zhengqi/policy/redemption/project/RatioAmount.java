package cn.zhengqi.policy.redemption.project;

import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.policy.PolicyProblem;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A share of a figure in yuan.
 *
 * @param basis what the figure is called: 新增设备投资额
 * @param cap at most, 元; absent: all of the share
 */
public record RatioAmount(
        @NotBlank(message = "请填写计算依据的名称") @Size(max = 50, message = "名称不超过 50 字")
        String basis,

        @NotNull(message = "请填写比例")
        @Positive(message = "比例须大于 0")
        @DecimalMax(value = "100", message = "比例不超过 100%")
        @Digits(integer = 3, fraction = 4, message = "比例最多四位小数")
        BigDecimal percent,

        @Nullable @Positive(message = "上限须大于 0") @Digits(integer = 12, fraction = 2, message = "上限最多两位小数")
        BigDecimal cap)
        implements AmountRule {

    private static final int PERCENT = 2;

    @Override
    public String unit() {
        return "元";
    }

    @Override
    public RedemptionAmount of(@Nullable BigDecimal figure) {
        BigDecimal by = Objects.requireNonNull(figure, "a share of nothing");
        BigDecimal share = AmountRule.cents(by.multiply(percent).movePointLeft(PERCENT));
        BigDecimal amount = cap == null ? share : share.min(AmountRule.cents(cap));
        if (amount.signum() <= 0) {
            throw new ProblemException(
                    PolicyProblem.AMOUNT_NOTHING, "“" + basis + "”为 " + AmountRule.money(by) + "，按规则没有可兑付的金额");
        }
        return new RedemptionAmount(
                amount,
                AmountRule.money(by) + " × " + AmountRule.number(percent) + "% = " + AmountRule.money(share)
                        + (cap == null ? "" : "，上限 " + AmountRule.money(cap)));
    }

    @Override
    public String words() {
        return "按" + basis + "的 " + AmountRule.number(percent) + "% 兑付"
                + (cap == null ? "" : "，最高 " + AmountRule.money(cap));
    }

    @Override
    public List<FieldProblem> problems() {
        return List.of();
    }
}
