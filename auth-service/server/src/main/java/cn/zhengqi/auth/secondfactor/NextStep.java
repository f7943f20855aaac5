package cn.zhengqi.auth.secondfactor;

/** What a sign-in still needs after the first factor. */
public enum NextStep {
    /** Nothing: signed in. */
    DONE,
    /** A code of the second factor. */
    SECOND_FACTOR,
    /** The account must have a second factor and has none yet: it is set up now. */
    ENROLMENT
}
