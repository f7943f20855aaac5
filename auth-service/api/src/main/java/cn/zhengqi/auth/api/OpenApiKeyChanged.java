package cn.zhengqi.auth.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Staff changed on what terms a key of the open interface may be used.
 *
 * @param applicantId who asked for it
 * @param enterpriseId whose it is, if an enterprise's
 * @param institutionId whose it is, if an institution's
 * @param changes what, from what and to what, in words
 * @param reason why
 */
@EventType("auth.OpenApiKeyChanged")
public record OpenApiKeyChanged(
        UUID key,
        String systemName,
        UUID applicantId,
        @Nullable UUID enterpriseId,
        @Nullable UUID institutionId,
        String changes,
        String reason,
        Instant at)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return key;
    }
}
