package cn.zhengqi.finance.demand;

import cn.zhengqi.files.ReferenceFiles;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The sections (门类) of GB/T 4754-2017. */
@Component
class IndustrySections {

    private static final String SECTION = "门类";

    private final Map<String, String> names = ReferenceFiles.lines("gbt4754_2017.tsv").stream()
            .map(line -> line.split("\t"))
            .filter(row -> row.length > 2 && row[2].equals(SECTION))
            .collect(Collectors.toUnmodifiableMap(row -> row[0], row -> row[1]));

    /** @param code with its section letter, as C3484 */
    String nameOf(String code) {
        return names.getOrDefault(code.substring(0, Math.min(1, code.length())), "其他行业");
    }
}
