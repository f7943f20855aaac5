package cn.zhengqi.user.calendar;

/** What a notice says of a day. */
enum DayKind {
    OFF("放假"),
    WORK("上班"),
    /** Nothing: worked from Monday to Friday. */
    USUAL("不特别安排");

    private final String label;

    DayKind(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
