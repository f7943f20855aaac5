package cn.zhengqi.auth.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Staff decided about an application for a key of the open interface.
 *
 * @param enterpriseId whose it is, if an enterprise's; absent in events from before keys were the owner's
 * @param institutionId whose it is, if an institution's
 * @param reason why not
 */
@EventType("auth.OpenApiKeyDecided")
public record OpenApiKeyDecided(
        UUID key,
        String systemName,
        UUID applicantId,
        @Nullable UUID enterpriseId,
        @Nullable UUID institutionId,
        boolean approved,
        @Nullable String reason,
        Instant at)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return key;
    }
}
