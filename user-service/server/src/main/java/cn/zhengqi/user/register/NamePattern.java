package cn.zhengqi.user.register;

/** Patterns for LIKE in which what a person typed has no special meaning. */
public final class NamePattern {

    private NamePattern() {}

    public static String containing(String text) {
        return "%" + literal(text) + "%";
    }

    static String beginningWith(String text) {
        return literal(text) + "%";
    }

    private static String literal(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
