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

    CoordinationFigures answeredIn(AnswerTimes times) {
        return new CoordinationFigures(
                all.answeredIn(times),
                towns.stream().map(it -> it.answeredIn(times)).toList(),
                banks.stream().map(it -> it.answeredIn(times)).toList(),
                reasons);
    }

    /**
     * @param visitedEnterprises each counted once
     * @param recommended enterprises' cases, however many banks; so granted
     * @param pending recommendations that a bank has not answered; refused and served count recommendations too
     * @param unanswered recommendations that the finance office closed because the bank was silent
     * @param averageWorkingDays from recommendation to answer, as {@link AnswerTimes} counts; absent where none was answered
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
            @Nullable BigDecimal averageWorkingDays) {

        CoordinationTotals answeredIn(AnswerTimes times) {
            return new CoordinationTotals(
                    visited,
                    visitedEnterprises,
                    declared,
                    declaredAmount,
                    rejected,
                    recommended,
                    granted,
                    grantedAmount,
                    pending,
                    refused,
                    served,
                    unanswered,
                    times.average());
        }
    }

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
            @Nullable BigDecimal averageWorkingDays) {

        CoordinationTown answeredIn(AnswerTimes times) {
            return new CoordinationTown(
                    townCode,
                    townName,
                    visited,
                    declared,
                    declaredAmount,
                    recommended,
                    granted,
                    grantedAmount,
                    times.ofTown(townCode));
        }
    }

    /**
     * What one bank did: where its people were, and what it answered. Every recommendation is in one of the other numbers.
     *
     * @param recommended recommendations, where totals and towns count enterprises' cases
     * @param lapsed recommendations whose case the enterprise took back
     */
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
            long lapsed,
            @Nullable BigDecimal averageWorkingDays) {

        CoordinationBank answeredIn(AnswerTimes times) {
            return new CoordinationBank(
                    bankId,
                    bankName,
                    visited,
                    recommended,
                    pending,
                    granted,
                    grantedAmount,
                    refused,
                    served,
                    unanswered,
                    lapsed,
                    times.ofBank(bankId));
        }
    }

    /** Why banks refused. */
    record CoordinationReason(String code, String label, long refused) {}
}
