package cn.zhengqi.finance.demand;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;

/** Where a demand stands: open, or ended in one of three ways. */
public enum DemandStatus {
    OPEN("征集中"),
    CHOSEN("已选定"),
    WITHDRAWN("已撤回"),
    EXPIRED("已到期");

    private final String label;

    DemandStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /**
     * @param action Chinese verb for the message
     * @throws ProblemException STATE_CONFLICT once it has ended
     */
    DemandStatus to(DemandStatus end, String action) {
        if (this != OPEN || end == OPEN) {
            throw refuse(action);
        }
        return end;
    }

    ProblemException refuse(String action) {
        return new ProblemException(CommonProblem.STATE_CONFLICT, "该需求当前为“" + label + "”，不能" + action);
    }
}
