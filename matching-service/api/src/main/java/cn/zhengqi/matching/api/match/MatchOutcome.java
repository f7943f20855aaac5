package cn.zhengqi.matching.api.match;

/** The answer for one policy or product. */
public enum MatchOutcome {
    ELIGIBLE,
    /** Not met now, but only one condition fails, nothing else is open, and the enterprise can close the gap. */
    NEARLY,
    INELIGIBLE,
    /** Not decided: facts are missing or the rule's figures are not verified. */
    UNKNOWN
}
