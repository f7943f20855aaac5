package cn.zhengqi.auth.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Staff decided about an application for a key of the open interface.
 *
 * @param reason why not
 */
@EventType("auth.OpenApiKeyDecided")
public record OpenApiKeyDecided(
        UUID key,
        String systemName,
        UUID applicantId,
        boolean approved,
        @Nullable String reason,
        Instant at) implements DomainEvent {

    @Override
    public UUID subject() {
        return key;
    }
}
