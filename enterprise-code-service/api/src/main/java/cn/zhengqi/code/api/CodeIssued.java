package cn.zhengqi.code.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import java.time.Instant;
import java.util.UUID;

/** An enterprise holds a code from now on: it is a certified enterprise. */
@EventType("code.CodeIssued")
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
