package cn.zhengqi.user.role;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param members names of those who have it, at most 50
 * @param editable whether the caller may change it
 */
public record RoleDetail(
        String code,
        String name,
        String description,
        @Nullable UUID institutionId,
        @Nullable String institutionName,
        boolean preset,
        Duty duty,
        List<String> permissions,
        List<String> members,
        @Nullable String createdByName,
        @Nullable OffsetDateTime createdAt,
        @Nullable String updatedByName,
        @Nullable OffsetDateTime updatedAt,
        boolean editable,
        int version) {}
