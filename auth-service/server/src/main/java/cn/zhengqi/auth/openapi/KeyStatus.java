package cn.zhengqi.auth.openapi;

import java.util.Set;

/** How far a key has come, and where it may go from there. That it has expired is a matter of the day, not a state. */
public enum KeyStatus {
    APPLIED("待审核"),
    APPROVED("待领取"),
    REJECTED("已驳回"),
    ACTIVE("使用中"),
    REVOKED("已注销");

    /** From which a key may still be revoked. */
    static final Set<KeyStatus> OPEN = Set.of(APPLIED, APPROVED, ACTIVE);

    private final String label;

    KeyStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    boolean mayBecome(KeyStatus next) {
        return switch (this) {
            case APPLIED -> Set.of(APPROVED, REJECTED, REVOKED).contains(next);
            case APPROVED -> Set.of(ACTIVE, REVOKED).contains(next);
            case ACTIVE -> next == REVOKED;
            case REJECTED, REVOKED -> false;
        };
    }
}
