package cn.zhengqi.policy.redemption.application;

import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.policy.redemption.project.AmountRule;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a department recognises of what was claimed.
 *
 * @param basis the figure, where the rule goes by one; absent: as it was claimed
 * @param reason why it is less
 */
record Recognition(@Nullable BigDecimal basis, @Nullable String reason) {

    static final Recognition AS_CLAIMED = new Recognition(null, null);

    Recognition {
        reason = reason == null || reason.isBlank() ? null : reason.strip();
    }

    /**
     * The figure by which is paid; null where the rule goes by none.
     *
     * @throws ProblemException VALIDATION_FAILED for more than was claimed, or less without a reason
     */
    @Nullable
    BigDecimal of(@Nullable BigDecimal claimed, AmountRule rule) {
        if (claimed == null) {
            return null;
        }
        BigDecimal recognised = Objects.requireNonNullElse(basis, claimed);
        int less = recognised.compareTo(claimed);
        if (less > 0) {
            throw ProblemException.validation("basis", "RANGE", "核定的“" + rule.basis() + "”不能大于企业申报的数额");
        }
        if (less < 0 && reason == null) {
            throw ProblemException.validation("reason", "REQUIRED", "核定的数额小于申报的数额，请填写核减的原因");
        }
        return recognised;
    }

    /** How the amount comes about, with why it is less. */
    String explained(String explanation) {
        return reason == null ? explanation : explanation + "（" + reason + "）";
    }
}
