package cn.zhengqi.matching.match;

/** How a result is put in order. */
public enum MatchOrder {
    /** Best first. */
    BY_PROFILE,
    /** By code, the same for every enterprise, and nothing is proposed: for who does not want to be recommended to. */
    GENERAL
}
