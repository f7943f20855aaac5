package cn.zhengqi.code.issued;

import cn.zhengqi.code.api.CodeLevel;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was done to a code, by whom and why.
 *
 * @param levelBefore with {@code levelAfter}, where the level was changed; absent in what was done before it was written down
 */
record CodeChange(
        UUID id,
        UUID codeId,
        Instant at,
        UUID actorId,
        String actorName,
        Action action,
        @Nullable String reason,
        @Nullable CodeLevel levelBefore,
        @Nullable CodeLevel levelAfter) {

    /** Of anything but the level. */
    static CodeChange of(
            UUID id, UUID codeId, Instant at, UUID actorId, String actorName, Action action, @Nullable String reason) {
        return new CodeChange(id, codeId, at, actorId, actorName, action, reason, null, null);
    }

    /** As its history has it. */
    String label() {
        return action.label(levelBefore, levelAfter);
    }

    enum Action {
        ISSUED("签发"),
        FROZEN("冻结"),
        UNFROZEN("解冻"),
        REVOKED("注销"),
        REISSUED("换发"),
        LEVEL_CHANGED("调整级别"),
        CERTIFIED_AGAIN("重新认证"),
        UNBOUND("解绑");

        private final String label;

        Action(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        /** With the levels between which it was changed, where they were written down. */
        String label(@Nullable CodeLevel before, @Nullable CodeLevel after) {
            return before == null || after == null ? label : label + "：" + before.label() + " → " + after.label();
        }
    }
}
