package cn.zhengqi.user.role;

import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.user.UserPermissions;
import cn.zhengqi.user.UserProblem;
import java.util.Collection;
import java.util.Set;

/**
 * 三员分立: who runs the accounts, who gives rights, and who reads the logs of both are three people. A role of the platform
 * with a permission of one duty has that duty; the database lets no account have two.
 */
public enum Duty {
    NONE(Set.of()),
    SYSTEM(Set.of(UserPermissions.MANAGE_STAFF, UserPermissions.MANAGE_ENTERPRISE_USERS)),
    SECURITY(Set.of(UserPermissions.GRANT_ROLES, UserPermissions.MANAGE_ROLES, UserPermissions.GRANT_ANY)),
    AUDIT(Set.of("auth.signin-log.read", "ops.audit.read", "message.push-log.read"));

    private final Set<String> permissions;

    Duty(Set<String> permissions) {
        this.permissions = permissions;
    }

    /** @throws ProblemException DUTIES_MIXED */
    static Duty of(Collection<String> permissions) {
        Duty found = NONE;
        for (Duty duty : values()) {
            if (duty.permissions.stream().anyMatch(permissions::contains)) {
                if (found != NONE) {
                    throw new ProblemException(UserProblem.DUTIES_MIXED);
                }
                found = duty;
            }
        }
        return found;
    }
}
