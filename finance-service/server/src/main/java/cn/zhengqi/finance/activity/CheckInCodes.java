package cn.zhengqi.finance.activity;

import java.security.SecureRandom;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What is shown at the door: nobody guesses another's, and none of its characters is taken for another. */
@Component
class CheckInCodes {

    private static final String SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int LENGTH = 8;

    private final SecureRandom random = new SecureRandom();

    String next() {
        return random.ints(LENGTH, 0, SIGNS.length())
                .collect(StringBuilder::new, (code, at) -> code.append(SIGNS.charAt(at)), StringBuilder::append)
                .toString();
    }

    /** As it is stored, however it was typed. */
    static String typed(String code) {
        return code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }
}
