package cn.zhengqi.matching.api.facts;

/** The form of a fact, in the profile and in criteria. */
public enum FactKind {
    NUMBER,
    INTEGER,
    BOOLEAN,
    DATE,
    /** A hierarchical code (industry, region): {@code in} and {@code notIn} compare by prefix. */
    TEXT,
    CHOICE,
    MULTI_CHOICE,
    /** Figures by year, newest first; criteria use the derived facts made from them, or the newest year where the fact says so. */
    YEARS;

    public boolean numeric() {
        return this == NUMBER || this == INTEGER || this == BOOLEAN || this == DATE;
    }
}
