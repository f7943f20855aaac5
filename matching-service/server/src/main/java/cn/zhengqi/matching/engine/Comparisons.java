package cn.zhengqi.matching.engine;

import cn.zhengqi.matching.api.criteria.Band;
import cn.zhengqi.matching.api.criteria.Comparison;
import cn.zhengqi.matching.api.criteria.Operator;
import cn.zhengqi.matching.api.criteria.Value;
import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactDefinition.Closable;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.api.facts.FactKind;
import cn.zhengqi.matching.engine.RuleCompiler.Key;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What comparisons and bands ask of a fact, as keys with closed ends and lists of texts. Says no where a fact cannot be compared so. */
final class Comparisons {

    private final FactDictionary facts;
    private final ToIntFunction<Key> intern;

    /** @param intern gives a key its place */
    Comparisons(FactDictionary facts, ToIntFunction<Key> intern) {
        this.facts = facts;
        this.intern = intern;
    }

    int of(Comparison comparison) {
        FactDefinition fact = facts.get(comparison.fact());
        String unit = comparison.unit();
        if (unit != null && fact.unit() != null && !unit.equals(fact.unit())) {
            throw new IllegalArgumentException(fact.name() + " is in " + fact.unit() + " and is compared with " + unit);
        }
        Operator op = comparison.op();
        Value value = comparison.value();
        return switch (op) {
            case AT_LEAST, MORE_THAN -> numeric(fact, limit(number(fact, value, op), op), Double.POSITIVE_INFINITY);
            case AT_MOST, LESS_THAN -> numeric(fact, Double.NEGATIVE_INFINITY, limit(number(fact, value, op), op));
            case BETWEEN -> {
                if (!(value instanceof Value.Range range)) {
                    throw mismatch(fact, op, value);
                }
                yield numeric(fact, range.from().doubleValue(), range.to().doubleValue());
            }
            case EQUAL -> equal(fact, value, op);
            case NOT_EQUAL -> intern.applyAsInt(new Key.Not(equal(fact, value, op)));
            case IN -> text(fact, texts(fact, value, op));
            case NOT_IN -> intern.applyAsInt(new Key.Not(text(fact, texts(fact, value, op))));
            case CONTAINS, CONTAINS_ANY -> {
                if (fact.kind() != FactKind.MULTI_CHOICE) {
                    throw mismatch(fact, op, value);
                }
                yield text(fact, texts(fact, value, op));
            }
        };
    }

    /** Whether the enterprise can sensibly move the fact in the direction that would meet it. */
    boolean closable(Comparison comparison) {
        Closable closable = facts.get(comparison.fact()).closable();
        return switch (comparison.op()) {
            case AT_LEAST, MORE_THAN, CONTAINS, CONTAINS_ANY, IN -> closable == Closable.UP;
            case AT_MOST, LESS_THAN -> closable == Closable.DOWN;
            case EQUAL -> closable == (comparison.value().equals(new Value.Flag(false)) ? Closable.DOWN : Closable.UP);
            case BETWEEN, NOT_EQUAL, NOT_IN -> false;
        };
    }

    private int equal(FactDefinition fact, Value value, Operator op) {
        if (fact.kind() == FactKind.CHOICE || fact.kind() == FactKind.TEXT) {
            return text(fact, texts(fact, value, op));
        }
        if (fact.kind() == FactKind.BOOLEAN && value instanceof Value.Flag flag) {
            double point = flag.flag() ? 1 : 0;
            return numeric(fact, point, point);
        }
        double point = number(fact, value, op).doubleValue();
        return numeric(fact, point, point);
    }

    private int numeric(FactDefinition fact, double from, double to) {
        return intern.applyAsInt(new Key.Numeric(facts.slot(fact.name()), from, to));
    }

    private int text(FactDefinition fact, List<String> values) {
        TextPredicate predicate = switch (fact.kind()) {
            case CHOICE -> new TextPredicate.OneOf(normal(values));
            case MULTI_CHOICE -> new TextPredicate.HoldsAny(normal(values));
            case TEXT -> new TextPredicate.BeginsWithAny(List.copyOf(values));
            case NUMBER, INTEGER, BOOLEAN, DATE, YEARS ->
                throw new IllegalArgumentException(
                        fact.name() + " is not a text and cannot be compared with " + values);
        };
        return intern.applyAsInt(new Key.Textual(facts.slot(fact.name()), predicate));
    }

    private static Set<String> normal(List<String> values) {
        return values.stream().map(Words::normal).collect(Collectors.toUnmodifiableSet());
    }

    private static List<String> texts(FactDefinition fact, Value value, Operator op) {
        return switch (value) {
            case Value.Text text -> List.of(text.text());
            case Value.Texts texts -> texts.texts();
            case Value.Amount ignored -> throw mismatch(fact, op, value);
            case Value.Flag ignored -> throw mismatch(fact, op, value);
            case Value.Range ignored -> throw mismatch(fact, op, value);
        };
    }

    private static BigDecimal number(FactDefinition fact, Value value, Operator op) {
        if (fact.kind() == FactKind.DATE && value instanceof Value.Text) {
            LocalDate day = FactVector.day(((Value.Text) value).text());
            if (day != null) {
                return BigDecimal.valueOf(day.toEpochDay());
            }
        }
        boolean comparable = fact.kind() == FactKind.NUMBER || fact.kind() == FactKind.INTEGER || fact.readAsNewest();
        if (comparable && value instanceof Value.Amount amount) {
            return amount.number();
        }
        throw mismatch(fact, op, value);
    }

    private static IllegalArgumentException mismatch(FactDefinition fact, Operator op, Value value) {
        return new IllegalArgumentException(
                fact.name() + " (" + fact.kind() + ") cannot be compared " + op.symbol() + " " + value);
    }

    /** Every comparison becomes one with closed ends: more than 70 is at least the next number after 70. */
    static double limit(BigDecimal value, Operator op) {
        double number = value.doubleValue();
        return switch (op) {
            case MORE_THAN -> Math.nextUp(number);
            case LESS_THAN -> Math.nextDown(number);
            default -> number;
        };
    }

    /** What the fact by which bands are chosen has to be for this one. */
    int of(FactDefinition by, Band band) {
        List<String> in = band.in();
        if (in != null) {
            return text(by, in);
        }
        if (!by.kind().numeric()) {
            throw new IllegalArgumentException("bands of " + by.name() + " need lists, not ranges");
        }
        double from = band.from() == null
                ? Double.NEGATIVE_INFINITY
                : limit(band.from(), band.fromIncluded() ? Operator.AT_LEAST : Operator.MORE_THAN);
        double to = band.to() == null
                ? Double.POSITIVE_INFINITY
                : limit(band.to(), band.toIncluded() ? Operator.AT_MOST : Operator.LESS_THAN);
        return intern.applyAsInt(new Key.Numeric(facts.slot(by.name()), from, to));
    }

    /** Whether some band holds whatever the fact turns out to be. */
    static boolean complete(FactDefinition by, List<Band> bands) {
        if (bands.getFirst().in() != null) {
            return !by.choices().isEmpty()
                    && bands.stream()
                            .flatMap(band -> band.in() == null ? Stream.empty() : band.in().stream())
                            .collect(Collectors.toSet())
                            .containsAll(by.choices());
        }
        List<Band> ordered = new ArrayList<>(bands);
        ordered.sort((a, b) ->
                a.from() == null ? -1 : b.from() == null ? 1 : a.from().compareTo(b.from()));
        Band previous = null;
        for (Band band : ordered) {
            if (previous == null) {
                if (band.from() != null) {
                    return false;
                }
            } else if (previous.to() == null
                    || band.from() == null
                    || previous.to().compareTo(band.from()) < 0
                    || (previous.to().compareTo(band.from()) == 0 && !previous.toIncluded() && !band.fromIncluded())) {
                return false;
            }
            previous = band;
        }
        return previous != null && previous.to() == null;
    }
}
