package cn.zhengqi.policy.catalogue;

/** What a policy is on a day to that which is done under it. */
public enum PolicyGround {
    /** Published and not over, also where its first day is to come. */
    HOLDS,
    /** Past its last day. */
    EXPIRED,
    /** Another took its place. */
    SUPERSEDED,
    /** Published no more. */
    WITHDRAWN
}
