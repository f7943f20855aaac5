package cn.zhengqi.matching.engine;

import cn.zhengqi.files.ReferenceFiles;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names of GB/T 2260 codes, for texts: the first level of the country, and the divisions of the district's file. */
final class RegionNames {

    private static final int FIRST_LEVEL = 2;
    private static final String WHOLE_PROVINCE = "0000";

    /** A division of the first, second or third level, a town or a village. */
    private static final Pattern CODE = Pattern.compile("\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}");

    private static final Map<String, String> NAMES = Stream.of("gbt2260.tsv", "divisions.tsv")
            .flatMap(file -> ReferenceFiles.lines(file).stream().skip(1))
            .map(line -> line.split("\t"))
            .collect(Collectors.toUnmodifiableMap(
                    columns -> columns[0].endsWith(WHOLE_PROVINCE) ? columns[0].substring(0, FIRST_LEVEL) : columns[0],
                    columns -> columns[1],
                    (country, district) -> country));

    private RegionNames() {}

    /** By code, those of the first level by their first two digits. */
    static Map<String, String> all() {
        return NAMES;
    }

    /** Divisions of other districts are not in the lists: of them it is known where in the country they are, and no more. */
    static boolean mayBe(String code) {
        return CODE.matcher(code).matches() && NAMES.containsKey(code.substring(0, FIRST_LEVEL));
    }

    /** 11 → 北京市, 110108 → 北京市海淀区 where the district has it; what is not in the list by what is known of it, and its code. */
    static String of(String code) {
        String first = code.length() < FIRST_LEVEL ? null : NAMES.get(code.substring(0, FIRST_LEVEL));
        if (first == null) {
            return code;
        }
        if (code.length() == FIRST_LEVEL) {
            return first;
        }
        String name = NAMES.get(code);
        return name == null ? first + "(" + code + ")" : first + name;
    }
}
