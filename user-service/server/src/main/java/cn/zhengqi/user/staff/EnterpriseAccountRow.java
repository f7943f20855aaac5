package cn.zhengqi.user.staff;

import cn.zhengqi.kernel.Channel;
import cn.zhengqi.kernel.UserType;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who registered on their own, with the enterprise joined last. */
public record EnterpriseAccountRow(
        UUID accountId,
        String displayName,
        UserType userType,
        @Nullable UUID enterpriseId,
        @Nullable String enterpriseName,
        Channel channel,
        boolean enabled,
        boolean demo,
        OffsetDateTime registeredAt) {}
