package cn.zhengqi.user.role;

import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.user.UserProblem;
import cn.zhengqi.user.api.InstitutionType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A named set of permissions.
 *
 * @param institutionId whose role it is; null: preset, for the people of institutions of the types in {@code holders}
 */
public record Role(
        String code,
        String name,
        String description,
        @Nullable UUID institutionId,
        @Nullable String institutionName,
        List<String> holders,
        Duty duty,
        @Nullable UUID createdBy,
        @Nullable String createdByName,
        @Nullable Instant createdAt,
        @Nullable UUID updatedBy,
        @Nullable String updatedByName,
        @Nullable Instant updatedAt,
        int version) {

    boolean preset() {
        return institutionId == null;
    }

    /** @throws ProblemException ROLE_PRESET */
    void requireOwn() {
        if (preset()) {
            throw new ProblemException(UserProblem.ROLE_PRESET);
        }
    }

    boolean isFor(InstitutionType type) {
        return holders.contains(type.name());
    }
}
