package cn.zhengqi.user.role;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.user.UserPermissions;
import cn.zhengqi.user.api.InstitutionType;
import cn.zhengqi.user.reference.ReferenceData;
import cn.zhengqi.web.CurrentUser;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people may read of roles: preset ones, which come with a release, and those that institutions make for themselves ({@link NewRoles}); and of what there is to put
 * into one.
 */
@Component
public class Roles {

    /** What every staff account has. */
    public static final String STAFF = "STAFF";

    private final RoleMapper roles;
    private final VisibleRoles visible;
    private final PermissionCatalogue catalogue;
    private final RoleFields fields;
    private final RoleScopes scopes;
    private final Givers givers;
    private final ReferenceData reference;

    Roles(
            RoleMapper roles,
            VisibleRoles visible,
            PermissionCatalogue catalogue,
            RoleFields fields,
            RoleScopes scopes,
            Givers givers,
            ReferenceData reference) {
        this.roles = roles;
        this.visible = visible;
        this.catalogue = catalogue;
        this.fields = fields;
        this.scopes = scopes;
        this.givers = givers;
        this.reference = reference;
    }

    @Transactional(readOnly = true)
    Page<RoleRow> list(RoleFilter.Query query, PageRequest page) {
        return Page.of(roles.list(query, page.size(), page.offset()), roles.count(query), page);
    }

    @Transactional(readOnly = true)
    long count(RoleFilter.Query query) {
        return roles.count(query);
    }

    /** All that a filter finds: roles are few. */
    @Transactional(readOnly = true)
    void each(RoleFilter.Query query, Consumer<RoleRow> receiver) {
        roles.list(query, Integer.MAX_VALUE, 0).forEach(receiver);
    }

    /** What a filter finds for this person. */
    RoleFilter.Query query(RoleFilter filter, CurrentUser user) {
        return visible.query(filter, user);
    }

    @Transactional
    RoleDetail detail(String code, CurrentUser user) {
        Role role = visible.role(code, user);
        Instant created = role.createdAt();
        Instant updated = role.updatedAt();
        return new RoleDetail(
                role.code(),
                role.name(),
                role.description(),
                role.institutionId(),
                role.institutionName(),
                role.preset(),
                role.duty(),
                roles.permissions(code),
                fields.of(code),
                scopes.of(code),
                visible.memberNames(role, user),
                role.createdByName(),
                created == null ? null : BusinessTime.at(created),
                role.updatedByName(),
                updated == null ? null : BusinessTime.at(updated),
                !role.preset() && user.has(UserPermissions.MANAGE_ROLES),
                role.version());
    }

    /**
     * @param institutionId whose role is made: what it can hold stands in the tree; null: everything there is
     * @throws ProblemException NOT_FOUND for an institution out of scope
     */
    @Transactional(readOnly = true)
    PermissionTree permissions(@Nullable UUID institutionId, CurrentUser user) {
        Giver giver = givers.of(user);
        if (institutionId == null) {
            return catalogue.tree(code -> true, giver::mayGive);
        }
        InstitutionType holder = reference.typeOf(visible.institution(institutionId, user));
        Set<String> ofEnterprises = catalogue.ofEnterprises();
        return catalogue.tree(code -> !ofEnterprises.contains(code) && Duty.isHeldBy(holder, code), giver::mayGive);
    }

    /** Sensitive fields of which a role can say who sees them. */
    @Transactional(readOnly = true)
    List<SensitiveFieldRow> sensitiveFields(CurrentUser user) {
        return fields.all(givers.of(user));
    }

    /** Resources of which a role can say how far it reaches. */
    @Transactional(readOnly = true)
    List<ScopedResourceRow> scopedResources(CurrentUser user) {
        return scopes.all(givers.of(user));
    }
}
