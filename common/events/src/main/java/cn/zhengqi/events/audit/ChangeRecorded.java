package cn.zhengqi.events.audit;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One change, or one look at what is not everybody's, as it goes on record.
 *
 * @param recordId of this record; it is no news of the thing that was changed, whose versions it does not follow
 * @param service Spring's name of the service
 * @param action stable within the service
 * @param subjectId of what was changed
 * @param subjectName number or name under which people know it
 * @param address from which the request came; absent where no request stood behind it
 * @param changes the fields that are different now, covered by their field rules
 */
@EventType("audit.ChangeRecorded")
public record ChangeRecorded(
        UUID recordId,
        String service,
        String action,
        String actionLabel,
        String subjectKind,
        UUID subjectId,
        String subjectName,
        Actor actor,
        @Nullable String address,
        @Nullable String userAgent,
        @Nullable String traceId,
        List<FieldChange> changes,
        Instant occurredAt)
        implements DomainEvent {

    public ChangeRecorded {
        changes = List.copyOf(changes);
    }

    @Override
    public UUID subject() {
        return recordId;
    }

    public enum ActorKind {
        PERSON,
        SERVICE,
        /** Work by time, and what an event set off. */
        SYSTEM
    }

    /**
     * Who did it.
     *
     * @param id of the account; of another system that of its key; absent for services and work by time
     * @param userType of the person, as text: records outlive the types that there are now
     */
    public record Actor(
            ActorKind kind,
            @Nullable UUID id,
            String name,
            @Nullable String userType,
            @Nullable UUID enterpriseId,
            @Nullable String enterpriseName,
            @Nullable UUID institutionId,
            @Nullable String institutionName) {}

    /**
     * One field.
     *
     * @param field path of it, {@code agent.phone}
     * @param before absent where there was nothing
     * @param after absent where there is nothing now
     */
    public record FieldChange(
            String field, @Nullable String before, @Nullable String after) {}
}
