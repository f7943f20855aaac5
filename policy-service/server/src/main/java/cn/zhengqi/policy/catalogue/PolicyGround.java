package cn.zhengqi.policy.catalogue;

/** What a policy is on a day to that which is done under it. */
public enum PolicyGround {
    /** Published and not over, also where its first day is to come. */
    HOLDS,
    /** Expired or replaced. */
    OVER,
    /** Published no more. */
    WITHDRAWN
}
