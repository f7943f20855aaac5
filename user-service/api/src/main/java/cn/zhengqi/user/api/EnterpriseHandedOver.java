package cn.zhengqi.user.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody who administered an enterprise made a colleague its administrator in their own place. They are told as well: with their session anybody could have done it.
 *
 * @param changeId the change; each has its own
 * @param accountId of whoever stepped back
 * @param toId the colleague who administers it now
 */
@EventType(value = "user.EnterpriseHandedOver", person = "toId", names = "toName")
public record EnterpriseHandedOver(
        UUID changeId, UUID accountId, UUID enterpriseId, String enterpriseName, UUID toId, String toName, Instant at)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return changeId;
    }
}
