package cn.zhengqi.user.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who looks after accounts had a covered field of a person's account shown, who is told of it. What stood there is not said.
 *
 * @param readingId the reading; each has its own
 * @param accountId whose account it is
 * @param field what people call it
 * @param reason why, in the reader's words
 */
@EventType("user.AccountFieldRevealed")
public record AccountFieldRevealed(
        UUID readingId,
        UUID accountId,
        String readerName,
        @Nullable String institutionName,
        String field,
        String reason,
        Instant at)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return readingId;
    }
}
