package cn.zhengqi.kernel.event;

/** How long an event stays in the log of the service that tells it. */
public enum Kept {
    /** For some days after the broker has it. Nothing can be rebuilt from it. */
    UNTIL_HEARD,
    /** For good: others rebuild what they derive from it. Whoever it names is blanked when their account is closed. */
    FOR_REBUILDING
}
