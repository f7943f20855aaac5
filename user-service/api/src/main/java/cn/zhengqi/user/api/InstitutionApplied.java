package cn.zhengqi.user.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import java.time.Instant;
import java.util.UUID;

/** A chamber or a provider asked to be let in and waits for a look at its papers. */
@EventType("user.InstitutionApplied")
public record InstitutionApplied(UUID applicationId, UUID applicantId, InstitutionType type, String name, Instant at)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return applicationId;
    }
}
