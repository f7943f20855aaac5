package cn.zhengqi.matching.match;

import cn.zhengqi.matching.api.criteria.EligibilityRule;
import cn.zhengqi.matching.api.criteria.PolicyRule;
import cn.zhengqi.matching.api.criteria.ProductRule;
import cn.zhengqi.matching.engine.Evaluation;
import cn.zhengqi.matching.engine.Explainer;
import cn.zhengqi.matching.engine.FactVector;
import cn.zhengqi.matching.engine.Ranking;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Evaluates, ranks and explains everything on the shelf for one enterprise, all conditions in words. */
public final class Matcher {

    private final ShelfOnDay shelf;
    private final Evaluation evaluation;
    private final Ranking ranking;
    private final Explainer explainer;
    private final AmountEstimates.ForOne estimates;
    private final List<PolicyMatch> policies;
    private final List<LoanMatch> loans = new ArrayList<>();
    private final List<UnmatchedPolicy> unmatched = new ArrayList<>();

    /** @param shelf on the day as of which the enterprise's facts are */
    public Matcher(ShelfOnDay shelf, FactVector enterprise) {
        this.shelf = shelf;
        this.evaluation = shelf.book().evaluate(enterprise);
        this.ranking = Ranking.of(evaluation);
        this.explainer = new Explainer(evaluation);
        this.estimates = shelf.estimates().of(enterprise);
        List<PolicyMatch> matches = new ArrayList<>(shelf.book().size());
        List<PolicyMatch> exclusive = new ArrayList<>();
        @Nullable PolicyMatch[] told = told();
        for (int index : ranking.order()) {
            PolicyMatch match = told[index];
            if (match != null) {
                matches.add(match);
                if (shelf.excludes(index)) {
                    exclusive.add(match);
                }
            } else if (shelf.book().rule(index) instanceof ProductRule product) {
                loans.add(loan(index, product));
            } else {
                // A plan or a yardstick grants nothing, so nobody qualifies for it.
                EligibilityRule reference = shelf.book().rule(index);
                unmatched.add(new UnmatchedPolicy(shelf.id(index), reference.id(), reference.title()));
            }
        }
        if (!exclusive.isEmpty()) {
            matches.replaceAll(new ExclusiveChoices(shelf.exclusions(), exclusive)::tell);
        }
        this.policies = matches;
        unmatched.sort(Comparator.comparing(UnmatchedPolicy::code));
    }

    /** Policies by position: in the order of the book, so that what stands together in memory is read together. */
    private @Nullable PolicyMatch[] told() {
        @Nullable PolicyMatch[] told = new PolicyMatch[shelf.book().size()];
        for (int index = 0; index < told.length; index++) {
            if (shelf.book().rule(index) instanceof PolicyRule policy && !policy.reference()) {
                told[index] = policy(index, policy);
            }
        }
        return told;
    }

    public List<PolicyMatch> policies() {
        return policies;
    }

    public List<LoanMatch> loans() {
        return loans;
    }

    /** By code, the same for every enterprise. */
    public List<UnmatchedPolicy> unmatched() {
        return unmatched;
    }

    private PolicyMatch policy(int index, PolicyRule rule) {
        return new PolicyMatch(
                shelf.id(index),
                rule.id(),
                rule.edition(),
                rule.title(),
                rule.docNumber(),
                rule.level(),
                rule.category(),
                ranking.outcome(index),
                ranking.degree(index),
                ranking.completeness(index),
                rule.benefit(),
                rule.validity().to(),
                evaluation.periodOver(index),
                rule.verified(),
                evaluation.alreadyHeld(index),
                shelf.notice(index),
                explainer.conditions(index),
                explainer.missing(index),
                shelf.steps().towards(rule, explainer.missingQualifications(index)),
                List.of(),
                null);
    }

    private LoanMatch loan(int index, ProductRule rule) {
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
                explainer.conditions(index),
                explainer.missing(index),
                estimates.estimate(rule, ranking.outcome(index)));
    }
}
