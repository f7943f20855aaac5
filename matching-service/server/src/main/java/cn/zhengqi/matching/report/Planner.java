package cn.zhengqi.matching.report;

import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.api.match.ConditionResult;
import cn.zhengqi.matching.api.match.MatchOutcome;
import cn.zhengqi.matching.engine.Explainer;
import cn.zhengqi.matching.engine.FactVector;
import cn.zhengqi.matching.fill.NextFacts;
import cn.zhengqi.matching.fill.NextFactsFinder;
import cn.zhengqi.matching.library.Library;
import cn.zhengqi.matching.match.KeptMatch;
import cn.zhengqi.matching.match.LoanMatch;
import cn.zhengqi.matching.match.MatchGroup;
import cn.zhengqi.matching.match.MatchResult;
import cn.zhengqi.matching.match.PolicyMatch;
import cn.zhengqi.matching.profile.Profiles;
import cn.zhengqi.matching.report.PlanningReport.FactToFill;
import cn.zhengqi.matching.report.PlanningReport.Nearly;
import cn.zhengqi.matching.report.PlanningReport.Summary;
import cn.zhengqi.matching.report.PlanningReport.Undecided;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Makes the report of a match. */
@Component
class Planner {

    private static final int MOST_FACTS = 10;

    /** Loan products that fit in less than half are nothing to consider. */
    static final int LEAST_DEGREE_OF_A_LOAN = 50;

    private final Library library;

    private final Profiles profiles;

    Planner(Library library, Profiles profiles) {
        this.library = library;
        this.profiles = profiles;
    }

    PlanningReport plan(KeptMatch kept, ProjectWindows.Told told) {
        MatchResult result = kept.result();
        List<PolicyMatch> eligible = in(result, MatchGroup.ELIGIBLE);
        List<PolicyMatch> over = in(result, MatchGroup.PERIOD_OVER).stream()
                .filter(policy -> policy.outcome() == MatchOutcome.ELIGIBLE)
                .toList();
        List<PolicyMatch> oneAway = in(result, MatchGroup.NEARLY);
        List<PolicyMatch> upcoming = in(result, MatchGroup.UPCOMING);
        List<PolicyMatch> nearly =
                Stream.concat(oneAway.stream(), upcoming.stream()).toList();
        List<PolicyMatch> unknown = in(result, MatchGroup.UNKNOWN);
        List<PolicyMatch> held = in(result, MatchGroup.HELD);
        List<PolicyMatch> unclear = in(result, MatchGroup.UNCLEAR);
        List<PolicyMatch> near =
                Stream.concat(eligible.stream(), nearly.stream()).toList();
        BenefitRanges ranges = new BenefitRanges(FactVector.of(FactDictionary.inForce(), kept.facts(), result.asOf()));
        List<BenefitRange> benefits = near.stream().map(ranges::of).toList();
        NextFacts nextFacts = NextFactsFinder.of(result);
        Advice advice = new Advice(result.asOf(), result.policies());
        PlanningDates dates = new PlanningDates(library.shelf(), result.asOf(), told.windows(), advice);
        return new PlanningReport(
                result.id(),
                result.enterpriseName(),
                result.asOf(),
                new Summary(
                        result.policies().size(),
                        eligible.size(),
                        over.size(),
                        oneAway.size(),
                        upcoming.size(),
                        unknown.size(),
                        in(result, MatchGroup.INELIGIBLE).size(),
                        held.size(),
                        unclear.size(),
                        in(result, MatchGroup.PERIOD_OVER).size()),
                Stream.concat(eligible.stream(), over.stream()).toList(),
                nearly.stream()
                        .map(policy -> new Nearly(policy, Advice.gaps(policy.conditions()), advice.of(policy)))
                        .toList(),
                unknown.stream()
                        .map(policy -> new Undecided(policy, policy.missing()))
                        .toList(),
                result.loans().stream().filter(Planner::considerable).toList(),
                result.loans().stream().filter(LoanMatch::wouldFit).toList(),
                factsToFill(unknown),
                held,
                unclear,
                result.unmatched(),
                nextFacts,
                benefits,
                BenefitRanges.total(eligible, benefits),
                dates.calendar(eligible, nearly, unknown),
                dates.tasks(eligible, nearly, unknown, nextFacts),
                dates.sources(Stream.of(eligible, over, nearly, unknown, held, unclear)
                        .flatMap(List::stream)
                        .toList()),
                factsUsed(kept),
                told.note());
    }

    private List<FactUsed> factsUsed(KeptMatch kept) {
        FactDictionary dictionary = FactDictionary.inForce();
        Explainer words = new Explainer(library.shelf()
                .book()
                .evaluate(FactVector.of(dictionary, kept.facts(), kept.result().asOf())));
        Map<String, Profiles.Said> said = profiles.said(kept.result().enterpriseId());
        return dictionary.facts().stream()
                .filter(fact -> kept.facts().containsKey(fact.name()))
                .map(fact -> {
                    Object value = kept.facts().get(fact.name());
                    Profiles.Said now = said.get(fact.name());
                    // What was said anew since the match is not where that figure came from.
                    Profiles.Said source = now != null && now.is(value) ? now : null;
                    return new FactUsed(
                            fact.name(),
                            fact.label(),
                            FactUsed.words(fact, value, words.actual(fact.name())),
                            kept.taxFacts().contains(fact.name()),
                            source == null ? null : source.source(),
                            source == null ? null : source.asOf());
                })
                .toList();
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
