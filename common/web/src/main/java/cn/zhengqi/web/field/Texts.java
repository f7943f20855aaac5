package cn.zhengqi.web.field;

/**
 * What a text from outside may hold: no control characters but tab and line ends. PostgreSQL cannot store a NUL, and the
 * others change what logs, exports and terminals show.
 */
public final class Texts {

    private Texts() {}

    public static boolean isClean(String text) {
        return text.chars().noneMatch(c -> Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r');
    }

    /** What Spring Security takes as the value of a header, without a regular expression over each letter of a token of thousands. */
    public static boolean mayBeHeader(String value) {
        for (int at = 0; at < value.length(); at++) {
            int letter = value.charAt(at);
            if (letter >= ' ' && letter <= '~') {
                continue;
            }
            letter = value.codePointAt(at);
            if (letter != '\t' && (Character.isISOControl(letter) || !Character.isDefined(letter))) {
                return false;
            }
            at += Character.charCount(letter) - 1;
        }
        return true;
    }
}
