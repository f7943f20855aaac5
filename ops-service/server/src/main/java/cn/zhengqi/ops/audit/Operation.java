package cn.zhengqi.ops.audit;

import cn.zhengqi.kernel.BusinessTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of 操作日志 as a list shows it.
 *
 * @param seq its number in the chain
 * @param serviceName as people read it
 * @param problem stable code of the answer to what failed; absent in entries of before there was one
 * @param reason what people were told who tried in vain, and
 * @param intended what people call that which they tried; both absent where it was done, and in entries of before there were any
 * @param actorType user type of the person; absent for services and the system
 * @param actorOf enterprise or institution they acted for
 */
record Operation(
        long seq,
        OffsetDateTime occurredAt,
        String service,
        String serviceName,
        String action,
        String actionLabel,
        OperationResult result,
        @Nullable String problem,
        @Nullable String reason,
        @Nullable String intended,
        String subjectKind,
        UUID subjectId,
        String subjectName,
        String actorKind,
        String actorName,
        @Nullable String actorType,
        @Nullable String actorOf,
        @Nullable String address) {

    static Operation of(AuditEntry it) {
        OperationResult result = OperationResult.of(it);
        boolean failed = result == OperationResult.FAILED;
        return new Operation(
                it.seq(),
                BusinessTime.at(it.occurredAt()),
                it.service(),
                Words.ALL.service(it.service()),
                it.action(),
                it.actionLabel(),
                result,
                failed ? it.changedTo("problem") : null,
                failed ? it.changedTo("reason") : null,
                failed ? it.changedTo("intended") : null,
                it.subjectKind(),
                it.subjectId(),
                it.subjectName(),
                it.actorKind(),
                it.actorName(),
                it.actorType(),
                it.institutionName() == null ? it.enterpriseName() : it.institutionName(),
                it.address());
    }
}
