package cn.zhengqi.code.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.event.Kept;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A code was frozen, unfrozen, revoked, or got another level.
 *
 * @param statusBefore the same where only the level was set; absent in events from before that was told
 * @param enterpriseName absent, as all that follows, in events from before it was told
 * @param by on whose side it was done
 * @param byId who of the enterprise did it; people of institutions are not named to enterprises
 */
@EventType(value = "code.CodeStatusChanged", kept = Kept.FOR_REBUILDING, person = "byId", names = "byName")
public record CodeStatusChanged(
        UUID codeId,
        UUID enterpriseId,
        CodeStatus status,
        @Nullable CodeStatus statusBefore,
        CodeLevel level,
        String reason,
        Instant at,
        @Nullable String enterpriseName,
        @Nullable By by,
        @Nullable UUID byId,
        @Nullable String byName)
        implements DomainEvent {

    /** Who changed it. */
    public enum By {
        ENTERPRISE,
        STAFF,
        /** Nobody was left who could have. */
        PLATFORM
    }

    /** As it was told before it said of which enterprise and by whom. */
    public CodeStatusChanged(
            UUID codeId,
            UUID enterpriseId,
            CodeStatus status,
            @Nullable CodeStatus statusBefore,
            CodeLevel level,
            String reason,
            Instant at) {
        this(codeId, enterpriseId, status, statusBefore, level, reason, at, null, null, null, null);
    }

    @Override
    public UUID subject() {
        return codeId;
    }
}
