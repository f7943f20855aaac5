package cn.zhengqi.code.api;

import cn.zhengqi.kernel.Channel;
import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.event.Kept;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise code was claimed, or a returned claim was handed in again.
 *
 * @param townCode where the enterprise lies; absent in facts from before it was told
 * @param reviewBy the promised date of the review; absent where none can be said, and in facts from before it was told
 * @param reviewAt the hour at which that day ends for offices; absent where {@code reviewBy} is, and in facts from before it was told
 */
@EventType(value = "code.CodeClaimSubmitted", kept = Kept.FOR_REBUILDING)
public record CodeClaimSubmitted(
        UUID claimId,
        String number,
        UUID enterpriseId,
        String enterpriseName,
        @Nullable String townCode,
        UUID applicantId,
        Channel channel,
        Instant at,
        @Nullable LocalDate reviewBy,
        @Nullable OffsetDateTime reviewAt)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return claimId;
    }
}
