package cn.zhengqi.user.staff;

import cn.zhengqi.kernel.UserType;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** Somebody who works for an institution. */
public record StaffRow(
        UUID accountId,
        String displayName,
        UserType userType,
        UUID institutionId,
        String institutionName,
        List<String> roleNames,
        boolean enabled,
        boolean demo,
        OffsetDateTime registeredAt) {}
