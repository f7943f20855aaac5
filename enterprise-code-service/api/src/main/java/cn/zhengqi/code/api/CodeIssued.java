package cn.zhengqi.code.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.event.Kept;
import java.time.Instant;
import java.util.UUID;

/** An enterprise holds a code from now on: it is a certified enterprise. */
@EventType(value = "code.CodeIssued", kept = Kept.FOR_REBUILDING, person = "applicantId", names = "applicantName")
public record CodeIssued(
        UUID codeId,
        UUID enterpriseId,
        String enterpriseName,
        String uscc,
        UUID applicantId,
        String applicantName,
        String townCode,
        String industryCode,
        Instant at)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return codeId;
    }
}
