package cn.zhengqi.policy.desk;

/** When a promised answer is due; no case is in two of them. */
public enum DueIn {
    /** The promised moment is over. */
    OVERDUE,
    /** Today, and not over yet. */
    TODAY,
    /** After today, within {@link DueDays#SOON} working days. */
    SOON
}
