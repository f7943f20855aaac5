package cn.zhengqi.policy.redemption.application;

import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.policy.PolicyProblem;
import cn.zhengqi.policy.redemption.project.AmountRule;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a department recognises of what was claimed.
 *
 * @param basis the figure, where the rule goes by one; absent: as it was claimed
 * @param reason why it is less
 * @param despite why it is recognised though another application may exclude it
 */
record Recognition(
        @Nullable BigDecimal basis,
        @Nullable String reason,
        @Nullable String despite) {

    static final Recognition AS_CLAIMED = new Recognition(null, null, null);

    Recognition {
        reason = said(reason);
        despite = said(despite);
    }

    private static @Nullable String said(@Nullable String words) {
        return words == null || words.isBlank() ? null : words.strip();
    }

    /**
     * What was decided over what stands in the way, as the timeline keeps it; null where nothing does.
     *
     * @throws ProblemException REDEMPTION_EXCLUDED where that is certain; VALIDATION_FAILED where it is not and nobody says why it is recognised all the same
     */
    @Nullable
    String over(@Nullable ExcludedBy other) {
        if (other == null) {
            return null;
        }
        if (other.certain()) {
            throw new ProblemException(PolicyProblem.REDEMPTION_EXCLUDED, other.words());
        }
        if (despite == null) {
            throw ProblemException.validation("despite", "REQUIRED", other.words() + "。仍予核定的，请填写理由");
        }
        return other.words() + "；仍予核定：" + despite;
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

    /** How the amount comes about, with why it is less. @param decided over what stood in the way */
    String explained(String explanation, @Nullable String decided) {
        String amount = reason == null ? explanation : explanation + "（" + reason + "）";
        return decided == null ? amount : amount + "；" + decided;
    }
}
