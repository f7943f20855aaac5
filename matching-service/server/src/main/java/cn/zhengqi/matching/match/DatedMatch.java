package cn.zhengqi.matching.match;

import cn.zhengqi.matching.api.match.ConditionResult.FactRef;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * All policies and products for one enterprise by the rules in force on a day. Computed when asked for and not kept.
 *
 * @param asOf the day for which rules were chosen and ages computed
 * @param factsOf the day on which the enterprise's facts were what they are here
 * @param laterFacts those of which nothing was known by then, and which count as they were first said later
 */
public record DatedMatch(
        LocalDate asOf,
        LocalDate factsOf,
        List<FactRef> laterFacts,
        MatchOrder order,
        List<PolicyMatch> policies,
        List<LoanMatch> loans,
        List<UnmatchedPolicy> unmatched) {

    /** The same answers, in an order in which the profile has no part, and with nothing proposed. */
    DatedMatch inGeneralOrder() {
        return new DatedMatch(
                asOf,
                factsOf,
                laterFacts,
                MatchOrder.GENERAL,
                policies.stream()
                        .sorted(Comparator.comparing(PolicyMatch::code))
                        .map(policy -> policy.with(policy.excludes(), null))
                        .toList(),
                loans.stream().sorted(Comparator.comparing(LoanMatch::code)).toList(),
                unmatched);
    }
}
