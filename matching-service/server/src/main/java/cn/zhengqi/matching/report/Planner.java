package cn.zhengqi.matching.report;

import cn.zhengqi.matching.api.match.ConditionResult;
import cn.zhengqi.matching.api.match.MatchOutcome;
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

/** Makes the report of a match. */
final class Planner {

    private static final int MOST_FACTS = 10;

    private Planner() {}

    static PlanningReport plan(MatchResult result) {
        List<PolicyMatch> eligible = with(result, MatchOutcome.ELIGIBLE);
        List<PolicyMatch> nearly = with(result, MatchOutcome.NEARLY);
        List<PolicyMatch> unknown = with(result, MatchOutcome.UNKNOWN);
        return new PlanningReport(
                result.id(),
                result.enterpriseName(),
                result.asOf(),
                new Summary(
                        eligible.size(),
                        nearly.size(),
                        unknown.size(),
                        with(result, MatchOutcome.INELIGIBLE).size()),
                eligible,
                nearly.stream()
                        .map(policy -> new Nearly(policy, todo(policy.conditions())))
                        .toList(),
                unknown.stream()
                        .map(policy -> new Undecided(policy, policy.missing()))
                        .toList(),
                result.loans().stream()
                        .filter(loan ->
                                loan.outcome() == MatchOutcome.ELIGIBLE || loan.outcome() == MatchOutcome.UNKNOWN)
                        .toList(),
                factsToFill(unknown));
    }

    private static List<PolicyMatch> with(MatchResult result, MatchOutcome outcome) {
        return result.policies().stream()
                .filter(policy -> policy.outcome() == outcome)
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
