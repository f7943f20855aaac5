package cn.zhengqi.ops.api;

/** The five grades of 好差评. */
public enum Grade {
    VERY_SATISFIED("非常满意", 5),
    SATISFIED("满意", 4),
    FAIR("基本满意", 3),
    DISSATISFIED("不满意", 2),
    VERY_DISSATISFIED("非常不满意", 1);

    /** What counts as satisfied begins here. */
    private static final int LEAST_SATISFIED = 3;

    private final String label;
    private final int points;

    Grade(String label, int points) {
        this.label = label;
        this.points = points;
    }

    public String label() {
        return label;
    }

    /** From 1 to 5, of which averages are made. */
    public int points() {
        return points;
    }

    /** Otherwise it is a 差评: the enterprise is called back. */
    public boolean isSatisfied() {
        return points >= LEAST_SATISFIED;
    }
}
