package cn.zhengqi.user.role;

import cn.zhengqi.events.Outbox;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.kernel.permission.FieldRule;
import cn.zhengqi.user.UserAction;
import cn.zhengqi.user.UserPermissions;
import cn.zhengqi.user.UserProblem;
import cn.zhengqi.user.api.InstitutionType;
import cn.zhengqi.user.api.RolePermissionsChanged;
import cn.zhengqi.user.reference.InstitutionTree;
import cn.zhengqi.user.reference.ReferenceData;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Preset roles, which come with a release, and those that institutions make for themselves of what their makers may grant ({@link GrantableRoles}). */
@Component
public class Roles {

    /** What every staff account has. */
    public static final String STAFF = "STAFF";

    private static final int TOLD_AT_ONCE = 500;

    private final RoleMapper roles;
    private final PermissionCatalogue catalogue;
    private final RoleFields fields;
    private final RoleScopes scopes;
    private final GrantableRoles grantable;
    private final Givers givers;
    private final InstitutionTree tree;
    private final ReferenceData reference;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    Roles(
            RoleMapper roles,
            PermissionCatalogue catalogue,
            RoleFields fields,
            RoleScopes scopes,
            GrantableRoles grantable,
            Givers givers,
            InstitutionTree tree,
            ReferenceData reference,
            Outbox outbox,
            AuditTrail audit,
            Clock clock) {
        this.roles = roles;
        this.catalogue = catalogue;
        this.fields = fields;
        this.scopes = scopes;
        this.grantable = grantable;
        this.givers = givers;
        this.tree = tree;
        this.reference = reference;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
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
        UUID[] scope = tree.scopeOf(user);
        return scope == null
                ? filter.within(null, null)
                : filter.within(
                        Arrays.asList(scope),
                        reference.typeOf(user.requireInstitution()).name());
    }

    @Transactional
    RoleDetail detail(String code, CurrentUser user) {
        Role role = visible(code, user);
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
                roles.memberNames(code, role.preset() ? tree.scopeOf(user) : null),
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
        InstitutionType holder = reference.typeOf(inScope(institutionId, user));
        Set<String> ofEnterprises = catalogue.ofEnterprises();
        return catalogue.tree(code -> !ofEnterprises.contains(code) && Duty.isHeldBy(holder, code), giver::mayGive);
    }

    private UUID inScope(UUID institution, CurrentUser user) {
        if (reference.institution(institution).isEmpty() || !tree.isInScope(institution, user)) {
            throw ProblemException.notFound("机构不存在");
        }
        return institution;
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
        fields.narrow(made.role().code(), Set.of(), made.allowed(), giver);
        scopes.narrow(made.role().code(), made.allowed(), giver);
        recordMade(made);
        return made.role().code();
    }

    /** Of a fresh role, what it may do; what it sees and how far it reaches is still to be said. */
    private record Made(Role role, UUID institution, Set<String> allowed) {}

    private Made make(
            String name,
            String description,
            @Nullable UUID institutionId,
            List<String> permissions,
            Giver giver,
            CurrentUser user) {
        UUID institution = inScope(institutionId == null ? user.requireInstitution() : institutionId, user);
        Set<String> allowed = grantable.checked(permissions, Set.of(), giver);
        String code = "R_" + Ids.next().toString().replace("-", "").toUpperCase(Locale.ROOT);
        Role role = new Role(
                code,
                name.strip(),
                description.strip(),
                institution,
                null,
                List.of(),
                Duty.of(allowed, reference.typeOf(institution)),
                user.accountId(),
                user.name(),
                clock.instant(),
                null,
                null,
                null,
                0);
        nameOnce(() -> {
            roles.insert(role);
            return 1;
        });
        put(code, allowed);
        return new Made(role, institution, allowed);
    }

    /** When all of it is said, so that the record has what the role really lets its people see. */
    private void recordMade(Made made) {
        audit.changed(
                UserAction.ROLE_CREATED,
                made.institution(),
                made.role().name(),
                null,
                content(made.role(), made.allowed()));
    }

    /** Of a role, what goes on record. */
    private record Content(
            String code,
            String name,
            String description,
            List<String> permissions,
            Map<String, String> fields,
            Map<String, String> scopes) {}

    private Content content(Role role, Set<String> permissions) {
        return new Content(
                role.code(),
                role.name(),
                role.description(),
                catalogue.inWords(permissions),
                fields.inWords(role.code()),
                scopes.inWords(scopes.of(role.code())));
    }

    /** What the caller may not grant, what people of enterprises alone hold, and what everybody has who signs in is left out of the copy. */
    @Transactional
    String copy(String code, String name, @Nullable UUID institutionId, CurrentUser user) {
        Role source = visible(code, user);
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
        scopes.copy(code, copy, reference.typeOf(made.institution()), permissions, giver);
        recordMade(made);
        return copy;
    }

    /** Sensitive fields of which a role can say who sees them. */
    @Transactional(readOnly = true)
    List<SensitiveFieldRow> sensitiveFields(CurrentUser user) {
        return fields.all(givers.of(user));
    }

    /**
     * Says what the role sees of sensitive fields; takes effect as {@link #change} does.
     *
     * @throws ProblemException ROLE_PRESET, OWN_ROLES, VERSION_CONFLICT, SENSITIVE_FIELD_UNKNOWN, FIELD_RULE_NOT_HELD
     */
    @Transactional
    void changeFields(String code, Map<String, FieldRule> rules, int version, CurrentUser user) {
        Role role = visible(code, user);
        role.requireOwn();
        refuseOwn(code, user);
        if (roles.touch(code, user.accountId(), user.name(), clock.instant(), version) == 0) {
            throw ProblemException.versionConflict();
        }
        fields.replace(
                code,
                roles.permissions(code),
                Objects.requireNonNull(role.institutionId()),
                role.name(),
                rules,
                givers.of(user));
        tell(code, version + 1);
    }

    /** Resources of which a role can say how far it reaches. */
    @Transactional(readOnly = true)
    List<ScopedResourceRow> scopedResources(CurrentUser user) {
        return scopes.all(givers.of(user));
    }

    /**
     * Says how far the role reaches; takes effect as {@link #change} does.
     *
     * @throws ProblemException ROLE_PRESET, OWN_ROLES, VERSION_CONFLICT, SCOPE_UNKNOWN, SCOPE_NOT_HELD
     */
    @Transactional
    void changeScopes(String code, List<SaidScope> wanted, int version, CurrentUser user) {
        Role role = visible(code, user);
        role.requireOwn();
        refuseOwn(code, user);
        if (roles.touch(code, user.accountId(), user.name(), clock.instant(), version) == 0) {
            throw ProblemException.versionConflict();
        }
        scopes.replace(
                code,
                roles.permissions(code),
                Objects.requireNonNull(role.institutionId()),
                role.name(),
                wanted,
                givers.of(user));
        tell(code, version + 1);
    }

    private void refuseOwn(String code, CurrentUser user) {
        if (roles.members(code).contains(user.accountId())) {
            throw new ProblemException(UserProblem.OWN_ROLES, "不能修改自己正在使用的角色");
        }
    }

    /**
     * Takes effect for those who are signed in within seconds: the event ends their tokens.
     *
     * @throws ProblemException ROLE_PRESET, VERSION_CONFLICT, DUTY_CONFLICT, and as {@link #create}
     */
    @Transactional
    void change(String code, String name, String description, List<String> permissions, int version, CurrentUser user) {
        Role role = visible(code, user);
        role.requireOwn();
        UUID institution = role.institutionId();
        if (institution == null) {
            throw new IllegalStateException("An own role has its institution: " + code);
        }
        Set<String> before = new HashSet<>(roles.permissions(code));
        refuseOwn(code, user);
        Giver giver = givers.of(user);
        Set<String> after = grantable.checked(permissions, before, giver);
        Role changed = new Role(
                code,
                name.strip(),
                description.strip(),
                institution,
                null,
                role.holders(),
                Duty.of(after, reference.typeOf(institution)),
                role.createdBy(),
                role.createdByName(),
                role.createdAt(),
                user.accountId(),
                user.name(),
                clock.instant(),
                version);
        if (nameOnce(() -> roles.update(changed)) == 0) {
            throw ProblemException.versionConflict();
        }
        Content was = content(role, before);
        roles.clearPermissions(code);
        put(code, after);
        fields.narrow(code, before, after, giver);
        scopes.narrow(code, after, giver);
        audit.changed(UserAction.ROLE_CHANGED, institution, changed.name(), was, content(changed, after));
        tell(code, version + 1);
    }

    /** @throws ProblemException ROLE_PRESET, ROLE_IN_USE with the names of those who have it */
    @Transactional
    void delete(String code, int version, CurrentUser user) {
        Role role = visible(code, user);
        role.requireOwn();
        refuseWhileUsed(code);
        audit.changed(
                UserAction.ROLE_DELETED,
                Objects.requireNonNull(role.institutionId()),
                role.name(),
                content(role, new HashSet<>(roles.permissions(code))),
                null);
        roles.clearPermissions(code);
        try {
            if (roles.delete(code, version) == 0) {
                throw ProblemException.versionConflict();
            }
        } catch (DataIntegrityViolationException grantedMeanwhile) {
            throw new ProblemException(UserProblem.ROLE_IN_USE);
        }
    }

    private void refuseWhileUsed(String code) {
        List<String> members = roles.memberNames(code, null);
        if (!members.isEmpty()) {
            String some = String.join("、", members.subList(0, Math.min(5, members.size())));
            throw new ProblemException(
                    UserProblem.ROLE_IN_USE,
                    "角色正在由 " + some + (members.size() > 5 ? " 等" : "") + " 使用，请先收回再删除",
                    Map.of("members", members));
        }
    }

    private void put(String code, Set<String> permissions) {
        Set<String> all = new TreeSet<>(permissions);
        all.add(Permission.SIGNED_IN);
        roles.putPermissions(code, all);
    }

    private void tell(String code, int version) {
        List<UUID> members = roles.members(code);
        for (int from = 0; from < members.size(); from += TOLD_AT_ONCE) {
            outbox.publish(
                    new RolePermissionsChanged(
                            code, members.subList(from, Math.min(members.size(), from + TOLD_AT_ONCE))),
                    version);
        }
    }

    private Role visible(String code, CurrentUser user) {
        Role role = roles.find(code).orElseThrow(Roles::unknown);
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

    private static ProblemException unknown() {
        return ProblemException.notFound("角色不存在");
    }

    /** Without the cause: the web layer would answer for it, not for the problem. */
    private static int nameOnce(IntSupplier write) {
        try {
            return write.getAsInt();
        } catch (DuplicateKeyException taken) {
            if (String.valueOf(taken.getMessage()).contains("membership_one_duty")) {
                throw new ProblemException(UserProblem.DUTY_CONFLICT);
            }
            throw new ProblemException(
                    UserProblem.ROLE_NAME_TAKEN,
                    UserProblem.ROLE_NAME_TAKEN.title(),
                    List.of(new FieldProblem("name", "ROLE_NAME_TAKEN", UserProblem.ROLE_NAME_TAKEN.title())),
                    Map.of());
        }
    }
}
