package cn.zhengqi.code.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.event.Kept;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A claim was approved, rejected or sent back.
 *
 * @param renewal whether it certifies again who has the code already; absent in events of before that was told
 */
@EventType(value = "code.CodeClaimDecided", kept = Kept.FOR_REBUILDING)
public record CodeClaimDecided(
        UUID claimId,
        String number,
        UUID enterpriseId,
        String enterpriseName,
        UUID applicantId,
        ClaimDecision decision,
        @Nullable String reason,
        @Nullable Boolean renewal,
        Instant at)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return claimId;
    }
}
