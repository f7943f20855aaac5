package cn.zhengqi.user.role;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** @param institutionName whose role it is; absent for preset ones */
public record RoleRow(
        String code,
        String name,
        String description,
        @Nullable String institutionName,
        boolean preset,
        Duty duty,
        int permissions,
        int members,
        @Nullable String updatedByName,
        @Nullable OffsetDateTime updatedAt,
        int version) {}
