package cn.zhengqi.matching.engine;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The codes that somebody can choose from who types a fact by hand: industries by their divisions, regions as far as the platform names them. */
public final class CodeChoices {

    /** A letter and two digits: 大类. */
    private static final int DIVISION = 3;

    private static final int FIRST_LEVEL = 2;

    private static final Map<String, List<CodeChoice>> CHOICES =
            Map.of("industryCode", industries(), "regionCode", regions());

    private CodeChoices() {}

    /**
     * @param code as the fact holds it
     * @param group under which it stands in a long list; absent = none
     */
    public record CodeChoice(
            String code, String name, @Nullable String group) {}

    /** Empty for a fact that is no code. */
    public static List<CodeChoice> of(String fact) {
        return CHOICES.getOrDefault(fact, List.of());
    }

    private static List<CodeChoice> industries() {
        Map<String, String> names = IndustryNames.all();
        return names.keySet().stream()
                .filter(code -> code.length() == DIVISION)
                .sorted()
                .map(code -> new CodeChoice(code, names.getOrDefault(code, code), names.get(code.substring(0, 1))))
                .toList();
    }

    /** The divisions of the district's file before the rest of the country. */
    private static List<CodeChoice> regions() {
        Map<String, String> names = RegionNames.all();
        Stream<CodeChoice> near = names.keySet().stream()
                .filter(code -> code.length() > FIRST_LEVEL)
                .sorted()
                .map(code -> new CodeChoice(
                        code, names.getOrDefault(code, code), names.get(code.substring(0, FIRST_LEVEL))));
        Stream<CodeChoice> far = names.keySet().stream()
                .filter(code -> code.length() == FIRST_LEVEL)
                .sorted()
                .map(code -> new CodeChoice(code + "0000", names.getOrDefault(code, code), null));
        return Stream.concat(near, far).toList();
    }
}
