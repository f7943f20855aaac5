package cn.zhengqi.finance.application;

/** What happened at one point of the course of an application. */
public enum StepKind {
    SUBMITTED("提交申请"),
    TAKEN("认领"),
    ASSIGNED("分派"),
    HANDED_OVER("转办"),
    POOLED("转入待认领"),
    ACCEPTED("银行受理，进入审批"),
    MATERIAL_ASKED("银行要求补充材料"),
    MATERIAL_SUPPLIED("企业已补充材料"),
    FILES_ADDED("企业补交文件"),
    APPROVED("审批通过"),
    REFUSED("审批不通过"),
    WITHDRAWN("企业撤回申请"),
    DISBURSED("放款"),
    SETTLED("贷款结清"),
    EXPIRED("授信到期未提款");

    private final String label;

    StepKind(String label) {
        this.label = label;
    }

    /** Whether somebody of the enterprise did it. */
    boolean byEnterprise() {
        return this == SUBMITTED || this == MATERIAL_SUPPLIED || this == FILES_ADDED || this == WITHDRAWN;
    }

    /** Whether it is of how the bank divides its work, which nobody outside reads. */
    boolean withinBank() {
        return this == TAKEN || this == ASSIGNED || this == HANDED_OVER || this == POOLED;
    }

    public String label() {
        return label;
    }
}
