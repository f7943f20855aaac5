package cn.zhengqi.code.api;

import cn.zhengqi.kernel.Channel;
import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import java.time.Instant;
import java.util.UUID;

/** An enterprise code was claimed, or a returned claim was handed in again. */
@EventType("code.CodeClaimSubmitted")
public record CodeClaimSubmitted(
        UUID claimId,
        String number,
        UUID enterpriseId,
        String enterpriseName,
        UUID applicantId,
        Channel channel,
        Instant at)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return claimId;
    }
}
