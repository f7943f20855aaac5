package cn.zhengqi.finance.coordination;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came of 小微融资协调 as far as somebody reaches: visits by the day of the visit, cases by that of the declaration, recommendations by their own.
 * Amounts in yuan.
 */
record CoordinationFigures(
        CoordinationTotals all,
        List<CoordinationTown> towns,
        List<CoordinationBank> banks,
        List<CoordinationReason> reasons) {

    /**
     * @param visitedEnterprises each counted once
     * @param recommended enterprises' cases, however many banks; so granted
     * @param pending recommendations that a bank has not answered; refused and served count recommendations too
     * @param unanswered recommendations that the finance office closed because the bank was silent
     * @param averageDays from recommendation to answer, in days of 24 hours; absent where none was answered
     */
    record CoordinationTotals(
            long visited,
            long visitedEnterprises,
            long declared,
            BigDecimal declaredAmount,
            long rejected,
            long recommended,
            long granted,
            BigDecimal grantedAmount,
            long pending,
            long refused,
            long served,
            long unanswered,
            @Nullable BigDecimal averageDays) {}

    /** Of the enterprises of one town. */
    record CoordinationTown(
            String townCode,
            String townName,
            long visited,
            long declared,
            BigDecimal declaredAmount,
            long recommended,
            long granted,
            BigDecimal grantedAmount,
            @Nullable BigDecimal averageDays) {}

    /** What one bank did: where its people were, and what it answered. */
    record CoordinationBank(
            UUID bankId,
            String bankName,
            long visited,
            long recommended,
            long pending,
            long granted,
            BigDecimal grantedAmount,
            long refused,
            long served,
            long unanswered,
            @Nullable BigDecimal averageDays) {}

    /** Why banks refused. */
    record CoordinationReason(String code, String label, long refused) {}
}
