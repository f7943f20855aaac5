package cn.zhengqi.matching.advice;

import cn.zhengqi.matching.advice.ChangingFact.ChangedBy;
import cn.zhengqi.matching.advice.CreditAdvice.AdvisedProduct;
import cn.zhengqi.matching.advice.CreditStep.Kind;
import cn.zhengqi.matching.api.criteria.AmountRule;
import cn.zhengqi.matching.api.criteria.AnyOf;
import cn.zhengqi.matching.api.criteria.Clause;
import cn.zhengqi.matching.api.criteria.Comparison;
import cn.zhengqi.matching.api.criteria.Criterion;
import cn.zhengqi.matching.api.criteria.ProductRule;
import cn.zhengqi.matching.api.criteria.Value;
import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.api.facts.FactSource;
import cn.zhengqi.matching.api.match.ConditionResult;
import cn.zhengqi.matching.api.match.ConditionResult.FactRef;
import cn.zhengqi.matching.api.match.MatchOutcome;
import cn.zhengqi.matching.engine.Evaluation;
import cn.zhengqi.matching.engine.Explainer;
import cn.zhengqi.matching.engine.FactVector;
import cn.zhengqi.matching.engine.Opposite;
import cn.zhengqi.matching.engine.Ranking;
import cn.zhengqi.matching.engine.RuleBook;
import cn.zhengqi.matching.engine.RuleFacts;
import cn.zhengqi.matching.engine.Truth;
import cn.zhengqi.matching.match.AmountEstimate;
import cn.zhengqi.matching.match.AmountEstimates;
import cn.zhengqi.matching.match.AmountInterval;
import cn.zhengqi.matching.match.ShelfOnDay;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds what raises the estimates of one enterprise. Each figure after a step is what {@link AmountEstimates} says once the step's
 * assumption is made: there is no other formula.
 */
public final class Advisor {

    private final ShelfOnDay shelf;
    private final FactVector enterprise;
    private final Map<String, Object> facts;
    private final Set<String> taxFacts;
    private final FactDictionary dictionary;
    private final AmountEstimates.ForOne estimates;
    private final Map<BigDecimal, AmountEstimates.ForOne> byBalance = new HashMap<>();
    private final List<AdvisedProduct> products = new ArrayList<>();
    private int leftOut;

    /**
     * @param facts those from which the enterprise's vector was made
     * @param taxFacts names of those that come from the tax authority
     */
    public Advisor(ShelfOnDay shelf, FactVector enterprise, Map<String, Object> facts, Set<String> taxFacts) {
        this.shelf = shelf;
        this.enterprise = enterprise;
        this.facts = facts;
        this.taxFacts = taxFacts;
        dictionary = enterprise.dictionary();
        estimates = shelf.estimates().of(enterprise);
        Evaluation evaluation = shelf.book().evaluate(enterprise);
        Explainer explainer = new Explainer(evaluation);
        for (int index : Ranking.of(evaluation).order()) {
            if (shelf.book().rule(index) instanceof ProductRule product) {
                advise(index, product, evaluation.outcome(index), explainer);
            }
        }
    }

    /** All that the enterprise could have, best fitting first. */
    public List<AdvisedProduct> products() {
        return Collections.unmodifiableList(products);
    }

    public int leftOut() {
        return leftOut;
    }

    private void advise(int index, ProductRule product, MatchOutcome outcome, Explainer explainer) {
        AmountEstimate estimate = estimates.estimate(product, outcome);
        if (estimate == null) {
            leftOut++;
            return;
        }
        List<CreditStep> steps = new ArrayList<>();
        if (outcome == MatchOutcome.NEARLY) {
            meet(index, product, estimate, explainer, steps);
        }
        AmountRange now = AmountRange.of(estimate);
        if (now != null) {
            limits(product, now, steps);
            balance(product, now, steps);
        }
        steps.sort(CreditStep.BEST_FIRST);
        products.add(new AdvisedProduct(
                shelf.id(index),
                product.id(),
                product.edition(),
                product.title(),
                product.bank(),
                outcome,
                product.verified(),
                shelf.notice(index),
                explainer.missing(index),
                estimate,
                List.copyOf(steps)));
    }

    /** The one condition that fails opens the product; none fails where only its day has not come. */
    private void meet(
            int index, ProductRule product, AmountEstimate estimate, Explainer explainer, List<CreditStep> steps) {
        List<ConditionResult> conditions = explainer.conditions(index);
        List<Criterion> criteria = RuleFacts.conditions(product);
        for (int i = 0; i < criteria.size(); i++) {
            ConditionResult condition = conditions.get(i);
            if (condition.outcome() == ConditionResult.Outcome.NOT_MET) {
                Set<String> about = RuleFacts.compares(criteria.get(i));
                tell(
                        Kind.MEET,
                        "满足还差的一项条件：" + condition.label(),
                        condition.gapText(),
                        new Clause(
                                Objects.requireNonNullElse(condition.clause(), condition.label()),
                                condition.place(),
                                condition.certain()),
                        changing(about),
                        estimate.highWan() == null ? null : AmountRange.NOTHING,
                        AmountRange.of(estimates.supposing(product, openIfAbout(product, about))),
                        null,
                        steps);
            }
        }
    }

    private void limits(ProductRule product, AmountRange now, List<CreditStep> steps) {
        AmountRule amount = product.amount();
        for (int i = 0; amount != null && i < amount.limits().size(); i++) {
            AmountRule.Limit limit = amount.limits().get(i);
            switch (estimates.holds(product, i)) {
                case TRUE -> lift(product, i, limit, now, steps);
                case UNKNOWN -> fill(product, i, limit, now, steps);
                case FALSE -> {}
            }
        }
    }

    private void lift(
            ProductRule product, int position, AmountRule.Limit limit, AmountRange now, List<CreditStep> steps) {
        Criterion opposite = Opposite.of(limit.when()).orElse(null);
        if (opposite == null) {
            return;
        }
        // As one condition, so that the engine says whether an enterprise can sensibly meet it.
        ProductRule asking = product.asking(product.id(), AnyOf.of(opposite));
        Evaluation lifted = RuleBook.of(List.of(asking)).evaluate(enterprise);
        Set<String> about = RuleFacts.compares(limit.when());
        List<ChangingFact> changing = changing(about);
        if (lifted.outcome(0) != MatchOutcome.NEARLY
                && changing.stream().noneMatch(fact -> fact.changedBy() == ChangedBy.REGISTER)) {
            return;
        }
        Map<Integer, Truth> supposed = openIfAbout(product, about);
        supposed.put(position, Truth.FALSE);
        tell(
                Kind.LIFT,
                "不再适用“" + AmountInterval.wan(limit.mostWan()) + "以内”这一较低限额",
                new Explainer(lifted).conditions(0).getFirst().gapText(),
                limit.clause(),
                changing,
                now,
                AmountRange.of(estimates.supposing(product, supposed)),
                null,
                steps);
    }

    private void fill(
            ProductRule product, int position, AmountRule.Limit limit, AmountRange now, List<CreditStep> steps) {
        List<FactRef> missing = estimates.missing(product, position);
        if (missing.isEmpty()
                || !estimates.conditions(product, position).stream().allMatch(Advisor::decidable)) {
            return;
        }
        AmountRange otherwise = AmountRange.of(estimates.supposing(product, Map.of(position, Truth.TRUE)));
        tell(
                Kind.FILL_LIMIT,
                "填写" + labels(missing),
                "填写后可以判定“" + AmountInterval.wan(limit.mostWan()) + "以内”这一较低限额是否适用",
                limit.clause(),
                changing(missing.stream().map(FactRef::name).toList()),
                now,
                AmountRange.of(estimates.supposing(product, Map.of(position, Truth.FALSE))),
                otherwise,
                steps);
    }

    /** Where figures are not published, no fact decides for certain. */
    private static boolean decidable(ConditionResult condition) {
        if (condition.outcome() != ConditionResult.Outcome.UNKNOWN) {
            return true;
        }
        List<ConditionResult> parts = condition.children();
        return parts == null || parts.isEmpty()
                ? !condition.missingFacts().isEmpty()
                : parts.stream().allMatch(Advisor::decidable);
    }

    private void balance(ProductRule product, AmountRange now, List<CreditStep> steps) {
        List<Comparison> allowing = AmountEstimates.balances(product.criteria());
        if (allowing.isEmpty()) {
            return;
        }
        Comparison strictest =
                Collections.min(allowing, (one, other) -> allowed(one).compareTo(allowed(other)));
        BigDecimal allowed = allowed(strictest);
        AmountRange full = Objects.requireNonNull(AmountRange.of(at(product, BigDecimal.ZERO)));
        BigDecimal enough = allowed.subtract(full.highWan()).max(BigDecimal.ZERO);
        if (!full.same(Objects.requireNonNull(AmountRange.of(at(product, enough))))) {
            enough = BigDecimal.ZERO;
        }
        Clause clause = Objects.requireNonNullElseGet(
                strictest.clause(), () -> Clause.of("经营性贷款余额不超过 " + AmountInterval.wan(allowed)));
        List<ChangingFact> changing = changing(List.of(AmountEstimates.BALANCE));
        String label = dictionary.get(AmountEstimates.BALANCE).label();
        double known = enterprise.number(AmountEstimates.BALANCE);
        if (Double.isNaN(known)) {
            tell(
                    Kind.FILL_BALANCE,
                    "填写" + label,
                    "余额不超过 " + AmountInterval.wan(enough) + "时不受这一项限制；达到 " + AmountInterval.wan(allowed) + "时没有余下的额度",
                    clause,
                    changing,
                    now,
                    full,
                    AmountRange.of(at(product, allowed)),
                    steps);
        } else {
            BigDecimal balance = BigDecimal.valueOf(known);
            tell(
                    Kind.REPAY,
                    "归还现有贷款 " + AmountInterval.wan(balance.subtract(enough)),
                    repaying(product, balance, allowed, enough),
                    clause,
                    changing,
                    now,
                    full,
                    null,
                    steps);
        }
    }

    /** What each 万元 does, as far as the estimates say so. */
    private String repaying(ProductRule product, BigDecimal balance, BigDecimal allowed, BigDecimal enough) {
        BigDecimal start = balance.min(allowed);
        AmountRange before = AmountRange.of(at(product, start));
        AmountRange less =
                AmountRange.of(at(product, start.subtract(BigDecimal.ONE).max(BigDecimal.ZERO)));
        StringBuilder told = new StringBuilder("现有余额 ").append(AmountInterval.wan(balance));
        if (balance.compareTo(allowed) > 0) {
            told.append("，先还到 ").append(AmountInterval.wan(allowed)).append("，此后");
        } else {
            told.append("，");
        }
        if (before != null
                && less != null
                && less.highWan().subtract(before.highWan()).compareTo(BigDecimal.ONE) == 0) {
            told.append("每归还 1 万元，余下额度增加 1 万元，");
        }
        return told.append("还到 ")
                .append(AmountInterval.wan(enough))
                .append("时不再受这一项限制")
                .toString();
    }

    private static BigDecimal allowed(Comparison balance) {
        return ((Value.Amount) balance.value()).number();
    }

    /** The estimate with another balance of loans, all lower limits held against it anew. */
    private AmountEstimate at(ProductRule product, BigDecimal balance) {
        return byBalance
                .computeIfAbsent(balance.stripTrailingZeros(), amount -> {
                    Map<String, Object> supposed = new HashMap<>(facts);
                    supposed.put(AmountEstimates.BALANCE, amount);
                    return shelf.estimates().of(FactVector.of(dictionary, supposed, enterprise.asOf()));
                })
                .supposing(product, Map.of());
    }

    /** Whoever changes a fact may come under another lower limit that is about it: whether one that does not hold now would is open. */
    private Map<Integer, Truth> openIfAbout(ProductRule product, Set<String> changed) {
        Map<Integer, Truth> open = new HashMap<>();
        AmountRule amount = product.amount();
        for (int i = 0; amount != null && i < amount.limits().size(); i++) {
            if (estimates.holds(product, i) == Truth.FALSE
                    && !Collections.disjoint(
                            RuleFacts.compares(amount.limits().get(i).when()), changed)) {
                open.put(i, Truth.UNKNOWN);
            }
        }
        return open;
    }

    /** What raises nothing is not told. */
    private static void tell(
            Kind kind,
            String what,
            @Nullable String detail,
            Clause clause,
            List<ChangingFact> about,
            @Nullable AmountRange before,
            @Nullable AmountRange after,
            @Nullable AmountRange otherwise,
            List<CreditStep> steps) {
        if ((before == null) != (after == null)) {
            return;
        }
        BigDecimal raises = before == null || after == null ? null : before.risesTo(after);
        if (raises == null || raises.signum() > 0) {
            steps.add(new CreditStep(kind, what, detail, clause, about, before, after, otherwise, raises));
        }
    }

    private List<ChangingFact> changing(Collection<String> names) {
        return names.stream()
                .map(dictionary::get)
                .map(fact -> new ChangingFact(fact.name(), fact.label(), changedBy(fact)))
                .toList();
    }

    private ChangedBy changedBy(FactDefinition fact) {
        if (taxFacts.contains(fact.name())) {
            return ChangedBy.TAX;
        }
        return fact.source() == FactSource.REGISTER ? ChangedBy.REGISTER : ChangedBy.SELF;
    }

    private static String labels(List<FactRef> facts) {
        return facts.stream().map(FactRef::label).collect(Collectors.joining("、"));
    }
}
