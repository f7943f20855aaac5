package cn.zhengqi.matching.sandbox;

import cn.zhengqi.matching.engine.Truth;
import org.jspecify.annotations.Nullable;

/** What a draft changes for an enterprise. */
public enum SandboxChange {
    /** Would qualify, and does not now. */
    GAIN,
    /** Qualifies now, and would not any more. */
    LOSE,
    /** Not decided by the draft, whether it qualifies now or not: facts are missing. */
    UNKNOWN,
    SAME;

    boolean isOf(@Nullable Truth before, Truth after) {
        return of(before, after) == this;
    }

    /** @param before null: there is no edition in force */
    static SandboxChange of(@Nullable Truth before, Truth after) {
        if (before == Truth.TRUE && after == Truth.FALSE) {
            return LOSE;
        }
        return switch (after) {
            case TRUE -> before == Truth.TRUE ? SAME : GAIN;
            case UNKNOWN -> UNKNOWN;
            case FALSE -> SAME;
        };
    }
}
