package cn.zhengqi.policy.redemption.ledger;

/** What can happen to money of a project. Stable, in the ledger; what each does to the budget the ledger's trigger knows. */
public enum EntryKind {
    /** Given to the project. */
    ALLOCATE("预算下达"),
    /** Held for an application while it is shown to the public. */
    RESERVE("预留"),
    /** Free again: the application came to nothing. */
    RELEASE("释放"),
    APPROVE("核定待付"),
    PAY("支付"),
    /** What was paid came back: it waits to be paid again, and is free only when the application is over. */
    RETURNED("支付退回"),
    /** Given back by the project. */
    RETURN("预算交回");

    private final String label;

    EntryKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
