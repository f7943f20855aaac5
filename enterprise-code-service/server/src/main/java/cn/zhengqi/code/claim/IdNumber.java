package cn.zhengqi.code.claim;

import cn.zhengqi.kernel.ProblemException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Citizen identity number (GB 11643): division, date of birth, sequence, check character. Encrypted where it is stored. */
record IdNumber(String value) {

    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{16}[0-9X]");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_CHARACTERS = "10X98765432";

    /** @throws ProblemException VALIDATION_FAILED, naming the field */
    static IdNumber parse(@Nullable String text, String field, LocalDate today) {
        String typed = text == null ? "" : text.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        if (!FORM.matcher(typed).matches()
                || typed.charAt(17) != checkCharacter(typed)
                || !isBirthday(typed.substring(6, 14), today)) {
            throw ProblemException.validation(field, "FORMAT", "身份证号码不正确，请核对");
        }
        return new IdNumber(typed);
    }

    /** Completes 17 digits. */
    static char checkCharacter(String digits) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (digits.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECK_CHARACTERS.charAt(sum % 11);
    }

    /** Keeps the number out of logs. */
    @Override
    public String toString() {
        return "IdNumber[***]";
    }

    private static boolean isBirthday(String digits, LocalDate today) {
        try {
            LocalDate born = LocalDate.of(
                    Integer.parseInt(digits.substring(0, 4)),
                    Integer.parseInt(digits.substring(4, 6)),
                    Integer.parseInt(digits.substring(6)));
            return born.getYear() >= 1900 && !born.isAfter(today);
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }
}
