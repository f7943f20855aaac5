package cn.zhengqi.policy.project;

import cn.zhengqi.policy.catalogue.PolicyGround;

/** Whether a project takes declarations on a day. */
public enum WindowState {
    NOT_YET("未开始"),
    OPEN("受理中"),
    OVER("已截止"),
    /** The time is there and the policy is not. */
    POLICY_OVER("依据的政策已到期"),
    POLICY_SUPERSEDED("依据的政策已被替代"),
    POLICY_WITHDRAWN("依据的政策已撤下"),
    CLOSED("已关闭");

    private final String label;

    WindowState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Where the policy holds no more nobody begins, whatever the days of the project say. */
    public WindowState under(PolicyGround policy) {
        if (this != OPEN && this != NOT_YET) {
            return this;
        }
        return switch (policy) {
            case HOLDS -> this;
            case EXPIRED -> POLICY_OVER;
            case SUPERSEDED -> POLICY_SUPERSEDED;
            case WITHDRAWN -> POLICY_WITHDRAWN;
        };
    }
}
