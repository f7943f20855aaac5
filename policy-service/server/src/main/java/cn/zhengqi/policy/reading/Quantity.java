package cn.zhengqi.policy.reading;

import cn.zhengqi.matching.api.criteria.Operator;
import cn.zhengqi.matching.api.criteria.Value;
import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.policy.reading.Proposal.Applies;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A number in a sentence, with its unit and how something is to be compared with it.
 *
 * @param from where it begins in the sentence, with the word of comparison before it
 * @param unit money in 元, times as written, else what the measure says
 * @param low lower end of a range, of which {@code number} is the upper one
 * @param op absent where no word says how to compare
 * @param day of a date; then there is no number
 * @param bracketed within brackets, where a document explains rather than demands
 */
record Quantity(
        int from,
        int to,
        String words,
        Measure measure,
        String unit,
        @Nullable BigDecimal low,
        boolean lowIncluded,
        BigDecimal number,
        boolean included,
        @Nullable Operator op,
        @Nullable LocalDate day,
        boolean bracketed) {

    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

    /** How many of the unit below the line are one of that above it. */
    private static final Map<String, Map<String, Integer>> SMALLER =
            Map.of("年", Map.of("月", 12, "天", 365), "月", Map.of("天", 30));

    boolean compared() {
        return op != null;
    }

    /** From when, or for how long: what no fact is asked by then dates the document. */
    boolean dates() {
        return measure == Measure.TIME || measure == Measure.DAY;
    }

    /** In the fact's own unit; nothing where it is measured in something else, or would not come out even. */
    @Nullable
    Value valueOf(FactDefinition fact) {
        if (measure == Measure.DAY) {
            return Measure.of(fact) == Measure.DAY
                    ? new Value.Text(Objects.requireNonNull(day).toString())
                    : null;
        }
        BigDecimal upper = in(fact, number);
        if (upper == null) {
            return null;
        }
        if (low == null) {
            return new Value.Amount(upper);
        }
        BigDecimal lower = in(fact, low);
        return lower == null || lower.compareTo(upper) > 0 ? null : new Value.Range(lower, upper);
    }

    private @Nullable BigDecimal in(FactDefinition fact, BigDecimal given) {
        Measure wanted = Measure.of(fact);
        if (wanted == Measure.POINTS && measure == Measure.PLAIN) {
            return given;
        }
        if (wanted != measure || measure == Measure.DAY) {
            return null;
        }
        BigDecimal converted = switch (measure) {
            case MONEY -> given.divide(TEN_THOUSAND);
            case TIME -> inTime(given, Objects.requireNonNull(fact.unit()));
            default -> given;
        };
        return converted == null || outOfRange(fact, converted) ? null : converted;
    }

    private @Nullable BigDecimal inTime(BigDecimal given, String wanted) {
        if (wanted.equals(unit)) {
            return given;
        }
        Integer times = SMALLER.getOrDefault(unit, Map.of()).get(wanted);
        if (times != null) {
            return given.multiply(BigDecimal.valueOf(times));
        }
        Integer parts = SMALLER.getOrDefault(wanted, Map.of()).get(unit);
        if (parts == null) {
            return null;
        }
        BigDecimal[] even = given.divideAndRemainder(BigDecimal.valueOf(parts));
        return even[1].signum() == 0 ? even[0] : null;
    }

    private static boolean outOfRange(FactDefinition fact, BigDecimal value) {
        BigDecimal min = fact.min();
        BigDecimal max = fact.max();
        return (min != null && value.compareTo(min) < 0) || (max != null && value.compareTo(max) > 0);
    }

    /** As the band in which something else is asked for; nothing where it is no side of a band. */
    @Nullable
    Applies asBand(FactDefinition fact) {
        BigDecimal upper = in(fact, number);
        if (upper == null || op == null) {
            return null;
        }
        String label = fact.label() + " " + words;
        return switch (op) {
            case AT_LEAST, MORE_THAN -> new Applies(fact.name(), label, upper, op == Operator.AT_LEAST, null, false);
            case AT_MOST, LESS_THAN -> new Applies(fact.name(), label, null, false, upper, op == Operator.AT_MOST);
            case BETWEEN ->
                low == null ? null : new Applies(fact.name(), label, in(fact, low), lowIncluded, upper, included);
            default -> null;
        };
    }
}
