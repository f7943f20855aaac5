package cn.zhengqi.user.role;

import cn.zhengqi.events.Outbox;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.permission.FieldRule;
import cn.zhengqi.user.UserProblem;
import cn.zhengqi.user.api.RolePermissionsChanged;
import cn.zhengqi.user.reference.ReferenceData;
import cn.zhengqi.web.CurrentUser;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes what institutions' own roles let their people do, see and reach, and deletes them. A change takes effect for those who are signed in within seconds: the event
 * ends their tokens. Nobody changes a role by which they themselves work.
 */
@Component
class RoleChanges {

    private static final int TOLD_AT_ONCE = 500;

    private final RoleMapper roles;
    private final RoleStore store;
    private final VisibleRoles visible;
    private final RoleFields fields;
    private final RoleScopes scopes;
    private final GrantableRoles grantable;
    private final Givers givers;
    private final ReferenceData reference;
    private final RoleRecords records;
    private final Outbox outbox;
    private final Clock clock;

    RoleChanges(
            RoleMapper roles,
            RoleStore store,
            VisibleRoles visible,
            RoleFields fields,
            RoleScopes scopes,
            GrantableRoles grantable,
            Givers givers,
            ReferenceData reference,
            RoleRecords records,
            Outbox outbox,
            Clock clock) {
        this.roles = roles;
        this.store = store;
        this.visible = visible;
        this.fields = fields;
        this.scopes = scopes;
        this.grantable = grantable;
        this.givers = givers;
        this.reference = reference;
        this.records = records;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * @throws ProblemException ROLE_PRESET, OWN_ROLES, VERSION_CONFLICT, ROLE_NAME_TAKEN, DUTY_CONFLICT, DUTIES_MIXED, PERMISSION_UNKNOWN, PERMISSION_OF_ENTERPRISES,
     *     PERMISSION_NOT_HELD
     */
    @Transactional
    void change(String code, String name, String description, List<String> permissions, int version, CurrentUser user) {
        Role role = changeable(code, user);
        Set<String> before = new HashSet<>(roles.permissions(code));
        Giver giver = givers.of(user);
        Set<String> after = grantable.checked(permissions, before, giver);
        Duty duty = Duty.of(after, reference.typeOf(role.owner()));
        Role changed = role.changed(name, description, duty, user.accountId(), user.name(), clock.instant(), version);
        RoleRecords.Content was = records.content(role, before);
        store.replace(changed, after);
        fields.narrow(code, before, after, giver);
        scopes.narrow(code, after, giver);
        records.changed(was, changed, after);
        tell(code, version + 1);
    }

    /**
     * Says what the role sees of sensitive fields.
     *
     * @throws ProblemException ROLE_PRESET, OWN_ROLES, VERSION_CONFLICT, SENSITIVE_FIELD_UNKNOWN, FIELD_RULE_NOT_HELD
     */
    @Transactional
    void changeFields(String code, Map<String, FieldRule> rules, int version, CurrentUser user) {
        Role role = changeable(code, user);
        store.touch(code, user, clock.instant(), version);
        fields.replace(role, roles.permissions(code), rules, givers.of(user));
        tell(code, version + 1);
    }

    /**
     * Says how far the role reaches.
     *
     * @throws ProblemException ROLE_PRESET, OWN_ROLES, VERSION_CONFLICT, SCOPE_UNKNOWN, SCOPE_NOT_HELD
     */
    @Transactional
    void changeScopes(String code, List<SaidScope> wanted, int version, CurrentUser user) {
        Role role = changeable(code, user);
        store.touch(code, user, clock.instant(), version);
        scopes.replace(role, roles.permissions(code), wanted, givers.of(user));
        tell(code, version + 1);
    }

    /** @throws ProblemException ROLE_PRESET, VERSION_CONFLICT, ROLE_IN_USE with the names of those who have it */
    @Transactional
    void delete(String code, int version, CurrentUser user) {
        Role role = visible.role(code, user);
        role.requireOwn();
        refuseWhileUsed(code);
        records.deleted(role, new HashSet<>(roles.permissions(code)));
        store.delete(code, version);
    }

    private Role changeable(String code, CurrentUser user) {
        Role role = visible.role(code, user);
        role.requireOwn();
        if (roles.members(code).contains(user.accountId())) {
            throw new ProblemException(UserProblem.OWN_ROLES, "不能修改自己正在使用的角色");
        }
        return role;
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

    private void tell(String code, int version) {
        List<UUID> members = roles.members(code);
        for (int from = 0; from < members.size(); from += TOLD_AT_ONCE) {
            outbox.publish(
                    new RolePermissionsChanged(
                            code, members.subList(from, Math.min(members.size(), from + TOLD_AT_ONCE))),
                    version);
        }
    }
}
