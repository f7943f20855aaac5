package cn.zhengqi.user.role;

import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.user.UserProblem;
import cn.zhengqi.user.api.InstitutionType;
import cn.zhengqi.user.reference.ReferenceData;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people may put into a role and which roles they may give: nothing that is beyond them as a {@link Giver}. */
@Component
public class GrantableRoles {

    private final RoleMapper roles;
    private final Givers givers;
    private final PermissionCatalogue catalogue;
    private final RoleFields fields;
    private final RoleScopes scopes;
    private final ReferenceData reference;

    GrantableRoles(
            RoleMapper roles,
            Givers givers,
            PermissionCatalogue catalogue,
            RoleFields fields,
            RoleScopes scopes,
            ReferenceData reference) {
        this.roles = roles;
        this.givers = givers;
        this.catalogue = catalogue;
        this.fields = fields;
        this.scopes = scopes;
        this.reference = reference;
    }

    /** @param grantable whether the caller may give it to somebody */
    public record Grantable(String code, String name, String description, Duty duty, boolean grantable) {}

    /** Roles that people of the institution may have, and whether the caller may give them. */
    @Transactional
    public List<Grantable> available(UUID institutionId, CurrentUser user) {
        InstitutionType type = reference.typeOf(institutionId);
        Giver giver = givers.of(user);
        return roles.available(institutionId, type.name()).stream()
                .map(role -> new Grantable(
                        role.code(), role.name(), role.description(), role.duty(), mayGrant(role.code(), type, giver)))
                .toList();
    }

    private boolean mayGrant(String role, InstitutionType type, Giver giver) {
        List<String> permissions = roles.permissions(role);
        return permissions.stream().allMatch(giver::mayGive)
                && fields.mayGrant(role, permissions, giver)
                && scopes.mayGrant(role, type, giver);
    }

    /** What they are called now, in the order of their codes. */
    public List<String> names(Collection<String> codes) {
        return codes.isEmpty() ? List.of() : roles.names(codes.toArray(String[]::new));
    }

    /**
     * What goes into a role, if all of it may.
     *
     * @param before what it has already: that stays whoever changes the rest
     * @throws ProblemException PERMISSION_UNKNOWN, PERMISSION_OF_ENTERPRISES, PERMISSION_NOT_HELD
     */
    Set<String> checked(List<String> permissions, Set<String> before, Giver giver) {
        Set<String> wanted = withoutBuiltIn(permissions);
        Set<String> known = catalogue.codes();
        Set<String> ofEnterprises = catalogue.ofEnterprises();
        for (String code : wanted) {
            if (!known.contains(code)) {
                throw refused(UserProblem.PERMISSION_UNKNOWN);
            }
            if (ofEnterprises.contains(code)) {
                throw refused(UserProblem.PERMISSION_OF_ENTERPRISES);
            }
            if (!before.contains(code) && !giver.mayGive(code)) {
                throw refused(UserProblem.PERMISSION_NOT_HELD);
            }
        }
        return wanted;
    }

    private static Set<String> withoutBuiltIn(Collection<String> permissions) {
        Set<String> rest = new TreeSet<>(permissions);
        rest.remove(Permission.SIGNED_IN);
        return rest;
    }

    private static ProblemException refused(UserProblem problem) {
        return new ProblemException(
                problem,
                problem.title(),
                List.of(new FieldProblem("permissions", problem.name(), problem.title())),
                Map.of());
    }
}
