package cn.zhengqi.finance.reference;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a rate that is published in words, in percent a year.
 *
 * @param min absent: the words are no plain figure, such as those of two sources that differ
 * @param max absent also where the words say where rates begin: that limits nothing above
 */
record RateInWords(@Nullable BigDecimal min, @Nullable BigDecimal max) {

    private static final Pattern PLAIN =
            Pattern.compile("年化 ?(\\d+(?:\\.\\d+)?)%(?:[~–-](\\d+(?:\\.\\d+)?)%)? ?(起)?(?:[(（][^()（）]*[)）])?");

    private static final RateInWords NONE = new RateInWords(null, null);

    static RateInWords of(String text) {
        Matcher plain = PLAIN.matcher(text);
        if (!plain.matches()) {
            return NONE;
        }
        BigDecimal min = new BigDecimal(plain.group(1));
        if (plain.group(3) != null) {
            return new RateInWords(min, null);
        }
        return new RateInWords(min, plain.group(2) == null ? min : new BigDecimal(plain.group(2)));
    }
}
