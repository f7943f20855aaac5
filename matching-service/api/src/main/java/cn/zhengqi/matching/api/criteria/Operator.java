package cn.zhengqi.matching.api.criteria;

import cn.zhengqi.matching.api.facts.FactDefinition;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a fact is compared. On code facts (industry, region) {@code in} and {@code notIn} compare by prefix. */
public enum Operator {
    AT_LEAST(">="),
    MORE_THAN(">"),
    AT_MOST("<="),
    LESS_THAN("<"),
    EQUAL("=="),
    NOT_EQUAL("!="),
    /** Both ends included. */
    BETWEEN("between"),
    IN("in"),
    NOT_IN("notIn"),
    CONTAINS("contains"),
    CONTAINS_ANY("containsAny");

    private final String symbol;

    Operator(String symbol) {
        this.symbol = symbol;
    }

    @JsonValue
    public String symbol() {
        return symbol;
    }

    @JsonCreator
    public static Operator of(String symbol) {
        Operator operator = find(symbol);
        if (operator == null) {
            throw new IllegalArgumentException("Unknown operator " + symbol);
        }
        return operator;
    }

    static @Nullable Operator find(String symbol) {
        for (Operator operator : values()) {
            if (operator.symbol.equals(symbol)) {
                return operator;
            }
        }
        return null;
    }

    /** How a fact can be compared; nothing for one that criteria do not use themselves. */
    public static Set<Operator> comparing(FactDefinition fact) {
        return switch (fact.kind()) {
            case NUMBER, INTEGER -> numeric();
            case YEARS -> fact.readAsNewest() ? numeric() : EnumSet.noneOf(Operator.class);
            case DATE -> EnumSet.of(AT_LEAST, MORE_THAN, AT_MOST, LESS_THAN, EQUAL, NOT_EQUAL);
            case BOOLEAN -> EnumSet.of(EQUAL, NOT_EQUAL);
            case TEXT, CHOICE -> EnumSet.of(EQUAL, NOT_EQUAL, IN, NOT_IN);
            case MULTI_CHOICE -> EnumSet.of(CONTAINS, CONTAINS_ANY, IN, NOT_IN);
        };
    }

    private static Set<Operator> numeric() {
        return EnumSet.of(AT_LEAST, MORE_THAN, AT_MOST, LESS_THAN, EQUAL, NOT_EQUAL, BETWEEN);
    }
}
