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

    /** What stands before a span, whose digits are decimal in one of some 1,800: its trace, or its name in JSON. Covered, the line could not be followed. */
    private static final Pattern TRACE = Pattern.compile("(?:[0-9a-f]{32}-|(?:trace|span)Id(?:=|\\\\?\":\\\\?\"))$");

    private static final int LONGEST_TRACE = 33;

    private static final int SHOWN_OF_ACCOUNT = 4;

    private PersonalNumbers() {}

    /** 联系 13812345678 → 联系 138****5678. Where one is a number of a line of JSON, it becomes a string. */
    public static String cover(String text) {
        Matcher number = NUMBER.matcher(text);
        if (!number.find()) {
            return text;
        }
        Quotes quotes = new Quotes(text);
        StringBuilder covered = new StringBuilder(text.length() + 2);
        int from = 0;
        do {
            int start = number.start();
            int end = number.end();
            boolean gone = start < from;
            if (gone
                    || TRACE.matcher(text)
                            .region(Math.max(0, start - LONGEST_TRACE), start)
                            .find()) {
                continue;
            }
            if (quotes.isBareNumber(start)) {
                int sign = start > 0 && text.charAt(start - 1) == '-' ? start - 1 : start;
                covered.append(text, from, sign)
                        .append('"')
                        .append(covered(number))
                        .append('"');
                from = endOfNumber(text, end);
            } else {
                covered.append(text, from, start).append(covered(number));
                from = end;
            }
        } while (number.find());
        return from == 0 ? text : covered.append(text, from, text.length()).toString();
    }

    /** Its fraction and exponent go with it. */
    private static int endOfNumber(String text, int at) {
        int end = at;
        while (end < text.length() && "0123456789.eE+-".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end;
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

    /** Which places of a text are outside of strings, asked for in their order. */
    private static final class Quotes {

        private final String text;
        private final boolean json;
        private boolean inString;
        private int read;

        Quotes(String text) {
            this.text = text;
            this.json = text.startsWith("{");
        }

        /** In a line of JSON what stands in no string; elsewhere what follows the quote and the colon of a member's name. */
        boolean isBareNumber(int at) {
            if (!json) {
                return at >= 3
                        && text.charAt(at - 1) == ':'
                        && text.charAt(at - 2) == '"'
                        && text.charAt(at - 3) != '\\';
            }
            for (; read < at; read++) {
                char letter = text.charAt(read);
                if (letter == '\\') {
                    read++;
                } else if (letter == '"') {
                    inString = !inString;
                }
            }
            return !inString;
        }
    }
}
