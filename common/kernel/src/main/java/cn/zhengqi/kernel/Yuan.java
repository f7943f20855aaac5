package cn.zhengqi.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Money in yuan as sentences show it: in the one form that the pages use, to the cent, in the largest unit of which two decimals tell all of it. */
public final class Yuan {

    private static final BigDecimal WAN = new BigDecimal("10000");
    private static final BigDecimal YI = new BigDecimal("100000000");

    private Yuan() {}

    /** 8000 → 8,000 元, 1234500 → 123.45 万元, 254000000 → 2.54 亿元, 12345.67 → 12,345.67 元. */
    public static String format(BigDecimal amount) {
        BigDecimal exact = amount.setScale(2, RoundingMode.HALF_UP);
        BigDecimal size = exact.abs();
        if (size.compareTo(YI) >= 0 && isTold(exact, YI)) {
            return grouped(exact.divide(YI)) + " 亿元";
        }
        return (size.compareTo(WAN) >= 0 || size.signum() == 0) && isTold(exact, WAN)
                ? grouped(exact.divide(WAN)) + " 万元"
                : grouped(exact) + " 元";
    }

    private static boolean isTold(BigDecimal amount, BigDecimal unit) {
        return amount.divide(unit).stripTrailingZeros().scale() <= 2;
    }

    private static String grouped(BigDecimal number) {
        return new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
    }
}
