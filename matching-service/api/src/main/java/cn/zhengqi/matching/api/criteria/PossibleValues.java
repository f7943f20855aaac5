package cn.zhengqi.matching.api.criteria;

import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Values of a fact, from one end to the other: those with which a comparison can hold, or for which a band is. In the fact's unit, a date as the number of its day and
 * yes/no as 1/0.
 *
 * @param from null: no lower end
 * @param to null: no upper end
 */
record PossibleValues(
        @Nullable BigDecimal from,
        boolean fromIncluded,
        @Nullable BigDecimal to,
        boolean toIncluded) {

    /** Numbers of more decimals are reckoned with by nobody, and could be made to take for ever. */
    static final int FINEST = 1_000;

    /** What the dictionary accepts. */
    static PossibleValues of(FactDefinition fact) {
        return new PossibleValues(fact.min(), true, fact.max(), true);
    }

    /**
     * @param value well-formed for the operator
     * @return empty where it is no stretch of numbers: of texts, and of all but one value
     */
    static Optional<PossibleValues> of(FactDefinition fact, Operator op, JsonNode value) {
        if (op == Operator.BETWEEN) {
            BigDecimal from = value.get(0).decimalValue();
            BigDecimal to = value.get(1).decimalValue();
            return from.scale() > FINEST || to.scale() > FINEST
                    ? Optional.empty()
                    : Optional.of(new PossibleValues(from, true, to, true));
        }
        BigDecimal limit = limit(fact, value);
        if (limit == null || limit.scale() > FINEST) {
            return Optional.empty();
        }
        return switch (op) {
            case AT_LEAST -> Optional.of(new PossibleValues(limit, true, null, false));
            case MORE_THAN -> Optional.of(new PossibleValues(limit, false, null, false));
            case AT_MOST -> Optional.of(new PossibleValues(null, false, limit, true));
            case LESS_THAN -> Optional.of(new PossibleValues(null, false, limit, false));
            case EQUAL -> Optional.of(new PossibleValues(limit, true, limit, true));
            default -> Optional.empty();
        };
    }

    private static @Nullable BigDecimal limit(FactDefinition fact, JsonNode value) {
        return switch (fact.kind()) {
            case NUMBER, INTEGER, YEARS -> value.isNumber() ? value.decimalValue() : null;
            case DATE -> BigDecimal.valueOf(LocalDate.parse(value.asString()).toEpochDay());
            case BOOLEAN -> value.asBoolean() ? BigDecimal.ONE : BigDecimal.ZERO;
            case TEXT, CHOICE, MULTI_CHOICE -> null;
        };
    }

    /** What both allow. */
    PossibleValues and(PossibleValues other) {
        int lower = from == null ? -1 : other.from == null ? 1 : from.compareTo(other.from);
        int upper = to == null ? 1 : other.to == null ? -1 : to.compareTo(other.to);
        return new PossibleValues(
                lower >= 0 ? from : other.from,
                lower > 0 ? fromIncluded : lower < 0 ? other.fromIncluded : fromIncluded && other.fromIncluded,
                upper <= 0 ? to : other.to,
                upper < 0 ? toIncluded : upper > 0 ? other.toIncluded : toIncluded && other.toIncluded);
    }

    /** Whether all of the other are among them. */
    boolean include(PossibleValues other) {
        return other.equals(other.and(this));
    }

    /** Whether no value of such a fact is among them. */
    boolean isEmptyFor(FactKind kind) {
        if (from == null || to == null) {
            return false;
        }
        if (kind == FactKind.INTEGER || kind == FactKind.DATE || kind == FactKind.BOOLEAN) {
            return least(from).compareTo(most(to)) > 0;
        }
        return isEmpty();
    }

    /** Whether no number at all is among them. */
    boolean isEmpty() {
        if (from == null || to == null) {
            return false;
        }
        int order = from.compareTo(to);
        return order > 0 || (order == 0 && !(fromIncluded && toIncluded));
    }

    private BigDecimal least(BigDecimal end) {
        BigDecimal whole = end.setScale(0, RoundingMode.CEILING);
        return !fromIncluded && whole.compareTo(end) == 0 ? whole.add(BigDecimal.ONE) : whole;
    }

    private BigDecimal most(BigDecimal end) {
        BigDecimal whole = end.setScale(0, RoundingMode.FLOOR);
        return !toIncluded && whole.compareTo(end) == 0 ? whole.subtract(BigDecimal.ONE) : whole;
    }
}
