package cn.zhengqi.matching.reverse;

import cn.zhengqi.matching.api.match.MatchOutcome;
import org.jspecify.annotations.Nullable;

/** Who is listed: those who qualify, or will once it has begun, who nearly do, and who may. The rest is counted. */
public enum ReverseOutcome {
    ELIGIBLE("符合"),
    /** It begins later, and all conditions are met. */
    UPCOMING("尚未施行", "尚未开始匹配"),
    NEARLY("差一项"),
    UNKNOWN("待补充");

    private final String ofPolicy;
    private final String ofProduct;

    ReverseOutcome(String label) {
        this(label, label);
    }

    ReverseOutcome(String ofPolicy, String ofProduct) {
        this.ofPolicy = ofPolicy;
        this.ofProduct = ofProduct;
    }

    /** A policy comes into force, a product is matched from a day on. */
    String label(boolean product) {
        return product ? ofProduct : ofPolicy;
    }

    /** Whoever asks for those that meet all conditions means them whether it has begun or not: what was asked for outlives the choice of another policy. */
    boolean isMeantBy(ReverseOutcome asked) {
        return asked == this || (asked == ELIGIBLE && this == UPCOMING) || (asked == UPCOMING && this == ELIGIBLE);
    }

    /**
     * @param onceBegun by the conditions, whether or not it has begun
     * @return absent for who is not listed
     */
    static @Nullable ReverseOutcome of(MatchOutcome onceBegun, boolean toCome) {
        return switch (onceBegun) {
            case ELIGIBLE -> toCome ? UPCOMING : ELIGIBLE;
            case NEARLY -> NEARLY;
            case UNKNOWN -> UNKNOWN;
            case INELIGIBLE -> null;
        };
    }
}
