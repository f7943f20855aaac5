package cn.zhengqi.matching.benefit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Figures as people read them: two decimals at most, thousands apart. */
public final class Amounts {

    private Amounts() {}

    public static BigDecimal rounded(BigDecimal amount) {
        BigDecimal rounded = amount.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0, RoundingMode.UNNECESSARY) : rounded;
    }

    /** With its unit; where both ends are the same, it is one figure. */
    public static String range(BigDecimal low, BigDecimal high, String unit) {
        String ends = low.compareTo(high) == 0 ? words(high) : words(low) + "—" + words(high);
        return ends + (unit.startsWith("%") ? "" : " ") + unit;
    }

    public static String words(BigDecimal amount) {
        return new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(amount);
    }
}
