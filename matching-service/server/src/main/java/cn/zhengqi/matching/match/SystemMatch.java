package cn.zhengqi.matching.match;

import cn.zhengqi.code.api.InternalConsents.NamedEnterprise;
import cn.zhengqi.matching.api.match.MatchOutcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What fits an enterprise, as another system reads it: which policies and products, and how far; none of the facts from which that follows, which the enterprise told
 * the platform and nobody else.
 *
 * @param enterpriseId by which events name it
 * @param asOf the day for which rules were chosen
 */
record SystemMatch(
        UUID enterpriseId,
        String enterpriseName,
        String uscc,
        OffsetDateTime matchedAt,
        LocalDate asOf,
        List<Policy> policies,
        List<Loan> loans) {

    /**
     * @param degree 0 to 100
     * @param beginsOn its first day, where that is yet to come: until then nobody can have it, whatever the outcome
     */
    record Policy(
            String code,
            String title,
            String docNumber,
            String level,
            String category,
            MatchOutcome outcome,
            int degree,
            @Nullable LocalDate validTo,
            @Nullable LocalDate beginsOn) {}

    /**
     * @param degree 0 to 100
     * @param maxAmountWan 万元, of the product
     */
    record Loan(
            String code,
            String title,
            String bankName,
            MatchOutcome outcome,
            int degree,
            @Nullable BigDecimal maxAmountWan,
            @Nullable Integer termMonths,
            @Nullable String rateText) {}

    /** What does not fit is left out, as is what is over or held already. */
    static SystemMatch of(NamedEnterprise enterprise, MatchResult result) {
        return new SystemMatch(
                enterprise.id(),
                enterprise.name(),
                enterprise.uscc(),
                result.createdAt(),
                result.asOf(),
                result.policies().stream()
                        .filter(it -> it.outcome() != MatchOutcome.INELIGIBLE && !it.periodOver() && !it.alreadyHeld())
                        .map(it -> new Policy(
                                it.code(),
                                it.title(),
                                it.docNumber(),
                                it.level(),
                                it.category(),
                                it.outcome(),
                                it.degree(),
                                it.validTo(),
                                it.beginsOn()))
                        .toList(),
                result.loans().stream()
                        .filter(it -> it.outcome() != MatchOutcome.INELIGIBLE)
                        .map(it -> new Loan(
                                it.code(),
                                it.title(),
                                it.bankName(),
                                it.outcome(),
                                it.degree(),
                                it.maxAmountWan(),
                                it.termMonths(),
                                it.rateText()))
                        .toList());
    }
}
