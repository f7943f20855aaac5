package cn.zhengqi.matching.match;

/**
 * How results are counted and shown: by outcome, but what has not begun, what is past its recorded period, what the enterprise holds and what
 * nobody can decide stand apart.
 */
public enum MatchGroup {
    ELIGIBLE,
    NEARLY,
    /** It begins later; its conditions are met, or all but one. */
    UPCOMING,
    /** Facts are missing that the enterprise can fill in. */
    UNKNOWN,
    /** Undecided, and no fact would decide it: figures of the rule are not known. */
    UNCLEAR,
    INELIGIBLE,
    /** The enterprise holds the qualification that it grants. */
    HELD,
    /** Its recorded period is over, or another one took its place; whether it was extended may not be known. */
    PERIOD_OVER
}
