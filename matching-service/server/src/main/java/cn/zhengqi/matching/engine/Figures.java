package cn.zhengqi.matching.engine;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

/**
 * Numbers as a reader writes them: 1,000,000 and 8.67, halves away from zero, no zeros at the end. The usual ones are made
 * from whole hundredths; {@link BigDecimal} has the last word where a double is too near to a half to tell.
 */
final class Figures {

    /** Up to here the hundredths of a double are exact to far less than {@link #TOO_NEAR}. */
    private static final double MOST = 1e10;

    private static final double TOO_NEAR = 1e-4;

    private static final long NONE = -1;

    /** What stands for them behind the ones. */
    private static final String[] HUNDREDTHS = new String[100];

    static {
        for (int parts = 0; parts < HUNDREDTHS.length; parts++) {
            HUNDREDTHS[parts] = written(false, parts, false).substring(1);
        }
    }

    private Figures() {}

    /**
     * With separators.
     *
     * @param whole true for counts; else up to two digits after the point
     */
    static String of(double value, boolean whole) {
        return between("", value, whole, "");
    }

    /** With separators, between two texts: put together at once, for the figures alone are of no use. */
    static String between(String before, double value, boolean whole, String after) {
        long parts = parts(value, whole);
        if (parts == NONE) {
            return before + grouped(rounded(value, whole ? 0 : 2)) + after;
        }
        long ones = whole ? parts : parts / 100;
        if (value < 0 || ones >= 1_000_000) {
            return before + written(value < 0, parts, whole) + after;
        }
        String rest = whole ? "" : HUNDREDTHS[(int) (parts % 100)];
        if (ones < 1_000) {
            return before + (int) ones + rest + after;
        }
        int thousands = (int) (ones / 1_000);
        int below = (int) (ones % 1_000);
        return before
                + thousands
                + ','
                + (char) ('0' + below / 100)
                + (char) ('0' + below / 10 % 10)
                + (char) ('0' + below % 10)
                + rest
                + after;
    }

    /** Without zeros at the end, as a number to reckon with. */
    static BigDecimal amount(double value, boolean whole) {
        long parts = parts(value, whole);
        if (parts == NONE) {
            return stripped(rounded(value, whole ? 0 : 2));
        }
        long signed = value < 0 ? -parts : parts;
        if (whole || parts % 100 == 0) {
            return BigDecimal.valueOf(whole ? signed : signed / 100);
        }
        return parts % 10 == 0 ? BigDecimal.valueOf(signed / 10, 1) : BigDecimal.valueOf(signed, 2);
    }

    /** With two digits after the point, as {@link #rounded} gives it. */
    static BigDecimal hundredths(double value) {
        long parts = parts(value, false);
        return parts == NONE ? rounded(value, 2) : BigDecimal.valueOf(value < 0 ? -parts : parts, 2);
    }

    /** Up to two digits after the point; where that would hide a small difference, two significant ones. */
    static BigDecimal rounded(double value, int scale) {
        BigDecimal exact = BigDecimal.valueOf(value);
        if (scale == 0) {
            return exact.setScale(0, RoundingMode.HALF_UP);
        }
        BigDecimal rounded = exact.setScale(scale, RoundingMode.HALF_UP);
        if (rounded.signum() == 0 && exact.signum() != 0) {
            return exact.round(new MathContext(2, RoundingMode.HALF_UP));
        }
        return rounded;
    }

    /** With separators: 1,000,000. */
    static String grouped(BigDecimal number) {
        String plain = stripped(number).toPlainString();
        int point = plain.indexOf('.');
        int first = number.signum() < 0 ? 1 : 0;
        StringBuilder grouped = new StringBuilder(plain);
        for (int at = (point < 0 ? plain.length() : point) - 3; at > first; at -= 3) {
            grouped.insert(at, ',');
        }
        return grouped.toString();
    }

    private static BigDecimal stripped(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** Whole ones or hundredths of the amount without its sign, {@link #NONE} where they cannot be told quickly. */
    private static long parts(double value, boolean whole) {
        double scaled = Math.abs(value) * (whole ? 1 : 100);
        if (!(scaled < MOST)) {
            return NONE;
        }
        long below = (long) scaled;
        double rest = scaled - below;
        if (Math.abs(rest - 0.5) < TOO_NEAR) {
            return NONE;
        }
        long parts = rest > 0.5 ? below + 1 : below;
        return parts == 0 && value != 0 && !whole ? NONE : parts;
    }

    private static String written(boolean negative, long parts, boolean whole) {
        // 10,000,000,000 and 100,000,000.00 are the longest.
        byte[] text = new byte[16];
        int at = text.length;
        long ones = parts;
        if (!whole) {
            int hundredths = (int) (parts % 100);
            ones = parts / 100;
            if (hundredths % 10 != 0) {
                text[--at] = (byte) ('0' + hundredths % 10);
            }
            if (hundredths != 0) {
                text[--at] = (byte) ('0' + hundredths / 10);
                text[--at] = '.';
            }
        }
        int digits = 0;
        do {
            if (digits > 0 && digits % 3 == 0) {
                text[--at] = ',';
            }
            text[--at] = (byte) ('0' + ones % 10);
            ones /= 10;
            digits++;
        } while (ones > 0);
        if (negative && parts > 0) {
            text[--at] = '-';
        }
        return new String(text, at, text.length - at, StandardCharsets.ISO_8859_1);
    }
}
