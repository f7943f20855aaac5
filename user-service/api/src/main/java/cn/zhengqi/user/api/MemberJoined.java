package cn.zhengqi.user.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.event.Kept;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person became a member of an enterprise or an institution in a role.
 *
 * @param role as ENTERPRISE_ADMIN, BANK_OFFICER, CODE_REVIEWER
 */
@EventType(value = "user.MemberJoined", kept = Kept.FOR_REBUILDING, person = "accountId", names = "displayName")
public record MemberJoined(
        UUID accountId,
        String displayName,
        @Nullable UUID enterpriseId,
        @Nullable UUID institutionId,
        String role,
        Instant joinedAt)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return accountId;
    }
}
