package cn.zhengqi.user.api;

import cn.zhengqi.kernel.permission.FieldRule;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an account may do and for whom it acts; goes into its token.
 *
 * @param enterpriseId the enterprise that is acted for, if any
 * @param fieldRules what the roles together say of sensitive fields, by the field's code
 */
public record Principal(
        @Nullable UUID enterpriseId,
        @Nullable String enterpriseName,
        @Nullable String uscc,
        @Nullable UUID institutionId,
        @Nullable String institutionName,
        @Nullable InstitutionType institutionType,
        List<String> roles,
        List<String> permissions,
        @Nullable Map<String, FieldRule> fieldRules) {

    public Principal {
        roles = List.copyOf(roles);
        permissions = List.copyOf(permissions);
        // A user-service that is older than who asks it says nothing of fields.
        fieldRules = fieldRules == null ? Map.of() : Map.copyOf(fieldRules);
    }

    @Override
    public Map<String, FieldRule> fieldRules() {
        return Objects.requireNonNull(fieldRules);
    }
}
