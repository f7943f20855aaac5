package cn.zhengqi.finance.activity;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;

/** Whether an activity is told of; that it is over is a matter of time, see {@link ActivityPhase}. */
public enum ActivityStatus {
    DRAFT("草稿"),
    PUBLISHED("已发布"),
    CANCELLED("已取消");

    private final String label;

    ActivityStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /**
     * @param action Chinese verb for the message
     * @throws ProblemException STATE_CONFLICT when this state does not lead to {@code target}
     */
    ActivityStatus to(ActivityStatus target, String action) {
        boolean allowed = (this == DRAFT && target == PUBLISHED) || (this == PUBLISHED && target == CANCELLED);
        if (!allowed) {
            throw refuse(action);
        }
        return target;
    }

    ProblemException refuse(String action) {
        return new ProblemException(CommonProblem.STATE_CONFLICT, "该活动当前为“" + label + "”，不能" + action);
    }
}
