package cn.zhengqi.matching.match;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.matching.api.criteria.EligibilityRule;
import cn.zhengqi.matching.api.criteria.PolicyRule;
import cn.zhengqi.matching.api.criteria.ProductRule;
import cn.zhengqi.matching.api.criteria.Validity;
import cn.zhengqi.matching.engine.Evaluation;
import cn.zhengqi.matching.engine.Explainer;
import cn.zhengqi.matching.engine.FactVector;
import cn.zhengqi.matching.engine.Ranking;
import cn.zhengqi.matching.library.Library;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Evaluates, ranks and explains everything on the shelf for one enterprise, all conditions in words. */
public final class Matcher {

    private final Library.Shelf shelf;
    private final Evaluation evaluation;
    private final Ranking ranking;
    private final Explainer explainer;
    private final FirstSteps steps;
    private final List<PolicyMatch> policies;
    private final List<LoanMatch> loans = new ArrayList<>();
    private final List<UnmatchedPolicy> unmatched = new ArrayList<>();

    public Matcher(Library.Shelf shelf, FactVector enterprise) {
        this.shelf = shelf;
        this.evaluation = shelf.book().evaluate(enterprise);
        this.ranking = Ranking.of(evaluation);
        this.explainer = new Explainer(evaluation);
        this.steps = new FirstSteps(shelf, enterprise.asOf());
        List<PolicyRule> rules = new ArrayList<>();
        List<PolicyMatch> matches = new ArrayList<>();
        for (int index : ranking.order()) {
            switch (shelf.book().rule(index)) {
                // A plan or a yardstick grants nothing, so nobody qualifies for it.
                case PolicyRule policy
                when policy.reference() ->
                    unmatched.add(new UnmatchedPolicy(shelf.idOf(policy), policy.id(), policy.title()));
                case PolicyRule policy -> {
                    rules.add(policy);
                    matches.add(policy(index, policy));
                }
                case ProductRule product -> loans.add(loan(index, product));
            }
        }
        ExclusiveChoices choices = new ExclusiveChoices(rules, matches);
        this.policies = matches.stream().map(choices::tell).toList();
        unmatched.sort(Comparator.comparing(UnmatchedPolicy::code));
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
                shelf.idOf(rule),
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
                notice(index, rule),
                explainer.conditions(index),
                explainer.missing(index),
                steps.towards(rule, explainer.missingQualifications(index)),
                List.of(),
                null);
    }

    private LoanMatch loan(int index, ProductRule rule) {
        return new LoanMatch(
                shelf.idOf(rule),
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
                notice(index, rule),
                explainer.conditions(index),
                explainer.missing(index));
    }

    private @Nullable String notice(int index, EligibilityRule rule) {
        Validity validity = rule.validity();
        String told = validity.note() == null ? "" : validity.note();
        String notice = switch (evaluation.status(index)) {
            case IN_FORCE -> told;
            case UPCOMING -> "自" + day(validity.from()) + "起施行，目前尚未开始。" + told;
            case END_UNVERIFIED -> "已过有效期，是否延续待核实（记载至" + day(validity.to()) + "）。" + told;
            case EXPIRED -> "已于" + day(validity.to()) + "到期。" + told;
            case SUPERSEDED -> "已于" + day(validity.to()) + "到期，" + replaced(validity, told);
        };
        return notice.isEmpty() ? null : notice;
    }

    /** By its title: people do not know the codes. A note on it would say the same once more. */
    private String replaced(Validity validity, String told) {
        String successor = shelf.titleOf(validity.supersededBy());
        return successor == null ? "已有新的政策替代。" + told : "由《" + successor + "》替代。";
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "未载明日期" : BusinessTime.inWords(day);
    }
}
