package cn.zhengqi.matching.match;

import cn.zhengqi.matching.api.match.ConditionResult;
import cn.zhengqi.matching.api.match.MatchOutcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One loan product for one enterprise, as {@link PolicyMatch}. The bank decides.
 *
 * @param maxAmountWan 万元
 * @param matchedUntil the last day on which it was matched, set by its bank, where that is past: however well it fits, it is not to be had any more; absent while it is matched
 * @param estimate how much the enterprise could have; absent where its conditions are not met, and in results that were kept
 *     before it was told
 */
public record LoanMatch(
        UUID productId,
        String code,
        String edition,
        String title,
        String bankName,
        @Nullable BigDecimal maxAmountWan,
        @Nullable Integer termMonths,
        @Nullable String rateText,
        MatchOutcome outcome,
        int degree,
        int completeness,
        boolean verified,
        @Nullable String notice,
        @Nullable LocalDate matchedUntil,
        List<ConditionResult> conditions,
        List<ConditionResult.FactRef> missing,
        @Nullable AmountEstimate estimate) {

    /** Whether it was to be had until some day, and nothing but that day stands against it. */
    public boolean wouldFit() {
        return matchedUntil != null && degree == 100;
    }
}
