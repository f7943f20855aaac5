package cn.zhengqi.ops.evaluation;

/** What was done about an evaluation. */
public enum StepKind {
    GIVEN("企业评价"),
    CALLED("电话回访"),
    NOT_REACHED("回访未接通"),
    ANSWERED("提交处理结果"),
    SENT_BACK("复核退回"),
    PASSED("复核通过"),
    EVALUATED_AGAIN("企业再次评价"),
    LAPSED("再次评价期满"),
    PUBLISHED("公开"),
    WITHHELD("不公开");

    private final String label;

    StepKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
