package cn.zhengqi.policy.promise;

/** What departments promise; the names stand in the tables. */
enum PolicyAnswer {
    /** That the step of a declaration is done. */
    DECLARATION_STEP,
    /** That an application for redemption is reviewed. */
    REDEMPTION
}
