package cn.zhengqi.code.claim;

import java.util.Set;

/** Where a claim stands, and where it may go from there. */
public enum ClaimStatus {
    SUBMITTED("待审核"),
    RETURNED("退回补正"),
    APPROVED("已通过"),
    REJECTED("未通过"),
    WITHDRAWN("已撤回");

    private final String label;

    ClaimStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    boolean mayBecome(ClaimStatus next) {
        return switch (this) {
            case SUBMITTED -> Set.of(APPROVED, REJECTED, RETURNED, WITHDRAWN).contains(next);
            case RETURNED -> Set.of(SUBMITTED, WITHDRAWN).contains(next);
            case APPROVED, REJECTED, WITHDRAWN -> false;
        };
    }
}
