package cn.zhengqi.matching.api.facts;

/** Where a fact usually comes from. */
public enum FactSource {
    REGISTER,
    SELF,
    TAX,
    /** Computed from other facts; never entered. */
    DERIVED
}
