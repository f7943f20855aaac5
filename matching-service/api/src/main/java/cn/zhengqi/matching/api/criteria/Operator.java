package cn.zhengqi.matching.api.criteria;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

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
        for (Operator operator : values()) {
            if (operator.symbol.equals(symbol)) {
                return operator;
            }
        }
        throw new IllegalArgumentException("Unknown operator " + symbol);
    }
}
