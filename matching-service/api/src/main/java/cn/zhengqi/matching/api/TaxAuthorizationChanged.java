package cn.zhengqi.matching.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import java.time.Instant;
import java.util.UUID;

/** An enterprise allowed its tax data to be fetched for matching, or took that back. */
@EventType("matching.TaxAuthorizationChanged")
public record TaxAuthorizationChanged(UUID enterpriseId, boolean granted, Instant at) implements DomainEvent {

    @Override
    public UUID subject() {
        return enterpriseId;
    }
}
