package cn.zhengqi.user.account;

import cn.zhengqi.kernel.Channel;
import cn.zhengqi.kernel.UserType;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An account in a list of the console, with what it joined last. */
public record AccountRow(
        UUID accountId,
        String displayName,
        UserType userType,
        @Nullable String enterpriseName,
        @Nullable String institutionName,
        List<String> roles,
        List<String> roleNames,
        boolean enabled,
        Channel channel,
        boolean demo,
        OffsetDateTime registeredAt) {}
