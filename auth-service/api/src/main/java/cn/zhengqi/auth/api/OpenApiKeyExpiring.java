package cn.zhengqi.auth.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import java.time.Instant;
import java.util.UUID;

/**
 * A key of the open interface will run out soon.
 *
 * @param key of the row; {@code keyId} as the system names it
 * @param applicantId who looks after it
 */
@EventType("auth.OpenApiKeyExpiring")
public record OpenApiKeyExpiring(UUID key, String keyId, String systemName, UUID applicantId, Instant expiresAt)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return key;
    }
}
