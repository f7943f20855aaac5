package cn.zhengqi.matching.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names of GB/T 4754 codes, for texts. */
final class IndustryNames {

    private static final Map<String, String> NAMES = load();

    private static final int DIVISION = 3;
    private static final Pattern CLASS_OR_GROUP = Pattern.compile("[A-Z]\\d{3,4}");

    private IndustryNames() {}

    /** The name with its code, or the code alone where it is not in the standard. */
    static String of(String code) {
        String name = NAMES.get(code);
        return name == null ? code : name + "(" + code + ")";
    }

    /** The name alone, null where the code is not in the standard. */
    static @Nullable String name(String code) {
        return NAMES.get(code);
    }

    /** A class of the edition before may be in the register still: it has to be in a division that there is. */
    static boolean mayBe(String code) {
        return NAMES.containsKey(code)
                || CLASS_OR_GROUP.matcher(code).matches() && NAMES.containsKey(code.substring(0, DIVISION));
    }

    /** By code. */
    static Map<String, String> all() {
        return NAMES;
    }

    private static Map<String, String> load() {
        Map<String, String> names = new HashMap<>();
        try (InputStream in = IndustryNames.class.getResourceAsStream("/reference/gbt4754_2017.tsv")) {
            if (in == null) {
                throw new IllegalStateException("gbt4754_2017.tsv is not on the class path");
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t"))
                    .forEach(columns -> names.put(columns[0], columns[1]));
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
