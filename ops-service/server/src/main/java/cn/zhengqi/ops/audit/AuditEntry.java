package cn.zhengqi.ops.audit;

import cn.zhengqi.data.Json;
import cn.zhengqi.events.audit.ChangeRecorded;
import cn.zhengqi.events.audit.ChangeRecorded.Actor;
import cn.zhengqi.events.audit.ChangeRecorded.FieldChange;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/**
 * One row of the log as it is hashed.
 *
 * @param seq without gaps from 1
 * @param changes JSON, as it was written
 */
record AuditEntry(
        long seq,
        UUID eventId,
        Instant occurredAt,
        Instant recordedAt,
        String service,
        String action,
        String actionLabel,
        String subjectKind,
        UUID subjectId,
        String subjectName,
        String actorKind,
        @Nullable UUID actorId,
        String actorName,
        @Nullable String actorType,
        @Nullable UUID enterpriseId,
        @Nullable String enterpriseName,
        @Nullable UUID institutionId,
        @Nullable String institutionName,
        @Nullable String address,
        @Nullable String userAgent,
        @Nullable String traceId,
        String changes)
        implements ChainedEntry {

    private static final TypeReference<List<FieldChange>> CHANGES = new TypeReference<>() {};

    static AuditEntry of(long seq, UUID eventId, Instant recordedAt, ChangeRecorded change, String changes) {
        Actor actor = change.actor();
        return new AuditEntry(
                seq,
                eventId,
                change.occurredAt(),
                recordedAt,
                change.service(),
                change.action(),
                change.actionLabel(),
                change.subjectKind(),
                change.subjectId(),
                change.subjectName(),
                actor.kind().name(),
                actor.id(),
                actor.name(),
                actor.userType(),
                actor.enterpriseId(),
                actor.enterpriseName(),
                actor.institutionId(),
                actor.institutionName(),
                change.address(),
                change.userAgent(),
                change.traceId(),
                changes);
    }

    List<FieldChange> fieldChanges() {
        return Json.MAPPER.readValue(changes, CHANGES);
    }

    /** What a field says now; null where the entry is of no such field. */
    @Nullable
    String changedTo(String field) {
        return fieldChanges().stream()
                .filter(change -> change.field().equals(field))
                .map(FieldChange::after)
                .findAny()
                .orElse(null);
    }

    @Override
    public List<@Nullable Object> values() {
        return Arrays.asList(
                seq,
                eventId,
                occurredAt,
                recordedAt,
                service,
                action,
                actionLabel,
                subjectKind,
                subjectId,
                subjectName,
                actorKind,
                actorId,
                actorName,
                actorType,
                enterpriseId,
                enterpriseName,
                institutionId,
                institutionName,
                address,
                userAgent,
                traceId,
                changes);
    }
}
