package cn.zhengqi.finance.promise;

/** Classes of cases for which there is a term each: applications by the kind of the loan, and demands. */
public enum AnswerClass {
    FIRST("首贷", AnswerKind.BANK_ANSWER),
    RENEWAL("续贷", AnswerKind.BANK_ANSWER),
    ADDITIONAL("新增贷款", AnswerKind.BANK_ANSWER),
    DEMAND("融资需求", AnswerKind.DEMAND_ANSWER),
    COORDINATION("小微融资协调", AnswerKind.COORDINATION_ANSWER);

    private final String label;
    private final AnswerKind kind;

    AnswerClass(String label, AnswerKind kind) {
        this.label = label;
        this.kind = kind;
    }

    String label() {
        return label;
    }

    AnswerKind kind() {
        return kind;
    }
}
