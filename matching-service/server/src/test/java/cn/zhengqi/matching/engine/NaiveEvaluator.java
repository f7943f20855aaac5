package cn.zhengqi.matching.engine;

import cn.zhengqi.matching.api.criteria.AllOf;
import cn.zhengqi.matching.api.criteria.AnyOf;
import cn.zhengqi.matching.api.criteria.AtLeast;
import cn.zhengqi.matching.api.criteria.Band;
import cn.zhengqi.matching.api.criteria.Banded;
import cn.zhengqi.matching.api.criteria.Comparison;
import cn.zhengqi.matching.api.criteria.Criterion;
import cn.zhengqi.matching.api.criteria.Operator;
import cn.zhengqi.matching.api.criteria.Score;
import cn.zhengqi.matching.api.criteria.Unverified;
import cn.zhengqi.matching.api.criteria.Value;
import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.function.Predicate;

/** The meaning of criteria written down as plainly as possible, to check the engine against. Slow. */
final class NaiveEvaluator {

    private final FactVector vector;

    NaiveEvaluator(FactVector vector) {
        this.vector = vector;
    }

    Truth truth(Criterion criterion) {
        return switch (criterion) {
            case AllOf all -> all.criteria().stream().map(this::truth).reduce(Truth.TRUE, Truth::and);
            case AnyOf any -> {
                Truth truth = any.criteria().stream().map(this::truth).reduce(Truth.FALSE, Truth::or);
                yield any.exhaustive() && truth == Truth.UNKNOWN ? Truth.TRUE : truth;
            }
            case AtLeast some -> {
                long met = count(some, Truth.TRUE);
                long open = count(some, Truth.UNKNOWN);
                yield met >= some.count() ? Truth.TRUE : met + open >= some.count() ? Truth.UNKNOWN : Truth.FALSE;
            }
            case Unverified ignored -> Truth.UNKNOWN;
            case Comparison comparison -> comparison(comparison);
            case Banded banded -> banded(banded);
            case Score score -> score(score);
        };
    }

    private long count(AtLeast some, Truth wanted) {
        return some.criteria().stream().map(this::truth).filter(wanted::equals).count();
    }

    private Truth comparison(Comparison comparison) {
        FactDefinition fact = vector.dictionary().get(comparison.fact());
        int slot = vector.dictionary().slot(comparison.fact());
        if (fact.kind().numeric()) {
            DoublePredicate holds = numeric(comparison);
            // Every limit in these tests is at a multiple of a half, so the ends and the points around the limits
            // suffice.
            return among(samples(vector.low[slot], vector.high[slot]), holds::test);
        }
        Object stored = vector.text[slot];
        List<String> values = comparison.value() instanceof Value.Texts texts
                ? texts.texts()
                : List.of(((Value.Text) comparison.value()).text());
        Truth in = switch (fact.kind()) {
            case CHOICE ->
                stored == null
                        ? Truth.UNKNOWN
                        : among(
                                Set.of(stored instanceof String[] several ? several : new String[] {(String) stored}),
                                choice -> values.stream().map(Words::normal).anyMatch(choice::equals));
            case MULTI_CHOICE ->
                stored == null
                        ? Truth.UNKNOWN
                        : List.of((String[]) stored).stream()
                                        .anyMatch(held -> values.stream()
                                                .map(Words::normal)
                                                .anyMatch(held::equals))
                                ? Truth.TRUE
                                : Truth.FALSE;
            default -> code((String) stored, values);
        };
        return comparison.op() == Operator.NOT_IN || comparison.op() == Operator.NOT_EQUAL ? in.not() : in;
    }

    private static Truth code(String code, List<String> prefixes) {
        if (code == null) {
            return Truth.UNKNOWN;
        }
        if (prefixes.stream().anyMatch(code::startsWith)) {
            return Truth.TRUE;
        }
        return prefixes.stream().anyMatch(prefix -> prefix.startsWith(code)) ? Truth.UNKNOWN : Truth.FALSE;
    }

    private static DoublePredicate numeric(Comparison comparison) {
        double limit = switch (comparison.value()) {
            case Value.Amount amount -> amount.number().doubleValue();
            case Value.Flag flag -> flag.flag() ? 1 : 0;
            default -> Double.NaN;
        };
        return switch (comparison.op()) {
            case AT_LEAST -> x -> x >= limit;
            case MORE_THAN -> x -> x > limit;
            case AT_MOST -> x -> x <= limit;
            case LESS_THAN -> x -> x < limit;
            case EQUAL -> x -> x == limit;
            case NOT_EQUAL -> x -> x != limit;
            case BETWEEN -> {
                Value.Range range = (Value.Range) comparison.value();
                yield x -> x >= range.from().doubleValue() && x <= range.to().doubleValue();
            }
            default -> throw new IllegalArgumentException(comparison.toString());
        };
    }

    private static Set<Double> samples(double low, double high) {
        Set<Double> samples = new LinkedHashSet<>();
        samples.add(low);
        samples.add(high);
        for (double x = -1; x <= 12; x += 0.25) {
            if (x >= low && x <= high) {
                samples.add(x);
            }
        }
        return samples;
    }

    private static <T> Truth among(Set<T> possible, Predicate<T> holds) {
        long hits = possible.stream().filter(holds).count();
        return hits == possible.size() ? Truth.TRUE : hits == 0 ? Truth.FALSE : Truth.UNKNOWN;
    }

    private Truth banded(Banded banded) {
        int slot = vector.dictionary().slot(banded.by());
        assert vector.dictionary().get(banded.by()).kind() != FactKind.CHOICE;
        Set<Truth> results = new LinkedHashSet<>();
        for (double x : samples(vector.low[slot], vector.high[slot])) {
            results.add(banded.bands().stream()
                    .filter(band -> contains(band, x))
                    .findFirst()
                    .map(band -> truth(band.then()))
                    .orElse(Truth.FALSE));
        }
        return results.size() == 1 ? results.iterator().next() : Truth.UNKNOWN;
    }

    private static boolean contains(Band band, double x) {
        BigDecimal from = band.from();
        BigDecimal to = band.to();
        boolean above = from == null || x > from.doubleValue() || (band.fromIncluded() && x == from.doubleValue());
        boolean below = to == null || x < to.doubleValue() || (band.toIncluded() && x == to.doubleValue());
        return above && below;
    }

    private Truth score(Score score) {
        double low = 0;
        double high = 0;
        Truth truth = Truth.TRUE;
        for (Score.Group group : score.groups()) {
            double groupLow = 0;
            double groupHigh = 0;
            for (Score.Item item : group.items()) {
                List<Double> reachable = new ArrayList<>();
                boolean done = false;
                for (Score.Tier tier : item.tiers()) {
                    Truth when = truth(tier.when());
                    if (!done && when != Truth.FALSE) {
                        reachable.add(tier.points().doubleValue());
                    }
                    done |= when == Truth.TRUE;
                }
                if (!done) {
                    reachable.add(item.otherwise().doubleValue());
                }
                groupLow += reachable.stream().min(Double::compare).orElseThrow();
                groupHigh += reachable.stream().max(Double::compare).orElseThrow();
            }
            if (group.minimum() != null) {
                double minimum = group.minimum().doubleValue();
                truth = truth.and(groupLow >= minimum ? Truth.TRUE : groupHigh < minimum ? Truth.FALSE : Truth.UNKNOWN);
            }
            low += groupLow;
            high += groupHigh;
        }
        double pass = score.pass().doubleValue();
        boolean lowPasses = score.strict() ? low > pass : low >= pass;
        boolean highPasses = score.strict() ? high > pass : high >= pass;
        return truth.and(lowPasses ? Truth.TRUE : highPasses ? Truth.UNKNOWN : Truth.FALSE);
    }
}
