package cn.zhengqi.matching.engine;

import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.api.facts.FactKind;
import cn.zhengqi.matching.api.facts.Formula;
import cn.zhengqi.matching.api.facts.FormulaCheck;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The formulas of the derived facts of a dictionary, compiled once: each after those on which it rests. Immutable and thread-safe. */
final class Formulas {

    private final FactDictionary facts;
    private final int established;
    private final Step[] steps;

    /** Of each step the fact that it writes. */
    private final String[] names;

    /** Of each step the slots of which one has to be told for it to say anything. */
    private final long[][] needed;

    /** Those that say something also of whom nothing is told. */
    private final boolean[] always;

    Formulas(FactDictionary facts) {
        this.facts = facts;
        established = facts.slot("established");
        List<Step> compiled = new ArrayList<>();
        List<String> written = new ArrayList<>();
        for (FactDefinition fact : inOrder()) {
            if (fact.calculation() != null) {
                compiled.add(step(fact, fact.calculation()));
                written.add(fact.name());
            }
        }
        steps = compiled.toArray(Step[]::new);
        names = written.toArray(String[]::new);
        needed = new long[steps.length][(facts.facts().size() + 63) >>> 6];
        always = new boolean[steps.length];
        FactVector nobody = new FactVector(facts, Map.of(), LocalDate.EPOCH);
        for (int step = 0; step < steps.length; step++) {
            steps[step].take(nobody);
            always[step] = nobody.isBounded(facts.slot(names[step]));
            mark(needed[step], established);
            for (String input : facts.basis(names[step])) {
                mark(needed[step], facts.slot(input));
            }
        }
    }

    private static void mark(long[] bits, int slot) {
        bits[slot >>> 6] |= 1L << (slot & 63);
    }

    /** Writes one derived fact. */
    private interface Step {
        void take(FactVector vector);
    }

    /** A number of one enterprise, NaN while it is not known. */
    private interface Term {
        double of(FactVector vector);
    }

    /** @param told slots of which something is said: nothing is reckoned from nothing */
    void compute(FactVector vector, long[] told) {
        for (int step = 0; step < steps.length; step++) {
            if (always[step] || anyOf(needed[step], told)) {
                steps[step].take(vector);
            }
        }
    }

    private static boolean anyOf(long[] some, long[] others) {
        for (int word = 0; word < some.length; word++) {
            if ((some[word] & others[word]) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Those that were not given themselves. */
    void computeOthers(FactVector vector) {
        for (int step = 0; step < steps.length; step++) {
            if (vector.given(names[step]) == null) {
                steps[step].take(vector);
            }
        }
    }

    /** What one formula comes to beside facts that are read already. */
    double value(FactVector vector, Formula formula) {
        return number(formula).of(vector);
    }

    private Set<FactDefinition> inOrder() {
        Set<FactDefinition> order = new LinkedHashSet<>();
        facts.facts().forEach(fact -> after(fact, order));
        return order;
    }

    private void after(FactDefinition fact, Set<FactDefinition> order) {
        if (!order.contains(fact)) {
            fact.inputs().forEach(input -> after(facts.get(input), order));
            order.add(fact);
        }
    }

    private Step step(FactDefinition fact, Formula formula) {
        int slot = facts.slot(fact.name());
        return switch (formula) {
            case Formula.Total total -> total(slot, total);
            case Formula.Mean mean -> mean(slot, mean);
            case Formula.Least least -> least(slot, least, bound(fact.min(), Double.NEGATIVE_INFINITY));
            case Formula.Greatest greatest -> greatest(slot, greatest, bound(fact.max(), Double.POSITIVE_INFINITY));
            case Formula.Official official ->
                switch (official.standard()) {
                    case ENTERPRISE_SIZE -> new OfficialSize(facts, slot)::take;
                    case SMALL_LOW_PROFIT -> new SmallLowProfit(facts, slot)::take;
                };
            default -> {
                Term number = number(formula);
                yield vector -> vector.point(slot, number.of(vector));
            }
        };
    }

    private Term number(Formula formula) {
        return switch (formula) {
            case Formula.Figure figure -> figure(figure);
            case Formula.Constant constant -> {
                double value = constant.value().doubleValue();
                yield vector -> value;
            }
            case Formula.Plus plus -> sum(numbers(plus.parts()));
            case Formula.Minus minus -> {
                Term from = number(minus.from());
                Term less = number(minus.less());
                yield vector -> clean(from.of(vector) - less.of(vector));
            }
            case Formula.Times times -> times(times);
            case Formula.Over over -> {
                Term part = number(over.part());
                Term whole = number(over.whole());
                yield vector -> over(part.of(vector), whole.of(vector), 1);
            }
            case Formula.Percent percent -> {
                Term part = number(percent.part());
                Term whole = number(percent.whole());
                yield vector -> percent(part.of(vector), whole.of(vector));
            }
            case Formula.Growth growth -> {
                Term newer = year(growth.fact(), growth.year());
                Term older = year(growth.fact(), growth.year() + 1);
                yield vector -> {
                    double before = older.of(vector);
                    return percent(newer.of(vector) - before, before);
                };
            }
            case Formula.Total total -> {
                Term[] years = years(total.fact(), total.years());
                yield vector -> known(years, vector, true) == years.length ? clean(sumOf(years, vector)) : Double.NaN;
            }
            case Formula.Mean mean -> {
                Term[] years = years(mean.fact(), mean.years());
                yield vector -> known(years, vector, false) == years.length
                        ? clean(sumOf(years, vector) / years.length)
                        : Double.NaN;
            }
            case Formula.TotalShare share -> totalShare(share);
            case Formula.Least least -> {
                Term[] parts = numbers(least.parts());
                yield vector -> known(parts, vector, false) == parts.length ? leastOf(parts, vector) : Double.NaN;
            }
            case Formula.Greatest greatest -> {
                Term[] parts = numbers(greatest.parts());
                yield vector -> known(parts, vector, false) == parts.length ? greatestOf(parts, vector) : Double.NaN;
            }
            case Formula.Since since -> since(since);
            case Formula.Official ignored ->
                throw new IllegalArgumentException("What a standard lays down is no part of a formula");
        };
    }

    private Term figure(Formula.Figure figure) {
        if (figure.year() != null) {
            return year(figure.fact(), figure.year());
        }
        int slot = facts.slot(figure.fact());
        return vector -> vector.number(slot);
    }

    private Term year(String fact, int year) {
        String name = facts.get(fact).name();
        return vector -> vector.year(name, year);
    }

    private Term[] years(String fact, int years) {
        Term[] numbers = new Term[years];
        for (int year = 0; year < years; year++) {
            numbers[year] = year(fact, year);
        }
        return numbers;
    }

    private Term[] numbers(List<Formula> parts) {
        return parts.stream().map(this::number).toArray(Term[]::new);
    }

    private static Term sum(Term[] parts) {
        return vector -> {
            double sum = 0;
            for (Term part : parts) {
                sum += part.of(vector);
            }
            return clean(sum);
        };
    }

    /** A percent counts as hundredths beside what has a unit, and beside another percent. */
    private Term times(Formula.Times times) {
        Term left = number(times.left());
        Term right = number(times.right());
        boolean hundredths =
                FormulaCheck.unit(facts, times.left()) != null && FormulaCheck.unit(facts, times.right()) != null;
        return hundredths
                ? vector -> clean(left.of(vector) * right.of(vector) / 100)
                : vector -> clean(left.of(vector) * right.of(vector));
    }

    /** By definition over the years of which both are known, so that another year changes it: no other formula is of this kind. */
    private Term totalShare(Formula.TotalShare share) {
        Term[] parts = years(share.part(), share.years());
        Term[] wholes = years(share.whole(), share.years());
        return vector -> {
            double part = 0;
            double whole = 0;
            for (int i = 0; i < parts.length; i++) {
                double partOfYear = parts[i].of(vector);
                double wholeOfYear = wholes[i].of(vector);
                if (!Double.isNaN(partOfYear) && !Double.isNaN(wholeOfYear)) {
                    part += partOfYear;
                    whole += wholeOfYear;
                }
            }
            return percent(clean(part), clean(whole));
        };
    }

    private Term since(Formula.Since since) {
        int slot = facts.slot(since.fact());
        return since.in() == Formula.Span.DAYS
                ? vector -> vector.asOf().toEpochDay() - vector.number(slot)
                : vector -> {
                    double day = vector.number(slot);
                    return Double.isNaN(day)
                            ? Double.NaN
                            : FactVector.yearsBetween(LocalDate.ofEpochDay((long) day), vector.asOf());
                };
    }

    /** A year that is not known adds nothing or more where the fact is never negative, and one before the foundation adds nothing. */
    private Step total(int slot, Formula.Total total) {
        Term[] years = years(total.fact(), total.years());
        boolean neverNegative = neverNegative(total.fact());
        return vector -> {
            int known = known(years, vector, true);
            if (known == years.length) {
                vector.point(slot, clean(sumOf(years, vector)));
            } else if (known > 0 && neverNegative) {
                vector.between(slot, clean(sumOf(years, vector)), Double.POSITIVE_INFINITY);
            }
        };
    }

    /** The mean of what is never negative is at least the share of the years that are known. */
    private Step mean(int slot, Formula.Mean mean) {
        Term[] years = years(mean.fact(), mean.years());
        boolean neverNegative = neverNegative(mean.fact());
        return vector -> {
            int known = known(years, vector, false);
            if (known == years.length) {
                vector.point(slot, clean(sumOf(years, vector) / years.length));
            } else if (known > 0 && neverNegative) {
                vector.between(slot, sumOf(years, vector) / years.length, Double.POSITIVE_INFINITY);
            }
        };
    }

    /** The least of several is at most the least that is known. */
    private Step least(int slot, Formula.Least least, double possible) {
        Term[] parts = numbers(least.parts());
        return vector -> {
            int known = known(parts, vector, false);
            if (known == parts.length) {
                vector.point(slot, leastOf(parts, vector));
            } else if (known > 0) {
                vector.between(slot, possible, leastOf(parts, vector));
            }
        };
    }

    private Step greatest(int slot, Formula.Greatest greatest, double possible) {
        Term[] parts = numbers(greatest.parts());
        return vector -> {
            int known = known(parts, vector, false);
            if (known == parts.length) {
                vector.point(slot, greatestOf(parts, vector));
            } else if (known > 0) {
                vector.between(slot, greatestOf(parts, vector), possible);
            }
        };
    }

    /** @param byFoundation whether a year before the foundation is known to be nothing */
    private int known(Term[] parts, FactVector vector, boolean byFoundation) {
        int known = 0;
        for (int i = 0; i < parts.length; i++) {
            if (!Double.isNaN(parts[i].of(vector)) || (byFoundation && isBeforeFoundation(vector, i))) {
                known++;
            }
        }
        return known;
    }

    /** Of those that are known. */
    private static double sumOf(Term[] parts, FactVector vector) {
        double sum = 0;
        for (Term part : parts) {
            double value = part.of(vector);
            if (!Double.isNaN(value)) {
                sum += value;
            }
        }
        return sum;
    }

    private static double leastOf(Term[] parts, FactVector vector) {
        double least = Double.POSITIVE_INFINITY;
        for (Term part : parts) {
            double value = part.of(vector);
            if (value < least) {
                least = value;
            }
        }
        return least;
    }

    private static double greatestOf(Term[] parts, FactVector vector) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (Term part : parts) {
            double value = part.of(vector);
            if (value > greatest) {
                greatest = value;
            }
        }
        return greatest;
    }

    /** @param index 0 for the last full calendar year */
    private boolean isBeforeFoundation(FactVector vector, int index) {
        double day = vector.number(established);
        return !Double.isNaN(day)
                && vector.asOf().getYear() - 1 - index
                        < LocalDate.ofEpochDay((long) day).getYear();
    }

    private boolean neverNegative(String fact) {
        FactDefinition definition = facts.get(fact);
        BigDecimal min = definition.min();
        return definition.kind() == FactKind.YEARS && min != null && min.signum() >= 0;
    }

    private static double bound(@Nullable BigDecimal bound, double otherwise) {
        return bound == null ? otherwise : bound.doubleValue();
    }

    /** In percent; nothing is said about a part of nothing. */
    private static double percent(double part, double whole) {
        return over(part, whole, 100);
    }

    private static double over(double part, double whole, double times) {
        return whole > 0 ? clean(part * times / whole) : Double.NaN;
    }

    /** Nine decimals are kept, so that 500 of 10,000 is 5 % exactly and not a hair more. */
    private static double clean(double value) {
        double scaled = value * 1e9;
        return Math.abs(scaled) < 9e15 ? Math.rint(scaled) / 1e9 : value;
    }
}
