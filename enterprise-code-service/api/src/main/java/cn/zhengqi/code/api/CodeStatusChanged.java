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
 */
@EventType(value = "code.CodeStatusChanged", kept = Kept.FOR_REBUILDING)
public record CodeStatusChanged(
        UUID codeId,
        UUID enterpriseId,
        CodeStatus status,
        @Nullable CodeStatus statusBefore,
        CodeLevel level,
        String reason,
        Instant at)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return codeId;
    }
}
