package cn.zhengqi.matching.report;

import cn.zhengqi.matching.api.match.ConditionResult;
import cn.zhengqi.matching.api.match.MatchOutcome;
import cn.zhengqi.matching.match.LoanMatch;
import cn.zhengqi.matching.match.MatchGroup;
import cn.zhengqi.matching.match.MatchResult;
import cn.zhengqi.matching.match.PolicyMatch;
import cn.zhengqi.matching.report.PlanningReport.FactToFill;
import cn.zhengqi.matching.report.PlanningReport.Nearly;
import cn.zhengqi.matching.report.PlanningReport.Summary;
import cn.zhengqi.matching.report.PlanningReport.Undecided;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Makes the report of a match. */
final class Planner {

    private static final int MOST_FACTS = 10;

    /** Loan products that fit in less than half are nothing to consider. */
    static final int LEAST_DEGREE_OF_A_LOAN = 50;

    private Planner() {}

    static PlanningReport plan(MatchResult result) {
        List<PolicyMatch> eligible = in(result, MatchGroup.ELIGIBLE);
        List<PolicyMatch> over = in(result, MatchGroup.PERIOD_OVER).stream()
                .filter(policy -> policy.outcome() == MatchOutcome.ELIGIBLE)
                .toList();
        List<PolicyMatch> nearly = in(result, MatchGroup.NEARLY);
        List<PolicyMatch> unknown = in(result, MatchGroup.UNKNOWN);
        List<PolicyMatch> held = in(result, MatchGroup.HELD);
        List<PolicyMatch> unclear = in(result, MatchGroup.UNCLEAR);
        return new PlanningReport(
                result.id(),
                result.enterpriseName(),
                result.asOf(),
                new Summary(
                        result.policies().size(),
                        eligible.size(),
                        over.size(),
                        nearly.size(),
                        unknown.size(),
                        in(result, MatchGroup.INELIGIBLE).size(),
                        held.size(),
                        unclear.size(),
                        in(result, MatchGroup.PERIOD_OVER).size()),
                Stream.concat(eligible.stream(), over.stream()).toList(),
                nearly.stream()
                        .map(policy -> new Nearly(
                                policy, todo(policy.conditions()), NumericSteps.of(policy.conditions(), result.asOf())))
                        .toList(),
                unknown.stream()
                        .map(policy -> new Undecided(policy, policy.missing()))
                        .toList(),
                result.loans().stream().filter(Planner::considerable).toList(),
                factsToFill(unknown),
                held,
                unclear,
                result.unmatched());
    }

    private static boolean considerable(LoanMatch loan) {
        boolean open = loan.outcome() == MatchOutcome.ELIGIBLE || loan.outcome() == MatchOutcome.UNKNOWN;
        return open && loan.degree() >= LEAST_DEGREE_OF_A_LOAN;
    }

    private static List<PolicyMatch> in(MatchResult result, MatchGroup group) {
        return result.policies().stream()
                .filter(policy -> policy.group() == group)
                .toList();
    }

    /** What the failing conditions say of their gap; of a combination what its own words say, else what its parts say. */
    private static List<String> todo(List<ConditionResult> conditions) {
        List<String> todo = new ArrayList<>();
        for (ConditionResult condition : conditions) {
            if (condition.outcome() != ConditionResult.Outcome.NOT_MET) {
                continue;
            }
            if (condition.gapText() != null) {
                todo.add(condition.gapText());
            } else if (condition.children() != null) {
                todo.addAll(todo(condition.children()));
            }
        }
        return todo;
    }

    private static List<FactToFill> factsToFill(List<PolicyMatch> unknown) {
        Map<ConditionResult.FactRef, Integer> decides = new LinkedHashMap<>();
        unknown.forEach(policy -> policy.missing().forEach(fact -> decides.merge(fact, 1, Integer::sum)));
        return decides.entrySet().stream()
                .map(fact -> new FactToFill(fact.getKey().name(), fact.getKey().label(), fact.getValue()))
                .sorted(Comparator.comparingInt(FactToFill::decides).reversed())
                .limit(MOST_FACTS)
                .toList();
    }
}
