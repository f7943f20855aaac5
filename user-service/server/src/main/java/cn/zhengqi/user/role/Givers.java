package cn.zhengqi.user.role;

import cn.zhengqi.kernel.permission.Territory;
import cn.zhengqi.user.UserPermissions;
import cn.zhengqi.user.api.InstitutionType;
import cn.zhengqi.user.reference.Institution;
import cn.zhengqi.user.reference.ReferenceData;
import cn.zhengqi.web.CurrentUser;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds out how far somebody may give: once for each request, because people of an institution come, go and get other roles. Who may grant roles at an
 * institution that does not run the platform passes on what its people have, without having it.
 */
@Component
class Givers {

    private final RoleMapper roles;
    private final RolesTogether together;
    private final ReferenceData reference;

    Givers(RoleMapper roles, RolesTogether together, ReferenceData reference) {
        this.roles = roles;
        this.together = together;
        this.reference = reference;
    }

    Giver of(CurrentUser caller) {
        InstitutionType type = lookedAfter(caller);
        return new Giver(caller, type == null ? caller : people(caller, caller.requireInstitution(), type));
    }

    /** Of the people of which institution the caller passes on what they have; null: of none. 三员分立: where the platform is run nobody does. */
    private @Nullable InstitutionType lookedAfter(CurrentUser caller) {
        UUID institution = caller.institutionId();
        if (institution == null || !caller.has(UserPermissions.GRANT_ROLES) || caller.has(UserPermissions.GRANT_ANY)) {
            return null;
        }
        return reference
                .institution(institution)
                .map(Institution::type)
                .filter(type -> type != InstitutionType.OPERATOR)
                .orElse(null);
    }

    private CurrentUser people(CurrentUser caller, UUID institution, InstitutionType type) {
        Set<String> codes = roles.ofPeopleAt(institution);
        RolesTogether.Rights rights = together.of(codes, type);
        return new CurrentUser(
                caller.accountId(),
                caller.name(),
                caller.userType(),
                null,
                null,
                institution,
                caller.institutionName(),
                codes,
                rights.permissions().stream()
                        .filter(permission -> Duty.isHeldBy(type, permission))
                        .collect(Collectors.toSet()),
                rights.fieldRules(),
                rights.reaches(),
                Territory.NONE);
    }
}
