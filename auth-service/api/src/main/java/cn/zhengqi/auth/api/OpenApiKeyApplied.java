package cn.zhengqi.auth.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody applied for a key of the open interface: staff have to decide.
 *
 * @param ownerName the enterprise or institution that would answer for it
 */
@EventType("auth.OpenApiKeyApplied")
public record OpenApiKeyApplied(UUID key, String systemName, String ownerName, Instant at) implements DomainEvent {

    @Override
    public UUID subject() {
        return key;
    }
}
