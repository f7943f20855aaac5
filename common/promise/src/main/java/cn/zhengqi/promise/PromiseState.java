package cn.zhengqi.promise;

/** Whether the time of a promise runs. */
public enum PromiseState {
    RUNNING("计时中"),
    /** The applicant supplements; the time stands still. */
    PAUSED("等待补正，暂停计时"),
    /** The case was answered. */
    ANSWERED("已答复"),
    /** Nobody waits any more: the applicant took the case back, chose another, or it was closed without an answer. The case says which. */
    DROPPED("已终止");

    private final String label;

    PromiseState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    boolean open() {
        return this == RUNNING || this == PAUSED;
    }
}
