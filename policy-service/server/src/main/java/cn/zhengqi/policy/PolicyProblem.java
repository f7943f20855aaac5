package cn.zhengqi.policy;

import cn.zhengqi.kernel.ProblemCode;

/** What can go wrong with policies. */
public enum PolicyProblem implements ProblemCode {
    POLICY_NOT_FOUND(404, "没有找到该政策"),
    POLICY_NOT_IN_FORCE(410, "该政策已撤下，不再展示"),
    WITHDRAWAL_REASON_REQUIRED(422, "请填写撤下的原因");

    private final int status;
    private final String title;

    PolicyProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
