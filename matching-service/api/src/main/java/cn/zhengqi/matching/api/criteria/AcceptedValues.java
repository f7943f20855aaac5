package cn.zhengqi.matching.api.criteria;

import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactKind;
import java.math.BigDecimal;

/**
 * What the dictionary accepts as values of a fact.
 *
 * @param at where values of it stand, and are refused
 */
record AcceptedValues(FactDefinition fact, Place at) {

    /** Of anything; more is nothing that there is. */
    static final BigDecimal GREATEST = new BigDecimal("1000000000000");

    private static final int MOST_DIGITS = 40;

    /** @return whether it is within the fact's range */
    boolean mustInclude(BigDecimal number) {
        BigDecimal least = fact.min() == null ? GREATEST.negate() : fact.min();
        BigDecimal most = fact.max() == null ? GREATEST : fact.max();
        if (number.compareTo(least) >= 0 && number.compareTo(most) <= 0) {
            return true;
        }
        at.fault(
                "value",
                "VALUE_OUT_OF_RANGE",
                named() + "只能在 " + plain(least) + " 至 " + measured(most) + " 之间，" + measured(number) + " 不可能");
        return false;
    }

    /** @param member that names it */
    void mustOffer(String word, String member) {
        if (word.length() > Place.LONGEST_LABEL) {
            at.fault(member, "TEXT_TOO_LONG", "每项不超过 " + Place.LONGEST_LABEL + " 字");
        } else if (fact.kind() == FactKind.CHOICE
                && !fact.choices().isEmpty()
                && !fact.choices().contains(word)) {
            at.fault(member, "CHOICE_UNKNOWN", named() + "没有“" + word + "”这一项");
        }
    }

    String named() {
        return "“" + fact.label() + "”";
    }

    /** With its unit. */
    String measured(BigDecimal number) {
        return plain(number) + (fact.unit() == null ? "" : fact.unit());
    }

    /** By its power of ten where written out it would fill the page, or the memory. */
    static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return Math.abs(stripped.scale()) > MOST_DIGITS ? stripped.toString() : stripped.toPlainString();
    }
}
