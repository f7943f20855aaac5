package cn.zhengqi.matching.advice;

import cn.zhengqi.matching.api.match.ConditionResult.FactRef;
import cn.zhengqi.matching.api.match.MatchOutcome;
import cn.zhengqi.matching.match.AmountEstimate;
import cn.zhengqi.matching.match.MatchOrder;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How much an enterprise could have of each loan product and what would raise it. Reckoned when asked for and not kept.
 *
 * @param disclaimer that it is no promise; stands wherever a figure stands
 * @param nothingFilledIn nothing is known besides what the register says
 * @param products with a published limit
 * @param unpublished those without one
 * @param leftOut how many products nobody can advise on: the enterprise does not meet what their banks published
 */
public record CreditAdvice(
        LocalDate asOf,
        String disclaimer,
        MatchOrder order,
        int profileCompleteness,
        boolean nothingFilledIn,
        List<AdvisedProduct> products,
        List<AdvisedProduct> unpublished,
        int leftOut) {

    public static final String DISCLAIMER = "估算，不是授信承诺，以银行审批为准";

    /**
     * @param missing facts that could decide whether its conditions are met, only where that is open
     * @param steps what raises its estimate, most first
     */
    public record AdvisedProduct(
            UUID productId,
            String code,
            String edition,
            String title,
            String bankName,
            MatchOutcome outcome,
            boolean verified,
            @Nullable String notice,
            List<FactRef> missing,
            AmountEstimate estimate,
            List<CreditStep> steps) {}
}
