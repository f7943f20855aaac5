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
}
