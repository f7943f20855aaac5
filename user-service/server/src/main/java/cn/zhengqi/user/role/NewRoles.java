package cn.zhengqi.user.role;

import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.user.reference.ReferenceData;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes roles for institutions, from nothing or as copies, of what their makers may grant ({@link GrantableRoles}). */
@Component
class NewRoles {

    private final RoleMapper roles;
    private final RoleStore store;
    private final VisibleRoles visible;
    private final PermissionCatalogue catalogue;
    private final RoleFields fields;
    private final RoleScopes scopes;
    private final GrantableRoles grantable;
    private final Givers givers;
    private final ReferenceData reference;
    private final RoleRecords records;
    private final Clock clock;

    NewRoles(
            RoleMapper roles,
            RoleStore store,
            VisibleRoles visible,
            PermissionCatalogue catalogue,
            RoleFields fields,
            RoleScopes scopes,
            GrantableRoles grantable,
            Givers givers,
            ReferenceData reference,
            RoleRecords records,
            Clock clock) {
        this.roles = roles;
        this.store = store;
        this.visible = visible;
        this.catalogue = catalogue;
        this.fields = fields;
        this.scopes = scopes;
        this.grantable = grantable;
        this.givers = givers;
        this.reference = reference;
        this.records = records;
        this.clock = clock;
    }

    /**
     * @param institutionId whose role it will be; null: the caller's own institution's
     * @throws ProblemException ROLE_NAME_TAKEN, PERMISSION_UNKNOWN, PERMISSION_OF_ENTERPRISES, PERMISSION_NOT_HELD, DUTIES_MIXED
     */
    @Transactional
    String create(
            String name, String description, @Nullable UUID institutionId, List<String> permissions, CurrentUser user) {
        Giver giver = givers.of(user);
        Made made = make(name, description, institutionId, permissions, giver, user);
        String code = made.role().code();
        fields.narrow(code, Set.of(), made.allowed(), giver);
        scopes.narrow(code, made.allowed(), giver);
        records.made(made.role(), made.allowed());
        return code;
    }

    /** What the caller may not grant, what people of enterprises alone hold, and what everybody has who signs in is left out of the copy. */
    @Transactional
    String copy(String code, String name, @Nullable UUID institutionId, CurrentUser user) {
        Role source = visible.role(code, user);
        Giver giver = givers.of(user);
        Set<String> known = catalogue.codes();
        Set<String> ofEnterprises = catalogue.ofEnterprises();
        List<String> permissions = roles.permissions(code).stream()
                .filter(permission -> known.contains(permission)
                        && !permission.equals(Permission.SIGNED_IN)
                        && !ofEnterprises.contains(permission)
                        && giver.mayGive(permission))
                .toList();
        Made made = make(name, source.description(), institutionId, permissions, giver, user);
        String copy = made.role().code();
        fields.copy(code, copy, giver);
        fields.narrow(copy, Set.of(), permissions, giver);
        scopes.copy(code, copy, reference.typeOf(made.role().owner()), permissions, giver);
        records.made(made.role(), made.allowed());
        return copy;
    }

    /** A fresh role and what it may do; what it sees and how far it reaches is still to be said. */
    private record Made(Role role, Set<String> allowed) {}

    private Made make(
            String name,
            String description,
            @Nullable UUID institutionId,
            List<String> permissions,
            Giver giver,
            CurrentUser user) {
        UUID institution = visible.institution(institutionId == null ? user.requireInstitution() : institutionId, user);
        Set<String> allowed = grantable.checked(permissions, Set.of(), giver);
        Duty duty = Duty.of(allowed, reference.typeOf(institution));
        Role role = Role.made(name, description, institution, duty, user.accountId(), user.name(), clock.instant());
        store.add(role, allowed);
        return new Made(role, allowed);
    }
}
