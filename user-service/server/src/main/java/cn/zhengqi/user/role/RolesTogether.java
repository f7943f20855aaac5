package cn.zhengqi.user.role;

import cn.zhengqi.kernel.permission.FieldRule;
import cn.zhengqi.kernel.permission.Reach;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.user.api.InstitutionType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What several roles allow together, as whoever has them all has it in the token: every permission of any, and of fields and reach the most. */
@Component
public class RolesTogether {

    private final RoleMapper roles;
    private final RoleFieldMapper fields;
    private final RoleScopes scopes;

    RolesTogether(RoleMapper roles, RoleFieldMapper fields, RoleScopes scopes) {
        this.roles = roles;
        this.fields = fields;
        this.scopes = scopes;
    }

    /**
     * @param permissions in the order of their codes
     * @param fieldRules of fields that any of the roles names
     * @param reaches of resources that any of the roles comes to
     */
    public record Rights(
            List<String> permissions, Map<String, FieldRule> fieldRules, Map<ScopedResource, Reach> reaches) {

        static final Rights NONE = new Rights(List.of(), Map.of(), Map.of());
    }

    /** @param type of the institution at which somebody has them */
    public Rights of(Collection<String> codes, @Nullable InstitutionType type) {
        return codes.isEmpty()
                ? Rights.NONE
                : new Rights(
                        roles.permissionsOf(codes),
                        fields.together(codes).stream()
                                .collect(Collectors.toMap(RoleFieldMapper.Said::field, RoleFieldMapper.Said::rule)),
                        scopes.together(codes, type));
    }
}
