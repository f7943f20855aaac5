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
 * @param scopes how far the roles together reach, as a word of {@link cn.zhengqi.kernel.permission.Reach} by the resource's code
 * @param below the institutions below the one that is acted for
 * @param towns the one that is acted for and those below, so far as they are towns
 * @param ownRoleNames what the institution calls those of the roles that it made itself
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
        @Nullable Map<String, FieldRule> fieldRules,
        @Nullable Map<String, String> scopes,
        @Nullable List<UUID> below,
        @Nullable List<String> towns,
        @Nullable List<String> ownRoleNames) {

    public Principal {
        roles = List.copyOf(roles);
        permissions = List.copyOf(permissions);
        // A user-service that is older than who asks it says nothing of fields and scopes.
        fieldRules = fieldRules == null ? Map.of() : Map.copyOf(fieldRules);
        scopes = scopes == null ? Map.of() : Map.copyOf(scopes);
        below = below == null ? List.of() : List.copyOf(below);
        towns = towns == null ? List.of() : List.copyOf(towns);
        ownRoleNames = ownRoleNames == null ? List.of() : List.copyOf(ownRoleNames);
    }

    @Override
    public Map<String, FieldRule> fieldRules() {
        return Objects.requireNonNull(fieldRules);
    }

    @Override
    public Map<String, String> scopes() {
        return Objects.requireNonNull(scopes);
    }

    @Override
    public List<UUID> below() {
        return Objects.requireNonNull(below);
    }

    @Override
    public List<String> towns() {
        return Objects.requireNonNull(towns);
    }

    @Override
    public List<String> ownRoleNames() {
        return Objects.requireNonNull(ownRoleNames);
    }
}
