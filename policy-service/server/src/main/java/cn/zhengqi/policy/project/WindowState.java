package cn.zhengqi.policy.project;

/** Whether a project takes declarations on a day. */
public enum WindowState {
    NOT_YET("未到申报时间"),
    OPEN("申报中"),
    OVER("已截止"),
    CLOSED("未开放");

    private final String label;

    WindowState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
