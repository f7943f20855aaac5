package cn.zhengqi.paper;

import cn.zhengqi.kernel.BusinessTime;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers of papers, such as GH20261127-7K3M9QXWAB: what it is, the day, and 50 random bits, so that nobody finds one by trying. */
public final class PaperNumbers {

    /** Crockford's: without what looks alike. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int RANDOM_LENGTH = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    private PaperNumbers() {}

    public static String next(String prefix, Instant at) {
        StringBuilder number = new StringBuilder(prefix)
                .append(BusinessTime.dayOf(at).format(DateTimeFormatter.BASIC_ISO_DATE))
                .append('-');
        for (int i = 0; i < RANDOM_LENGTH; i++) {
            number.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return number.toString();
    }

    /** As people type it: in small letters, with blanks, O and I for the digits. */
    public static String normal(String typed) {
        String plain = typed.strip().replace(" ", "").toUpperCase(Locale.ROOT);
        int random = plain.indexOf('-') + 1;
        return plain.substring(0, random)
                + plain.substring(random).replace('O', '0').replace('I', '1').replace('L', '1');
    }
}
