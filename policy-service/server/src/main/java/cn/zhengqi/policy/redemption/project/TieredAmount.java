package cn.zhengqi.policy.redemption.project;

import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.policy.PolicyProblem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An amount for each tier that a figure reaches; the highest one counts.
 *
 * @param basis what the figure is called
 * @param unit of the figure: 元, 人, 项
 * @param tiers the lowest first
 */
public record TieredAmount(
        @NotBlank(message = "请填写计算依据的名称") @Size(max = 50, message = "名称不超过 50 字")
        String basis,

        @NotBlank(message = "请填写计算依据的单位") @Size(max = 10, message = "单位不超过 10 字")
        String unit,

        @NotEmpty(message = "至少有一档") @Size(max = 20, message = "不超过 20 档")
        List<@NotNull(message = "请填写档次") @Valid Tier> tiers)
        implements AmountRule {

    public TieredAmount {
        tiers = tiers == null ? List.of() : new ArrayList<>(tiers);
    }

    /**
     * @param from the least figure of this tier
     * @param amount 元
     */
    public record Tier(
            @NotNull(message = "请填写起点")
            @PositiveOrZero(message = "起点不能小于 0")
            @Digits(integer = 12, fraction = 2, message = "起点最多两位小数")
            BigDecimal from,

            @NotNull(message = "请填写金额")
            @Positive(message = "金额须大于 0")
            @Digits(integer = 12, fraction = 2, message = "金额最多两位小数")
            BigDecimal amount) {}

    @Override
    public RedemptionAmount of(@Nullable BigDecimal figure) {
        BigDecimal by = Objects.requireNonNull(figure, "no tier of nothing");
        Tier reached = tiers.stream()
                .filter(tier -> tier.from().compareTo(by) <= 0)
                .reduce((lower, higher) -> higher)
                .orElseThrow(() -> new ProblemException(
                        PolicyProblem.AMOUNT_NOTHING,
                        "“" + basis + "”为 " + figure(by) + "，未达到最低一档（"
                                + figure(tiers.getFirst().from()) + "）"));
        return new RedemptionAmount(
                AmountRule.cents(reached.amount()),
                basis + " " + figure(by) + "，达到“" + figure(reached.from()) + "及以上”一档，兑付 "
                        + AmountRule.money(reached.amount()));
    }

    private String figure(BigDecimal number) {
        return AmountRule.number(number) + " " + unit;
    }

    @Override
    public String words() {
        return "按" + basis + "分档兑付："
                + tiers.stream()
                        .map(tier -> figure(tier.from()) + "及以上 " + AmountRule.money(tier.amount()))
                        .collect(Collectors.joining("；"));
    }

    @Override
    public List<FieldProblem> problems() {
        List<FieldProblem> problems = new ArrayList<>();
        for (int i = 1; i < tiers.size(); i++) {
            if (tiers.get(i).from().compareTo(tiers.get(i - 1).from()) <= 0) {
                problems.add(new FieldProblem("rule.tiers[" + i + "].from", "RANGE", "起点须大于上一档的起点"));
            }
        }
        return problems;
    }
}
