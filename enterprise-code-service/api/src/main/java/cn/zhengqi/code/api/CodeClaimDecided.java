package cn.zhengqi.code.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A claim was approved, rejected or sent back. */
@EventType("code.CodeClaimDecided")
public record CodeClaimDecided(
        UUID claimId,
        String number,
        UUID enterpriseId,
        String enterpriseName,
        UUID applicantId,
        ClaimDecision decision,
        @Nullable String reason,
        Instant at)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return claimId;
    }
}
