package cn.zhengqi.auth.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key of the open interface will run out soon.
 *
 * @param key of the row; {@code keyId} as the system names it
 * @param applicantId who asked for it
 * @param enterpriseId whose it is, if an enterprise's; absent in events from before keys were the owner's
 * @param institutionId whose it is, if an institution's
 */
@EventType("auth.OpenApiKeyExpiring")
public record OpenApiKeyExpiring(
        UUID key,
        String keyId,
        String systemName,
        UUID applicantId,
        @Nullable UUID enterpriseId,
        @Nullable UUID institutionId,
        Instant expiresAt)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return key;
    }
}
