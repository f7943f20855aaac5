package cn.zhengqi.user.membership;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An account that belongs to an enterprise or an institution in a role. Exactly one of the two ids is set. */
public record Membership(
        UUID id,
        UUID accountId,
        @Nullable UUID enterpriseId,
        @Nullable UUID institutionId,
        String roleCode,
        Instant joinedAt) {}
