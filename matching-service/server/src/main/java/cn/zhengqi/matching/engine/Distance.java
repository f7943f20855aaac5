package cn.zhengqi.matching.engine;

/** How figures of a distance are announced. */
enum Distance {
    SHORT("，还差 "),
    SHORT_ABOUT("，还差约 "),
    BEYOND("，超出 "),
    BEYOND_ABOUT("，超出约 "),
    BELOW_RANGE("，低于下限 "),
    BELOW_RANGE_ABOUT("，低于下限约 "),
    ABOVE_RANGE("，高于上限 "),
    ABOVE_RANGE_ABOUT("，高于上限约 ");

    static final int COUNT = values().length;

    private static final Distance[] ALL = values();

    private final String words;

    Distance(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** The same where the figures are rounded to people or money. */
    Distance about() {
        return ALL[ordinal() | 1];
    }
}
