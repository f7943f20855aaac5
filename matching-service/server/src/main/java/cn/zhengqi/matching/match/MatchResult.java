package cn.zhengqi.matching.match;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * All policies and products for one enterprise. Kept for a time, best first: the same id shows the same answer later.
 *
 * @param asOf the day for which rules were chosen and ages computed
 * @param unmatched what is in the library and grants nothing, so that nobody is held against it
 */
public record MatchResult(
        UUID id,
        UUID enterpriseId,
        String enterpriseName,
        OffsetDateTime createdAt,
        LocalDate asOf,
        int profileCompleteness,
        MatchOrder order,
        List<PolicyMatch> policies,
        List<LoanMatch> loans,
        List<UnmatchedPolicy> unmatched) {

    public MatchResult {
        // Results that were kept before there was a choice are in the one order that there was.
        order = Objects.requireNonNullElse(order, MatchOrder.BY_PROFILE);
        // Those that were kept before it was told tell nothing of it.
        unmatched = Objects.requireNonNullElse(unmatched, List.of());
    }

    /** The same answers, in an order in which the profile has no part, and with nothing proposed. */
    MatchResult inGeneralOrder() {
        return new MatchResult(
                id,
                enterpriseId,
                enterpriseName,
                createdAt,
                asOf,
                profileCompleteness,
                MatchOrder.GENERAL,
                policies.stream()
                        .sorted(Comparator.comparing(PolicyMatch::code))
                        .map(PolicyMatch::withoutProposal)
                        .toList(),
                loans.stream().sorted(Comparator.comparing(LoanMatch::code)).toList(),
                unmatched);
    }
}
