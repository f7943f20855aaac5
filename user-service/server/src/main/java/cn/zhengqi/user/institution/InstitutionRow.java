package cn.zhengqi.user.institution;

import cn.zhengqi.user.api.InstitutionType;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An institution in a list of the console.
 *
 * @param people enabled accounts
 * @param branches institutions directly below that are not retired
 */
public record InstitutionRow(
        UUID id,
        String code,
        String name,
        InstitutionType type,
        @Nullable UUID parentId,
        @Nullable String parentName,
        String address,
        String phone,
        boolean retired,
        long people,
        long branches,
        @Nullable OffsetDateTime updatedAt,
        @Nullable String updatedByName) {}
