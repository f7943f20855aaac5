package cn.zhengqi.user.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import java.time.Instant;
import java.util.UUID;

/** An institution is called otherwise: what is open is called by the new name, what is on record as it was then. */
@EventType("user.InstitutionRenamed")
public record InstitutionRenamed(UUID institutionId, String name, Instant at) implements DomainEvent {

    @Override
    public UUID subject() {
        return institutionId;
    }
}
