package cn.zhengqi.matching.engine;

import org.jspecify.annotations.Nullable;

/** What the codes among the facts are called. */
public final class CodeNames {

    private CodeNames() {}

    /** The section (门类) of GB/T 4754 by its letter, such as 制造业（C）; the letter alone where the standard has none. */
    public static String section(String letter) {
        String name = IndustryNames.name(letter);
        return name == null ? letter : name + "（" + letter + "）";
    }

    /** Such as 应用软件开发（I6513）; null for what is no code, or one that nobody can name. */
    public static @Nullable String of(String fact, @Nullable Object value) {
        if (!(value instanceof String code)) {
            return null;
        }
        return switch (fact) {
            case "industryCode" -> {
                String name = IndustryNames.name(Words.code(code));
                yield name == null ? null : name + "（" + code + "）";
            }
            case "regionCode" -> RegionNames.of(code);
            default -> null;
        };
    }
}
