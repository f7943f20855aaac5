package cn.zhengqi.user.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.event.Kept;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person is no longer a member of an enterprise or an institution in a role; versions count on from {@link MemberJoined}. */
@EventType(value = "user.MemberLeft", kept = Kept.FOR_REBUILDING)
public record MemberLeft(
        UUID accountId,
        @Nullable UUID enterpriseId,
        @Nullable UUID institutionId,
        String role,
        Instant leftAt) implements DomainEvent {

    @Override
    public UUID subject() {
        return accountId;
    }
}
