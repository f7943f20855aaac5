package cn.zhengqi.matching.advice;

/** A fact that a step is about, and who can change what the platform knows of it. */
public record ChangingFact(String name, String label, ChangedBy changedBy) {

    public enum ChangedBy {
        /** The enterprise fills it in. */
        SELF,
        /** It comes from the tax authority. */
        TAX,
        /** It comes from the register. */
        REGISTER
    }
}
