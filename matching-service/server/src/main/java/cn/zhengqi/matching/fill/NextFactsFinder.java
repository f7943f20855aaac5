package cn.zhengqi.matching.fill;

import cn.zhengqi.matching.api.match.ConditionResult;
import cn.zhengqi.matching.api.match.ConditionResult.FactRef;
import cn.zhengqi.matching.api.match.MatchOutcome;
import cn.zhengqi.matching.match.LoanMatch;
import cn.zhengqi.matching.match.MatchGroup;
import cn.zhengqi.matching.match.MatchResult;
import cn.zhengqi.matching.match.PolicyMatch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Covers the undecided policies greedily: again and again the facts that decide most policies for each fact to be filled in (docs/matching.md). A policy counts
 * only once all facts that its open conditions wait for are there, so that it is decided whatever comes out.
 */
public final class NextFactsFinder {

    static final int MOST_STEPS = 5;

    private final List<Waiting> open;
    private final Set<FactRef> filled = new HashSet<>();

    private NextFactsFinder(List<Waiting> open) {
        this.open = new ArrayList<>(open);
    }

    /** What waits for facts. */
    private record Waiting(String code, String title, List<ConditionResult> conditions, List<FactRef> missing) {}

    public static NextFacts of(MatchResult result) {
        return ofPolicies(result.policies());
    }

    public static NextFacts ofPolicies(List<PolicyMatch> policies) {
        return of(policies.stream()
                .filter(policy -> policy.group() == MatchGroup.UNKNOWN)
                .map(policy -> new Waiting(policy.code(), policy.title(), policy.conditions(), policy.missing())));
    }

    public static NextFacts ofLoans(List<LoanMatch> loans) {
        return of(loans.stream()
                .filter(loan -> loan.outcome() == MatchOutcome.UNKNOWN
                        && !loan.missing().isEmpty())
                .map(loan -> new Waiting(loan.code(), loan.title(), loan.conditions(), loan.missing())));
    }

    private static NextFacts of(Stream<Waiting> waiting) {
        List<Waiting> undecided = waiting.toList();
        List<Waiting> decidable = undecided.stream()
                .filter(one -> one.conditions().stream().allMatch(NextFactsFinder::decidable))
                .toList();
        return new NextFacts(undecided.size(), new NextFactsFinder(decidable).steps());
    }

    /** Where figures are not published, no fact decides for certain. */
    private static boolean decidable(ConditionResult condition) {
        if (condition.outcome() != ConditionResult.Outcome.UNKNOWN) {
            return true;
        }
        List<ConditionResult> parts = condition.children();
        return parts == null || parts.isEmpty()
                ? !condition.missingFacts().isEmpty()
                : parts.stream().allMatch(NextFactsFinder::decidable);
    }

    private List<NextFacts.Step> steps() {
        List<NextFacts.Step> steps = new ArrayList<>();
        while (!open.isEmpty() && steps.size() < MOST_STEPS) {
            NextFacts.Step best = best();
            steps.add(best);
            filled.addAll(best.facts());
            open.removeIf(policy -> filled.containsAll(policy.missing()));
        }
        return steps;
    }

    /** Of those that are as good the one that decides more, then the first in the order of the results. */
    private NextFacts.Step best() {
        Set<Set<FactRef>> candidates = new LinkedHashSet<>();
        open.forEach(policy -> candidates.add(lacking(policy)));
        NextFacts.Step best = null;
        for (Set<FactRef> facts : candidates) {
            NextFacts.Step step = new NextFacts.Step(List.copyOf(facts), decidedBy(facts));
            if (best == null || isBetter(step, best)) {
                best = step;
            }
        }
        if (best == null) {
            throw new IllegalStateException("Nothing is open");
        }
        return best;
    }

    /** As fractions without dividing: decided for each fact. */
    private static boolean isBetter(NextFacts.Step one, NextFacts.Step other) {
        int ahead = Integer.compare(
                one.decides().size() * other.facts().size(),
                other.decides().size() * one.facts().size());
        return ahead > 0
                || (ahead == 0 && one.decides().size() > other.decides().size());
    }

    private Set<FactRef> lacking(Waiting policy) {
        Set<FactRef> lacking = new LinkedHashSet<>(policy.missing());
        lacking.removeAll(filled);
        return lacking;
    }

    private List<NextFacts.Decided> decidedBy(Set<FactRef> facts) {
        return open.stream()
                .filter(policy -> facts.containsAll(lacking(policy)))
                .map(policy -> new NextFacts.Decided(policy.code(), policy.title()))
                .toList();
    }
}
