package cn.zhengqi.matching.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.event.Kept;
import java.time.Instant;
import java.util.UUID;

/**
 * An enterprise had itself matched against all published policies and products. The numbers count policies; eligible are
 * those that can be had now, as far as is known.
 */
@EventType(value = "matching.MatchCompleted", kept = Kept.FOR_REBUILDING)
public record MatchCompleted(UUID resultId, UUID enterpriseId, int eligible, int nearly, int unknown, Instant at)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return resultId;
    }
}
