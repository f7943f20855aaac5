package cn.zhengqi.files;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Policies, loan products, institutions, industries, towns, size thresholds; see the README of {@code reference/}. What holds for the
 * whole country is the same everywhere; a district adds its own lines to it.
 */
public final class ReferenceFiles {

    private ReferenceFiles() {}

    /** One JSON object a line: {@code id, code, name, type, aliases}. */
    public static List<String> institutions() {
        return lines("institutions.jsonl");
    }

    /**
     * The lines for the whole country, then those of the district.
     *
     * @param name file name, as {@code policies.jsonl}
     */
    public static List<String> lines(String name) {
        return all(name).flatMap(text -> Resources.lines(text).stream()).toList();
    }

    /** @param name a file that either the country or the district has, as {@code towns.json} */
    public static String text(String name) {
        return all(name)
                .reduce((country, district) -> {
                    throw new IllegalArgumentException(name + " is of the country and of the district: read its lines");
                })
                .orElseThrow();
    }

    private static Stream<String> all(String name) {
        List<String> found = Stream.of(Resources.national(name), Resources.district(name))
                .flatMap(Optional::stream)
                .toList();
        if (found.isEmpty()) {
            throw new IllegalArgumentException("no such data file: " + name);
        }
        return found.stream();
    }
}
