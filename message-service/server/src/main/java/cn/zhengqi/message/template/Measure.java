package cn.zhengqi.message.template;

import java.math.BigDecimal;

/** In what a variable is measured that can be compared as a number. Words say it to the cent ({@code Yuan}), so that the number is read out of them without loss. */
enum Measure {
    YUAN("元"),
    PERCENT("%");

    private static final BigDecimal WAN = new BigDecimal("10000");
    private static final BigDecimal YI = new BigDecimal("100000000");

    private final String unit;

    Measure(String unit) {
        this.unit = unit;
    }

    String unit() {
        return unit;
    }

    /** @throws NumberFormatException for words that are of no such measure */
    BigDecimal read(String words) {
        String number = words.replace(",", "").replace(unit, "").strip();
        if (number.endsWith("亿")) {
            return new BigDecimal(number.substring(0, number.length() - 1).strip()).multiply(YI);
        }
        if (number.endsWith("万")) {
            return new BigDecimal(number.substring(0, number.length() - 1).strip()).multiply(WAN);
        }
        return new BigDecimal(number);
    }
}
