package cn.zhengqi.matching.engine;

import cn.zhengqi.files.ReferenceFiles;
import java.util.Map;
import java.util.stream.Collectors;

/** Names of GB/T 2260 codes, for texts. */
final class RegionNames {

    private static final int FIRST_LEVEL = 2;

    private static final Map<String, String> NAMES = ReferenceFiles.lines("gbt2260.tsv").stream()
            .skip(1)
            .map(line -> line.split("\t"))
            .collect(Collectors.toUnmodifiableMap(columns -> columns[0], columns -> columns[1]));

    private RegionNames() {}

    /** 50 → 重庆市, 500113 → 重庆市巴南区; what is not in the list by what is known of it, and its code. */
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
