package cn.zhengqi.matching.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import java.time.Instant;
import java.util.UUID;

/** An enterprise switched the use of its profile and of what it does here for recommendations off, or on again. */
@EventType("matching.RecommendationsSwitched")
public record RecommendationsSwitched(UUID enterpriseId, boolean personalised, Instant at) implements DomainEvent {

    @Override
    public UUID subject() {
        return enterpriseId;
    }
}
