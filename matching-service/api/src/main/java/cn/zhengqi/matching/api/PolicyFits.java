package cn.zhengqi.matching.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import java.time.Instant;
import java.util.UUID;

/** An enterprise that wants to be told of new policies qualifies for one; told once of each policy. */
@EventType("matching.PolicyFits")
public record PolicyFits(UUID policyId, String title, UUID enterpriseId, String enterpriseName, Instant at)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return enterpriseId;
    }
}
