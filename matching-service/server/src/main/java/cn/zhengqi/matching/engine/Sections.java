package cn.zhengqi.matching.engine;

/** The sections (门类) of the classification of industries, as figures are grouped by them. */
public final class Sections {

    private Sections() {}

    /** The name with its letter, or the letter alone where the standard does not have it. */
    public static String name(String letter) {
        return IndustryNames.of(letter);
    }
}
