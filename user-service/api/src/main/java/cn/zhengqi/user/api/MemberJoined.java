package cn.zhengqi.user.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person became a member of an enterprise or an institution in a role.
 *
 * @param role as ENTERPRISE_ADMIN, BANK_OFFICER, CODE_REVIEWER
 */
@EventType("user.MemberJoined")
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
