package cn.zhengqi.matching.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names of GB/T 4754 codes, for texts. */
final class IndustryNames {

    private static final Map<String, String> NAMES = load();

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
