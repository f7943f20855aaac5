package cn.zhengqi.auth.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Staff revoked a key of the open interface, or what was applied for as one.
 *
 * @param applicantId who asked for it
 * @param enterpriseId whose it is, if an enterprise's
 * @param institutionId whose it is, if an institution's
 * @param reason why
 */
@EventType("auth.OpenApiKeyRevoked")
public record OpenApiKeyRevoked(
        UUID key,
        String systemName,
        UUID applicantId,
        @Nullable UUID enterpriseId,
        @Nullable UUID institutionId,
        String reason,
        Instant at)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return key;
    }
}
