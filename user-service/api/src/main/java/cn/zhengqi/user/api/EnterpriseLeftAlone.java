package cn.zhengqi.user.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import java.time.Instant;
import java.util.UUID;

/** The account of the last who administered an enterprise was closed: nobody can act for it, and its code is of use to nobody. */
@EventType("user.EnterpriseLeftAlone")
public record EnterpriseLeftAlone(UUID enterpriseId, Instant at) implements DomainEvent {

    @Override
    public UUID subject() {
        return enterpriseId;
    }
}
