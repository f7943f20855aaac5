package cn.zhengqi.matching.match;

import cn.zhengqi.matching.api.criteria.AllOf;
import cn.zhengqi.matching.api.criteria.AmountRule;
import cn.zhengqi.matching.api.criteria.Clause;
import cn.zhengqi.matching.api.criteria.Comparison;
import cn.zhengqi.matching.api.criteria.Criterion;
import cn.zhengqi.matching.api.criteria.EligibilityRule;
import cn.zhengqi.matching.api.criteria.Operator;
import cn.zhengqi.matching.api.criteria.ProductRule;
import cn.zhengqi.matching.api.criteria.Value;
import cn.zhengqi.matching.api.match.ConditionResult;
import cn.zhengqi.matching.api.match.ConditionResult.FactRef;
import cn.zhengqi.matching.api.match.MatchOutcome;
import cn.zhengqi.matching.engine.Evaluation;
import cn.zhengqi.matching.engine.Explainer;
import cn.zhengqi.matching.engine.FactVector;
import cn.zhengqi.matching.engine.RuleBook;
import cn.zhengqi.matching.engine.Truth;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is published about the amounts of loan products, ready to be held against an enterprise. Only what a product states
 * counts: its maximum, lower limits for some, and the balance of loans that its conditions allow.
 */
public final class AmountEstimates {

    /** The balance of loans that conditions on amounts speak of. */
    public static final String BALANCE = "totalBizLoan";

    /** The conditions of all lower limits, each as a rule of its own. */
    private final RuleBook limits;

    private final Map<String, Integer> firstLimit = new HashMap<>();

    AmountEstimates(RuleBook book) {
        List<EligibilityRule> conditions = new ArrayList<>();
        for (int i = 0; i < book.size(); i++) {
            if (book.rule(i) instanceof ProductRule product && product.amount() != null) {
                firstLimit.put(product.id(), conditions.size());
                for (AmountRule.Limit limit : product.amount().limits()) {
                    conditions.add(product.asking(product.id() + "#" + conditions.size(), limit.when()));
                }
            }
        }
        limits = RuleBook.of(book.facts(), conditions);
    }

    public ForOne of(FactVector enterprise) {
        return new ForOne(limits.evaluate(enterprise));
    }

    /** For one enterprise. */
    public final class ForOne {

        private final Evaluation evaluation;
        private final Explainer explainer;

        private ForOne(Evaluation evaluation) {
            this.evaluation = evaluation;
            explainer = new Explainer(evaluation);
        }

        /** Null for a product that the enterprise cannot have. */
        public @Nullable AmountEstimate estimate(ProductRule product, MatchOutcome outcome) {
            return outcome == MatchOutcome.INELIGIBLE ? null : reckon(product, outcome, Map.of());
        }

        /**
         * The same with lower limits that hold, do not, or are open, whatever the facts say.
         *
         * @param limits by their position in the product's rule; those that are not named are as the facts say
         */
        public AmountEstimate supposing(ProductRule product, Map<Integer, Truth> limits) {
            return reckon(product, MatchOutcome.ELIGIBLE, limits);
        }

        /** Whether a lower limit holds, by its position in the product's rule. */
        public Truth holds(ProductRule product, int limit) {
            return evaluation.criteria(first(product) + limit);
        }

        /** The lower limit's condition for this enterprise, in words. */
        public List<ConditionResult> conditions(ProductRule product, int limit) {
            return explainer.conditions(first(product) + limit);
        }

        /** The facts that could decide whether a lower limit holds. */
        public List<FactRef> missing(ProductRule product, int limit) {
            return explainer.missing(first(product) + limit);
        }

        private AmountEstimate reckon(ProductRule product, MatchOutcome outcome, Map<Integer, Truth> limits) {
            AmountInterval interval = new AmountInterval(product.maxAmountWan(), product.verified());
            if (outcome == MatchOutcome.NEARLY) {
                interval.say("以满足还差的一项条件为前提");
            }
            AmountRule amount = product.amount();
            if (amount != null) {
                limit(interval, product, amount, limits);
            }
            balances(product.criteria()).forEach(balance -> room(interval, balance));
            if (amount != null && amount.least() != null) {
                interval.least(amount.least().wan(), amount.least().clause());
            }
            return interval.told(
                    amount == null ? null : amount.basis(),
                    amount == null
                            ? List.of()
                            : amount.considers().stream().map(this::considered).toList(),
                    evaluation.vector().dictionary().get(BALANCE).label());
        }

        private int first(ProductRule product) {
            return Objects.requireNonNull(firstLimit.get(product.id()));
        }

        private void limit(
                AmountInterval interval, ProductRule product, AmountRule amount, Map<Integer, Truth> supposed) {
            int first = first(product);
            for (int i = 0; i < amount.limits().size(); i++) {
                AmountRule.Limit limit = amount.limits().get(i);
                switch (supposed.getOrDefault(i, evaluation.criteria(first + i))) {
                    case TRUE -> interval.atMost(limit.mostWan(), limit.clause());
                    case UNKNOWN ->
                        interval.perhapsAtMost(
                                limit.mostWan(), limit.clause(), explainer.missing(first + i), limit.when());
                    case FALSE -> {}
                }
            }
        }

        private void room(AmountInterval interval, Comparison balance) {
            BigDecimal allowed = ((Value.Amount) balance.value()).number();
            double has = evaluation.vector().number(BALANCE);
            Clause clause = Objects.requireNonNullElseGet(
                    balance.clause(), () -> Clause.of("经营性贷款余额不超过 " + AmountInterval.wan(allowed)));
            if (Double.isNaN(has)) {
                interval.roomUnknown(allowed, clause, explainer.toFill(BALANCE));
            } else {
                interval.room(allowed, BigDecimal.valueOf(has), clause);
            }
        }

        private AmountEstimate.Considered considered(String fact) {
            String value = explainer.actual(fact);
            return new AmountEstimate.Considered(
                    evaluation.vector().dictionary().get(fact).label(),
                    value,
                    value == null ? explainer.toFill(fact) : List.of());
        }
    }

    /** The limits on the balance among the conditions that all have to hold. */
    public static List<Comparison> balances(Criterion criterion) {
        if (criterion instanceof AllOf all) {
            return all.criteria().stream()
                    .flatMap(part -> balances(part).stream())
                    .toList();
        }
        return criterion instanceof Comparison comparison
                        && comparison.fact().equals(BALANCE)
                        && (comparison.op() == Operator.AT_MOST || comparison.op() == Operator.LESS_THAN)
                ? List.of(comparison)
                : List.of();
    }
}
