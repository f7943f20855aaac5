package cn.zhengqi.policy.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of a department opened an application for redemption or one of its files. No {@link RedemptionFact}: nothing became of the application.
 *
 * @param readingId the reading; each has its own
 * @param document what was opened: the application, or the file by its name
 */
@EventType("policy.RedemptionViewed")
public record RedemptionViewed(
        UUID readingId,
        UUID applicationId,
        String number,
        UUID enterpriseId,
        UUID readerId,
        String readerName,
        @Nullable UUID institutionId,
        @Nullable String institutionName,
        String document,
        Instant at)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return readingId;
    }
}
