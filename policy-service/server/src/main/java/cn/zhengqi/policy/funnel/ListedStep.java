package cn.zhengqi.policy.funnel;

/** Steps whose enterprises are known by what they handed in. Who only opened a policy is counted and not named. */
enum ListedStep {
    FILED,
    APPROVED,
    PAID
}
