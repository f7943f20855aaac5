package cn.zhengqi.kernel;

/** Lengths of time as sentences show them: in the one form that the pages use. */
public final class Term {

    private static final int YEAR = 12;

    private Term() {}

    /** 6 → 6 个月, 12 → 1 年, 18 → 18 个月, 24 → 2 年. */
    public static String format(long months) {
        return months > 0 && months % YEAR == 0 ? months / YEAR + " 年" : months + " 个月";
    }
}
