package cn.zhengqi.kernel;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Unified social credit code (GB 32100-2015): registering authority, kind, administrative division (6 digits),
 * organisation code (9), check character. Always upper case, always with a right check character.
 */
public record Uscc(String value) {

    /** Digits and letters without I, O, S, V, Z. */
    public static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final Pattern FORM = Pattern.compile("[0-9A-HJ-NP-RTUWXY]{2}[0-9]{6}[0-9A-HJ-NP-RTUWXY]{10}");
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

    /** @throws ProblemException USCC_INVALID */
    public Uscc {
        if (!FORM.matcher(value).matches()) {
            throw new ProblemException(CommonProblem.USCC_INVALID, "统一社会信用代码应为18位数字和大写字母，不含 I、O、S、V、Z");
        }
        if (value.charAt(17) != checkCharacter(value)) {
            throw new ProblemException(CommonProblem.USCC_INVALID, "统一社会信用代码校验位不正确，请核对");
        }
    }

    /**
     * Reads what a person typed or a form carried: blanks are dropped, letters may be small.
     *
     * @throws ProblemException USCC_INVALID
     */
    public static Uscc parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new ProblemException(CommonProblem.USCC_INVALID, "请填写统一社会信用代码");
        }
        return new Uscc(text.replaceAll("\\s", "").toUpperCase(Locale.ROOT));
    }

    public static Optional<Uscc> tryParse(@Nullable String text) {
        try {
            return Optional.of(parse(text));
        } catch (ProblemException invalid) {
            return Optional.empty();
        }
    }

    /** Completes 17 characters to a code. */
    public static Uscc complete(String first17) {
        return new Uscc(first17 + checkCharacter(first17));
    }

    @Override
    public String toString() {
        return value;
    }

    private static char checkCharacter(String code) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * WEIGHTS[i];
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }
}
