package cn.zhengqi.matching.match;

import cn.zhengqi.matching.api.match.ConditionResult;
import cn.zhengqi.matching.api.match.MatchOutcome;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One policy, for one enterprise, on one day.
 *
 * @param degree 匹配度: how much of the conditions is satisfied, 0 to 100
 * @param completeness 数据完整度: how many of the facts it refers to are known, 0 to 100
 * @param verified false shows 待核实
 * @param missing facts whose filling in could decide it, where it is unknown
 * @param periodOver its recorded period is over and it is not known whether it was extended; nothing to count on now
 * @param firstSteps policies that grant a qualification which this one asks for and the enterprise lacks
 * @param excludes published policies that cannot be enjoyed together with it
 * @param choice what is proposed, where the enterprise qualifies for this one and for another one that it excludes
 * @param notice what must be known about dates and editions
 */
public record PolicyMatch(
        UUID policyId,
        String code,
        String edition,
        String title,
        String docNumber,
        String level,
        String category,
        MatchOutcome outcome,
        int degree,
        int completeness,
        @Nullable String benefit,
        @Nullable LocalDate validTo,
        boolean periodOver,
        boolean verified,
        boolean alreadyHeld,
        @Nullable String notice,
        List<ConditionResult> conditions,
        List<ConditionResult.FactRef> missing,
        List<FirstStep> firstSteps,
        List<ExcludedPolicy> excludes,
        @Nullable ExclusiveChoice choice) {

    public PolicyMatch {
        // Results that were kept before exclusions and first steps were told have none.
        firstSteps = Objects.requireNonNullElse(firstSteps, List.of());
        excludes = Objects.requireNonNullElse(excludes, List.of());
    }

    /** Whether the enterprise qualifies now, as far as is known. */
    public boolean current() {
        return outcome == MatchOutcome.ELIGIBLE && !periodOver;
    }

    public MatchGroup group() {
        if (periodOver) {
            return MatchGroup.PERIOD_OVER;
        }
        if (alreadyHeld) {
            return MatchGroup.HELD;
        }
        return switch (outcome) {
            case ELIGIBLE -> MatchGroup.ELIGIBLE;
            case NEARLY -> MatchGroup.NEARLY;
            case UNKNOWN -> missing.isEmpty() ? MatchGroup.UNCLEAR : MatchGroup.UNKNOWN;
            case INELIGIBLE -> MatchGroup.INELIGIBLE;
        };
    }

    /** The same, with nothing proposed. */
    public PolicyMatch withoutProposal() {
        return with(excludes, null);
    }

    PolicyMatch with(List<ExcludedPolicy> excluded, @Nullable ExclusiveChoice proposal) {
        return new PolicyMatch(
                policyId,
                code,
                edition,
                title,
                docNumber,
                level,
                category,
                outcome,
                degree,
                completeness,
                benefit,
                validTo,
                periodOver,
                verified,
                alreadyHeld,
                notice,
                conditions,
                missing,
                firstSteps,
                excluded,
                proposal);
    }
}
