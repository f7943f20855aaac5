package cn.zhengqi.matching.match;

import cn.zhengqi.matching.api.criteria.EligibilityRule;
import cn.zhengqi.matching.api.criteria.ProductRule;
import cn.zhengqi.matching.api.match.ConditionResult;
import cn.zhengqi.matching.api.match.MatchOutcome;
import cn.zhengqi.matching.benefit.BenefitSums;
import cn.zhengqi.matching.engine.Evaluation;
import cn.zhengqi.matching.engine.Explainer;
import cn.zhengqi.matching.engine.FactVector;
import cn.zhengqi.matching.engine.Ranking;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Evaluates, ranks and explains everything on the shelf for one enterprise, all conditions in words. */
public final class Matcher {

    /** Fewer rules are told sooner than another thread is awake. */
    static final int LEAST_SIDE_BY_SIDE = 500;

    private final ShelfOnDay shelf;
    private final Evaluation evaluation;
    private final Ranking ranking;
    private final AmountEstimates.ForOne estimates;
    private final List<PolicyMatch> policies;
    private final List<LoanMatch> loans;
    private final List<UnmatchedPolicy> unmatched = new ArrayList<>();

    /** @param shelf on the day as of which the enterprise's facts are */
    public Matcher(ShelfOnDay shelf, FactVector enterprise) {
        this.shelf = shelf;
        this.evaluation = shelf.book().begin(enterprise);
        this.ranking = Ranking.begun(evaluation);
        this.estimates = shelf.estimates().of(enterprise);
        Telling telling = new Telling();
        telling.run();
        List<PolicyMatch> matches = new ArrayList<>(shelf.book().size());
        List<PolicyMatch> exclusive = new ArrayList<>();
        List<Integer> open = new ArrayList<>();
        boolean excluding = false;
        List<Integer> products = new ArrayList<>();
        for (int index : telling.order) {
            PolicyMatch match = telling.told[index];
            if (match != null) {
                if (shelf.mayGiveWay(index)) {
                    exclusive.add(match);
                    excluding |= shelf.excludes(index);
                    if (match.current()) {
                        open.add(matches.size());
                    }
                }
                matches.add(match);
            } else if (shelf.book().rule(index) instanceof ProductRule) {
                products.add(index);
            } else {
                // A plan or a yardstick grants nothing, so nobody qualifies for it.
                EligibilityRule reference = shelf.book().rule(index);
                unmatched.add(new UnmatchedPolicy(shelf.id(index), reference.id(), reference.title()));
            }
        }
        if (excluding) {
            matches.replaceAll(new ExclusiveChoices(shelf.exclusions(), new BenefitSums(enterprise), exclusive)::tell);
        } else if (open.size() > 1) {
            // Without exclusions there is nothing to weigh.
            ExclusiveChoices.lowestRate(shelf.exclusions(), matches, open);
        }
        this.policies = matches;
        this.loans = loans(products);
        unmatched.sort(Comparator.comparing(UnmatchedPolicy::code));
    }

    /**
     * Evaluates, judges and orders all rules, and tells the policies by position: in the order of the book, so that what stands together in memory is read together.
     */
    private final class Telling implements FromBothEnds.Work {

        private final int size = shelf.book().size();
        private final int half = shelf.book().half();
        private final @Nullable PolicyMatch[] told = new PolicyMatch[size];

        /** Volatile, for a thread that comes late puts its own in place of an equal one. */
        private volatile int[] order = {};

        /** Of a great library one thread begins at the first rule and another at the last, until they meet. */
        void run() {
            if (size < 2 * LEAST_SIDE_BY_SIDE || Runtime.getRuntime().availableProcessors() == 1) {
                evaluation.run();
                ranking.judge(0, size);
                bothDecided();
                teller().tell(0, size);
            } else {
                new FromBothEnds(size, half, this).run();
            }
        }

        @Override
        public void decide(boolean first) {
            evaluation.runHalf(first);
            ranking.judge(first ? 0 : half, first ? half : size);
        }

        @Override
        public void bothDecided() {
            order = ranking.order();
        }

        @Override
        public FromBothEnds.Teller teller() {
            Explainer explainer = new Explainer(evaluation);
            return (from, to) -> {
                for (int index = from; index < to; index++) {
                    PolicyOnDay policy = shelf.policy(index);
                    if (policy != null) {
                        told[index] = policy(index, policy, explainer);
                    }
                }
            };
        }
    }

    public List<PolicyMatch> policies() {
        return policies;
    }

    public List<LoanMatch> loans() {
        return loans;
    }

    /** What the conditions of a policy say: of one that begins later, how the enterprise will stand then, if nothing changes. */
    MatchOutcome onceBegun(PolicyMatch match) {
        return evaluation.onceBegun(IntStream.range(0, shelf.book().size())
                .filter(index -> shelf.id(index).equals(match.policyId()))
                .findFirst()
                .orElseThrow());
    }

    /** By code, the same for every enterprise. */
    public List<UnmatchedPolicy> unmatched() {
        return unmatched;
    }

    private PolicyMatch policy(int index, PolicyOnDay policy, Explainer explainer) {
        List<ConditionResult> conditions = explainer.conditions(index);
        return new PolicyMatch(
                policy,
                ranking.outcome(index),
                ranking.degree(index),
                ranking.completeness(index),
                evaluation.periodOver(index) || shelf.over(index),
                evaluation.alreadyHeld(index),
                conditions,
                explainer.missing(index, conditions),
                shelf.steps().towards(shelf.book().rule(index), explainer.missingQualifications(index)),
                List.of(),
                null);
    }

    private List<LoanMatch> loans(List<Integer> products) {
        if (products.isEmpty()) {
            return List.of();
        }
        Explainer explainer = new Explainer(evaluation);
        return products.stream()
                .map(index -> loan(index, (ProductRule) shelf.book().rule(index), explainer))
                .toList();
    }

    private LoanMatch loan(int index, ProductRule rule, Explainer explainer) {
        List<ConditionResult> conditions = explainer.conditions(index);
        return new LoanMatch(
                shelf.id(index),
                rule.id(),
                rule.edition(),
                rule.title(),
                rule.bank(),
                rule.maxAmountWan(),
                rule.termMonths(),
                rule.rateText(),
                ranking.outcome(index),
                ranking.degree(index),
                ranking.completeness(index),
                rule.verified(),
                shelf.notice(index),
                shelf.over(index) ? rule.validity().to() : null,
                conditions,
                explainer.missing(index, conditions),
                estimates.estimate(rule, ranking.outcome(index)));
    }
}
