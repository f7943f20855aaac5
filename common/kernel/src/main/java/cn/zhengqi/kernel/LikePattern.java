package cn.zhengqi.kernel;

import org.jspecify.annotations.Nullable;

/** What a person typed as a pattern for SQL {@code like}, in which {@code %}, {@code _} and {@code \} mean only themselves. */
public final class LikePattern {

    private LikePattern() {}

    /** Finds the text anywhere. Null, which stands for "not asked", for a text that is absent or blank. */
    public static @Nullable String containing(@Nullable String text) {
        return text == null || text.isBlank() ? null : "%" + literal(text.strip()) + "%";
    }

    /** Finds the text at the beginning. Null for a text that is absent or blank. */
    public static @Nullable String startingWith(@Nullable String text) {
        return text == null || text.isBlank() ? null : literal(text.strip()) + "%";
    }

    /** The text without its special meaning, for those who add the {@code %} themselves, as MyBatis-Plus does. */
    public static String literal(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
