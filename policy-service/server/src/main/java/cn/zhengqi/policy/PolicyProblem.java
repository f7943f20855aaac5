package cn.zhengqi.policy;

import cn.zhengqi.kernel.ProblemCode;

/** What can go wrong with policies. */
public enum PolicyProblem implements ProblemCode {
    POLICY_NOT_FOUND(404, "没有找到该政策"),
    POLICY_NOT_IN_FORCE(410, "该政策已撤下，不再展示"),
    WITHDRAWAL_REASON_REQUIRED(422, "请填写撤下的原因"),
    DRAFT_NOT_FOUND(404, "没有找到该草稿，可能已被删除"),
    DRAFT_OPEN_ALREADY(409, "该政策已有一份未发布的草稿，请在那份草稿上修改"),
    POLICY_CODE_TAKEN(409, "该编号已被使用，请换一个"),
    SUCCESSOR_NOT_FOUND(422, "没有找到替代本政策的那项政策，请检查编号"),
    PUBLISHED_BY_AUTHOR(409, "草稿须由未参与撰写的同事审核发布；您写过这份草稿"),
    CRITERIA_FAULTY(422, "申报条件有误，请按提示修改"),
    GOLDEN_CASE_FAILED(422, "有核验案例未通过，不能发布");

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
