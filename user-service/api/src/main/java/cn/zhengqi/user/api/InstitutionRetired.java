package cn.zhengqi.user.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import java.time.Instant;
import java.util.UUID;

/** An institution takes part no more: nobody of it gets in, and nothing stands below it. */
@EventType("user.InstitutionRetired")
public record InstitutionRetired(UUID institutionId, Instant at) implements DomainEvent {

    @Override
    public UUID subject() {
        return institutionId;
    }
}
