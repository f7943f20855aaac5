package cn.zhengqi.user.role;

import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.user.reference.InstitutionTree;
import cn.zhengqi.user.reference.ReferenceData;
import cn.zhengqi.web.CurrentUser;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whose roles somebody may look at: the platform all, others the preset ones for people like theirs and those of the institutions in their scope. */
@Component
class VisibleRoles {

    private final RoleMapper roles;
    private final InstitutionTree tree;
    private final ReferenceData reference;

    VisibleRoles(RoleMapper roles, InstitutionTree tree, ReferenceData reference) {
        this.roles = roles;
        this.tree = tree;
        this.reference = reference;
    }

    /** @throws ProblemException NOT_FOUND, also for one that is none of theirs */
    Role role(String code, CurrentUser user) {
        Role role = roles.find(code).orElseThrow(VisibleRoles::unknown);
        UUID institution = role.institutionId();
        boolean visible = user.userType() == UserType.OPERATOR
                || (institution == null
                        ? role.isFor(reference.typeOf(user.requireInstitution()))
                        : tree.isInScope(institution, user));
        if (!visible) {
            throw unknown();
        }
        return role;
    }

    /** @throws ProblemException NOT_FOUND for an institution that is not in their scope */
    UUID institution(UUID id, CurrentUser user) {
        if (reference.institution(id).isEmpty() || !tree.isInScope(id, user)) {
            throw ProblemException.notFound("机构不存在");
        }
        return id;
    }

    /** What a filter finds for this person. */
    RoleFilter.Query query(RoleFilter filter, CurrentUser user) {
        UUID[] scope = tree.scopeOf(user);
        return scope == null
                ? filter.within(null, null)
                : filter.within(
                        Arrays.asList(scope),
                        reference.typeOf(user.requireInstitution()).name());
    }

    /** Of those who have the role, whom they may hear of: of a preset one, the people of the institutions in their scope. */
    List<String> memberNames(Role role, CurrentUser user) {
        return roles.memberNames(role.code(), role.preset() ? tree.scopeOf(user) : null);
    }

    private static ProblemException unknown() {
        return ProblemException.notFound("角色不存在");
    }
}
