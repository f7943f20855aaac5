package cn.zhengqi.matching.engine;

import cn.zhengqi.matching.api.criteria.AllOf;
import cn.zhengqi.matching.api.criteria.AnyOf;
import cn.zhengqi.matching.api.criteria.AtLeast;
import cn.zhengqi.matching.api.criteria.Banded;
import cn.zhengqi.matching.api.criteria.Comparison;
import cn.zhengqi.matching.api.criteria.Criterion;
import cn.zhengqi.matching.api.criteria.Operator;
import cn.zhengqi.matching.api.criteria.Score;
import cn.zhengqi.matching.api.criteria.Unverified;
import cn.zhengqi.matching.api.criteria.Value;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.api.facts.FactKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The condition that holds exactly where another does not, so that the engine tells how far an enterprise is from being rid of it.
 * None where it cannot be written as one: bands, tables, and what is not verified.
 */
public final class Opposite {

    private Opposite() {}

    public static Optional<Criterion> of(Criterion criterion) {
        return switch (criterion) {
            case Comparison comparison -> Optional.of(comparison(comparison));
            case AllOf all -> parts(all.criteria()).map(parts -> new AnyOf(null, null, false, parts));
            // One that covers every case always holds.
            case AnyOf any ->
                any.exhaustive() ? Optional.empty() : parts(any.criteria()).map(parts -> new AllOf(null, null, parts));
            case AtLeast some ->
                parts(some.criteria()).map(parts -> new AtLeast(null, null, parts.size() - some.count() + 1, parts));
            case Banded ignored -> Optional.empty();
            case Score ignored -> Optional.empty();
            case Unverified ignored -> Optional.empty();
        };
    }

    private static Optional<List<Criterion>> parts(List<Criterion> criteria) {
        List<Criterion> opposites = new ArrayList<>();
        for (Criterion criterion : criteria) {
            Optional<Criterion> opposite = of(criterion);
            if (opposite.isEmpty()) {
                return Optional.empty();
            }
            opposites.add(opposite.get());
        }
        return Optional.of(opposites);
    }

    private static Criterion comparison(Comparison comparison) {
        Value value = comparison.value();
        return switch (comparison.op()) {
            case AT_LEAST -> with(comparison, Operator.LESS_THAN, value);
            case MORE_THAN -> with(comparison, Operator.AT_MOST, value);
            case AT_MOST -> with(comparison, Operator.MORE_THAN, value);
            case LESS_THAN -> with(comparison, Operator.AT_LEAST, value);
            case EQUAL -> with(comparison, Operator.NOT_EQUAL, value);
            case NOT_EQUAL -> with(comparison, Operator.EQUAL, value);
            case BETWEEN -> {
                Value.Range range = (Value.Range) value;
                yield AnyOf.of(
                        with(comparison, Operator.LESS_THAN, new Value.Amount(range.from())),
                        with(comparison, Operator.MORE_THAN, new Value.Amount(range.to())));
            }
            case IN -> with(comparison, Operator.NOT_IN, value);
            case NOT_IN ->
                with(
                        comparison,
                        FactDictionary.inForce().get(comparison.fact()).kind() == FactKind.MULTI_CHOICE
                                ? Operator.CONTAINS_ANY
                                : Operator.IN,
                        value);
            case CONTAINS, CONTAINS_ANY -> with(comparison, Operator.NOT_IN, value);
        };
    }

    private static Comparison with(Comparison comparison, Operator op, Value value) {
        return new Comparison(null, comparison.fact(), op, value, comparison.unit(), null, null);
    }
}
