package cn.zhengqi.kernel.promise;

/** How far up a case is told that stays unanswered; each with those before it. */
public enum PromiseRung {
    /** The heads of who has to answer. */
    HEADS,
    /** Who looks after all who answer such cases, such as the finance office after the banks. */
    OVERSEERS,
    /** Those who operate the platform and watch its deadlines. */
    OPERATORS
}
