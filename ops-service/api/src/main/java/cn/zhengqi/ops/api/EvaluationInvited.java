package cn.zhengqi.ops.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case is finished and waits for its evaluation; told once for each case.
 *
 * @param institutionName who handled it; absent as in {@link EvaluatedCase}
 * @param applicantId the person who applied; absent where nobody did
 * @param until last day on which it can be evaluated
 * @param outcome how it ended; absent in events from before that was told
 * @param personId whose alone it is; absent: the enterprise's
 */
@EventType("ops.EvaluationInvited")
public record EvaluationInvited(
        CaseKind caseKind,
        UUID caseId,
        String caseNumber,
        String title,
        UUID enterpriseId,
        @Nullable String institutionName,
        @Nullable UUID applicantId,
        LocalDate until,
        Instant at,
        @Nullable CaseOutcome outcome,
        @Nullable UUID personId)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return caseId;
    }
}
