package cn.zhengqi.auth.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The receiver of a key's webhook answered that it wants nothing any more (410): nothing is sent until its owner switches it on again.
 *
 * @param key of the row
 * @param applicantId who asked for the key
 * @param enterpriseId whose the key is, if an enterprise's
 * @param institutionId whose the key is, if an institution's
 */
@EventType("auth.WebhookGone")
public record WebhookGone(
        UUID key,
        String systemName,
        UUID applicantId,
        @Nullable UUID enterpriseId,
        @Nullable UUID institutionId,
        Instant at)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return key;
    }
}
