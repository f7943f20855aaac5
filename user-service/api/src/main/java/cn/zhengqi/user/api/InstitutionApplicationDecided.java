package cn.zhengqi.user.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether a chamber or a provider was let in.
 *
 * @param reason why not
 */
@EventType("user.InstitutionApplicationDecided")
public record InstitutionApplicationDecided(
        UUID applicationId,
        UUID applicantId,
        InstitutionType type,
        String name,
        boolean approved,
        @Nullable String reason,
        Instant at)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return applicationId;
    }
}
