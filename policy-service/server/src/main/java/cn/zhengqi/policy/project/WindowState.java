package cn.zhengqi.policy.project;

/** Whether a project takes declarations on a day. */
public enum WindowState {
    NOT_YET("未开始"),
    OPEN("受理中"),
    OVER("已截止"),
    /** The time is there and the policy is not. */
    POLICY_OVER("依据的政策已失效"),
    CLOSED("已关闭");

    private final String label;

    WindowState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Where the policy holds no more nobody begins, whatever the days of the project say. */
    public WindowState under(boolean policyHolds) {
        return !policyHolds && (this == OPEN || this == NOT_YET) ? POLICY_OVER : this;
    }
}
