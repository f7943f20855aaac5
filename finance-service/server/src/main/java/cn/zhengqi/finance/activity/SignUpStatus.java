package cn.zhengqi.finance.activity;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;

/** Where a sign-up stands. */
public enum SignUpStatus {
    SIGNED_UP("已报名"),
    /** There was no room; it moves up when there is. */
    WAITING("候补中"),
    WITHDRAWN("已取消报名"),
    /** The activity does not take place. */
    CANCELLED("活动已取消");

    private final String label;

    SignUpStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    boolean isOpen() {
        return this == SIGNED_UP || this == WAITING;
    }

    /**
     * @param action Chinese verb for the message
     * @throws ProblemException STATE_CONFLICT once it has ended
     */
    SignUpStatus to(SignUpStatus target, String action) {
        if (!isOpen() || target == WAITING || target == this) {
            throw new ProblemException(CommonProblem.STATE_CONFLICT, "该报名当前为“" + label + "”，不能" + action);
        }
        return target;
    }
}
