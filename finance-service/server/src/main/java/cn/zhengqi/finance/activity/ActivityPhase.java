package cn.zhengqi.finance.activity;

/** How far an activity has come at a moment, as people see it. */
public enum ActivityPhase {
    /** Nobody signs up yet. */
    UPCOMING("即将报名"),
    OPEN("报名中"),
    /** Who signs up now waits for room. */
    FULL("可候补"),
    CLOSED("报名截止"),
    RUNNING("进行中"),
    OVER("已结束"),
    CANCELLED("已取消");

    private final String label;

    ActivityPhase(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
