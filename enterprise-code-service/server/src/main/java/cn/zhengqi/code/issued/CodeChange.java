package cn.zhengqi.code.issued;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was done to a code, by whom and why. */
record CodeChange(
        UUID id,
        UUID codeId,
        Instant at,
        UUID actorId,
        String actorName,
        Action action,
        @Nullable String reason) {

    enum Action {
        ISSUED("签发"),
        FROZEN("冻结"),
        UNFROZEN("解冻"),
        REVOKED("注销"),
        REISSUED("换发"),
        LEVEL_CHANGED("调整等级"),
        CERTIFIED_AGAIN("重新认证"),
        UNBOUND("解绑");

        private final String label;

        Action(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }
}
