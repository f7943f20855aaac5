package cn.zhengqi.code.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import java.time.Instant;
import java.util.UUID;

/** The applicant took a claim back: there is nothing to decide any more. */
@EventType("code.CodeClaimWithdrawn")
public record CodeClaimWithdrawn(UUID claimId, String number, UUID enterpriseId, UUID applicantId, Instant at)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return claimId;
    }
}
