package cn.zhengqi.policy.api;

/**
 * How far an enterprise comes under a policy; each step counts once it was reached, whatever follows; but who was approved not when the department ended it before it was
 * paid, and who was paid only while something is paid.
 */
public enum PolicyStep {
    /** Somebody who acts for it opened the policy. */
    OPENED,
    /** It declared, applied for redemption, or confirmed what it was offered. */
    FILED,
    /** Its declaration is approved, or its amount after the public notice, and not all of that ended again. */
    APPROVED,
    /** The treasury paid, and not all of it came back. */
    PAID
}
