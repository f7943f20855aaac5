package cn.zhengqi.matching;

import cn.zhengqi.kernel.ProblemCode;

/** What can go wrong with matches. */
public enum MatchingProblem implements ProblemCode {
    TAX_AUTHORIZATION_ENDED(410, "涉税数据授权已收回或已到期，用到这些数据的匹配结果已一并删除，请重新匹配"),
    REPORT_CONTENT_GONE(410, "报告正文已不再保存"),
    NOT_MATCHED_YET(409, "还没有匹配过，请先智能匹配，再出具报告"),
    POLICY_NOT_IN_FORCE(409, "这条政策现在不在有效期内，不能推送"),
    NOBODY_TO_TELL(409, "符合条件的企业都已推送过，没有可推送的企业"),
    TAG_NAME_TAKEN(409, "同一对象已有这个名称的标签"),
    TAG_IN_USE(409, "标签已有企业或政策使用，不能删除，可以停用"),
    TAG_RETIRED(409, "标签已停用，不能再设置"),
    TAG_DERIVED(409, "标签由条件得出，不能人工设置"),
    TAG_USES_OWNERS_FACTS(422, "只对企业本人可见的数据不能用来打标签"),
    TAGGING_FAULTY(422, "有错误，没有保存任何标签"),
    SANDBOX_COUNTS_ONLY(403, "条件用到只对企业本人可见的数据，只列家数，不列名单"),
    OWNERS_LIMIT_TOO_FINE(422, "只对企业本人可见的数据试算家数时，限值只用一位有效数字，或与现行版相同"),
    OWNERS_QUESTION_TOO_LONG(422, "条件用到只对企业本人可见的数据，内容过长，不能完整记入操作日志，请精简后再试"),
    AUDIENCE_COUNTS_ONLY(403, "条件用到只对企业本人可见的数据，只列家数，不列名单"),
    FACT_IN_USE(409, "指标正被引用，不能停用"),
    FACT_OF_PRODUCT(409, "系统自带的指标被划型、自查和评分表固定引用，不能停用"),
    FACT_RETIRED(409, "指标已停用，请先恢复"),
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
