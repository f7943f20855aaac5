package cn.zhengqi.ops;

import cn.zhengqi.events.audit.AuditAction;

/** What is done here about evaluations and goes on record (操作日志). */
public enum OpsAction implements AuditAction {
    EVALUATION_GIVEN("好差评", "评价"),
    EVALUATION_GIVEN_AGAIN("好差评", "再次评价"),
    EVALUATION_CALLED_BACK("好差评", "登记回访"),
    EVALUATION_ANSWERED("好差评", "提交差评处理结果"),
    EVALUATION_ANSWER_PASSED("好差评", "复核通过差评处理结果"),
    EVALUATION_ANSWER_SENT_BACK("好差评", "退回差评处理结果"),
    EVALUATION_PUBLISHED("好差评", "公开评价"),
    EVALUATION_WITHHELD("好差评", "评价设为不公开"),
    EVALUATION_URGED("好差评", "催办差评处理"),
    EVALUATIONS_EXPORTED("好差评", "导出好差评"),
    PROMISES_EXPORTED("承诺时限", "导出时限看板"),
    CALL_BACK_TERM_CHANGED("承诺时限", "修改差评处理的承诺时限");

    private final String subjectKind;
    private final String label;

    OpsAction(String subjectKind, String label) {
        this.subjectKind = subjectKind;
        this.label = label;
    }

    @Override
    public String subjectKind() {
        return subjectKind;
    }

    @Override
    public String label() {
        return label;
    }
}
