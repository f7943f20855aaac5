package cn.zhengqi.matching;

import cn.zhengqi.kernel.ProblemCode;

/** What can go wrong with matches. */
public enum MatchingProblem implements ProblemCode {
    TAX_AUTHORIZATION_ENDED(410, "涉税数据授权已收回或已到期，用到这些数据的匹配结果已一并删除，请重新匹配"),
    REPORT_CONTENT_GONE(410, "报告正文已不再保存"),
    NOT_MATCHED_YET(409, "还没有匹配过，请先智能匹配，再出具报告"),
    POLICY_NOT_IN_FORCE(409, "这条政策现在不在有效期内，不能推送"),
    NOBODY_TO_TELL(409, "符合条件的企业都已推送过，没有可推送的企业"),
    CRITERIA_FAULTY(422, "申报条件有误，请按提示修改");

    private final int status;
    private final String title;

    MatchingProblem(int status, String title) {
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
