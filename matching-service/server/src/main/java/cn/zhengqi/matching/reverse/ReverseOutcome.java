package cn.zhengqi.matching.reverse;

import cn.zhengqi.matching.api.match.MatchOutcome;

/** Who is listed: those who qualify, who nearly do, and who may. The rest is counted. */
public enum ReverseOutcome {
    ELIGIBLE("符合"),
    NEARLY("差一项"),
    UNKNOWN("待补充");

    private final String label;

    ReverseOutcome(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    boolean is(MatchOutcome outcome) {
        return name().equals(outcome.name());
    }
}
