package cn.zhengqi.user.role;

import cn.zhengqi.kernel.permission.FieldRule;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param fields what it says of sensitive fields, by their codes; of the others it says nothing
 * @param scopes how far it says that it reaches; of a resource that is not among them it says nothing
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
        Map<String, FieldRule> fields,
        List<SaidScope> scopes,
        List<String> members,
        @Nullable String createdByName,
        @Nullable OffsetDateTime createdAt,
        @Nullable String updatedByName,
        @Nullable OffsetDateTime updatedAt,
        boolean editable,
        int version) {}
