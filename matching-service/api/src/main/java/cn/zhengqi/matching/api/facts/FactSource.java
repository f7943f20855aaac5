package cn.zhengqi.matching.api.facts;

/** Where a fact usually comes from. */
public enum FactSource {
    REGISTER,
    SELF,
    TAX,
    /** Invented for a demo enterprise; nobody filled it in. */
    DEMO,
    /** Computed from other facts; never entered. */
    DERIVED
}
