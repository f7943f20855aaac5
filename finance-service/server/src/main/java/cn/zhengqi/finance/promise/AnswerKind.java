package cn.zhengqi.finance.promise;

/** What banks promise; the names stand in the tables, and in the mapper of applications. */
public enum AnswerKind {
    /** That they answer an application. */
    BANK_ANSWER("融资申请"),
    /** That they answer a demand that they claimed. */
    DEMAND_ANSWER("融资需求"),
    /** That they answer what the finance office recommends to them. */
    COORDINATION_ANSWER("小微融资协调");

    private final String label;

    AnswerKind(String label) {
        this.label = label;
    }

    /** What is answered. */
    public String label() {
        return label;
    }
}
