package cn.zhengqi.matching.sandbox;

import cn.zhengqi.matching.engine.Truth;
import org.jspecify.annotations.Nullable;

/** What a draft changes for an enterprise. */
public enum Change {
    /** Would qualify, and does not now. */
    GAIN("新增可享"),
    /** Qualifies now, and would not any more. */
    LOSE("不再可享"),
    /** Not decided by the draft: facts are missing. */
    UNKNOWN("待补充"),
    SAME("不变");

    private final String label;

    Change(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** @param before null: there is no edition in force */
    static Change of(@Nullable Truth before, Truth after) {
        if (before == Truth.TRUE && after != Truth.TRUE) {
            return LOSE;
        }
        return switch (after) {
            case TRUE -> before == Truth.TRUE ? SAME : GAIN;
            case UNKNOWN -> UNKNOWN;
            case FALSE -> SAME;
        };
    }
}
