package cn.zhengqi.files;

import java.util.List;

/** The files of {@code reference/}: policies, loan products, institutions, industries, towns, size thresholds; see its README. */
public final class ReferenceFiles {

    private ReferenceFiles() {}

    /** One JSON object a line: {@code id, code, name, type, aliases}. */
    public static List<String> institutions() {
        return lines("institutions.jsonl");
    }

    /** @param name file name, as {@code gbt4754_2017.tsv} */
    public static List<String> lines(String name) {
        return Resources.lines("reference/" + name);
    }

    /** @param name file name, as {@code banan_towns.json} */
    public static String text(String name) {
        return Resources.text("reference/" + name);
    }
}
