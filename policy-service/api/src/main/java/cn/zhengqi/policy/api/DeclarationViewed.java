package cn.zhengqi.policy.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of a department opened a declaration or one of its files. No {@link DeclarationFact}: nothing became of the declaration.
 *
 * @param readingId the reading; each has its own
 * @param document what was opened: the form, or the file by its name
 * @param revealed name of the covered field of the form that was shown plainly, for {@code reason}; absent where nothing was
 */
@EventType("policy.DeclarationViewed")
public record DeclarationViewed(
        UUID readingId,
        UUID declarationId,
        String number,
        UUID enterpriseId,
        UUID readerId,
        String readerName,
        @Nullable UUID institutionId,
        @Nullable String institutionName,
        String document,
        @Nullable String revealed,
        @Nullable String reason,
        Instant at)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return readingId;
    }
}
