package cn.zhengqi.kernel;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers that name a person or an account, found in text that nobody declared a rule for: phones, identity numbers (GB 11643) and bank accounts. What only looks
 * like one, as a count of microseconds, is covered with them; codes of enterprises, which anybody may read, are not.
 */
public final class PersonalNumbers {

    /** Not within a longer number or word; in JSON the letter of an escape such as a line's end stands before it. */
    private static final String BEGIN = "(?:(?<![0-9A-Za-z])|(?<=\\\\[bfnrt]))";

    private static final String END = "(?![0-9A-Za-z])";

    private static final String PHONE = "(?<phone>(?:\\+?86[ -]?)?1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4}|0\\d{2,3}-\\d{7,8})";

    private static final String ID_NUMBER =
            "(?<identity>[1-9]\\d{5}(?:18|19|20)\\d{2}(?:0[1-9]|1[0-2])" + "(?:0[1-9]|[12]\\d|3[01])\\d{3}[0-9Xx])";

    /** Thirteen digits are mostly a moment in milliseconds. */
    private static final String ACCOUNT = "(?<account>\\d{15,22}|\\d{4}(?:[ -]\\d{4}){3}(?:[ -]\\d{1,4})?)";

    private static final Pattern NUMBER =
            Pattern.compile(BEGIN + "(?:" + PHONE + "|" + ID_NUMBER + "|" + ACCOUNT + ")" + END);

    private static final int SHOWN_OF_ACCOUNT = 4;

    private PersonalNumbers() {}

    /** 联系 13812345678 → 联系 138****5678. Where one is a number of JSON, it becomes a string. */
    public static String cover(String text) {
        Matcher number = NUMBER.matcher(text);
        if (!number.find()) {
            return text;
        }
        StringBuilder covered = new StringBuilder(text.length() + 2);
        boolean json = text.startsWith("{");
        boolean quoted = false;
        int from = 0;
        do {
            String shown = covered(number);
            quoted ^= hasOddQuotes(text, from, number.start());
            boolean bare = json ? !quoted : isBareValue(text, number.start());
            covered.append(text, from, number.start())
                    .append(bare ? "\"" : "")
                    .append(shown)
                    .append(bare ? "\"" : "");
            from = number.end();
        } while (number.find());
        return covered.append(text, from, text.length()).toString();
    }

    private static String covered(Matcher number) {
        String plain = number.group();
        if (number.group("phone") != null) {
            return Mask.PHONE.apply(plain);
        }
        if (number.group("identity") != null) {
            return Mask.ID_NUMBER.apply(plain);
        }
        if (plain.length() == 18 && Uscc.tryParse(plain).isPresent()) {
            return plain;
        }
        int hidden = plain.length() - SHOWN_OF_ACCOUNT;
        return "*".repeat(hidden) + plain.substring(hidden);
    }

    /** Whether a string of JSON begins here and does not end, or the other way round. */
    private static boolean hasOddQuotes(String text, int from, int until) {
        boolean odd = false;
        for (int at = from; at < until; at++) {
            char letter = text.charAt(at);
            if (letter == '\\') {
                at++;
            } else if (letter == '"') {
                odd = !odd;
            }
        }
        return odd;
    }

    /** Of JSON within other text: after the quote and the colon of a member's name; within a string the quote would be escaped. */
    private static boolean isBareValue(String text, int at) {
        return at >= 3 && text.charAt(at - 1) == ':' && text.charAt(at - 2) == '"' && text.charAt(at - 3) != '\\';
    }
}
