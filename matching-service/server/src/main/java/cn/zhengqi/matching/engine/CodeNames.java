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

    /** What a text should be that cannot be such a code; null where it can, and of a fact that is no code. */
    static @Nullable String insteadOf(String fact, String text) {
        return switch (fact) {
            case "industryCode" -> IndustryNames.mayBe(Words.code(text)) ? null : "国民经济行业分类（GB/T 4754—2017）的代码，如 C3484";
            case "regionCode" -> RegionNames.mayBe(text.strip()) ? null : "行政区划代码（GB/T 2260），如 110108";
            default -> null;
        };
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
