package cn.zhengqi.user.role;

import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.user.UserPermissions;
import cn.zhengqi.user.UserProblem;
import cn.zhengqi.user.api.InstitutionType;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * 三员分立: who runs the accounts, who gives rights, and who reads the logs of both are three people. A role of the platform
 * with a permission of one duty has that duty; the database lets no account have two.
 */
public enum Duty {
    NONE(Set.of()),
    SYSTEM(Set.of(UserPermissions.MANAGE_STAFF, UserPermissions.MANAGE_ENTERPRISE_USERS)),
    SECURITY(Set.of(UserPermissions.GRANT_ROLES, UserPermissions.MANAGE_ROLES, UserPermissions.GRANT_ANY)),
    AUDIT(Set.of("auth.signin-log.read", "ops.audit.read", "message.push-log.read"));

    /** What reaches all of the platform whatever a role's data scope says. */
    private static final Set<String> OF_THE_PLATFORM = Stream.concat(
                    Stream.of(UserPermissions.GRANT_ANY), AUDIT.permissions.stream())
            .collect(Collectors.toUnmodifiableSet());

    private final Set<String> permissions;

    Duty(Set<String> permissions) {
        this.permissions = permissions;
    }

    /** Whether people of such an institution can hold it, whatever else they hold. */
    static boolean isHeldBy(InstitutionType holder, String permission) {
        return holder == InstitutionType.OPERATOR || !OF_THE_PLATFORM.contains(permission);
    }

    /**
     * Outside of the platform's own institution one person may well run both the accounts and the roles of a few people; but nobody there gives any right, or reads the
     * logs of all institutions.
     *
     * @throws ProblemException PERMISSION_NOT_HELD; DUTIES_MIXED
     */
    static Duty of(Collection<String> permissions, InstitutionType holder) {
        if (holder == InstitutionType.OPERATOR) {
            return of(permissions);
        }
        if (!permissions.stream().allMatch(permission -> isHeldBy(holder, permission))) {
            throw new ProblemException(UserProblem.PERMISSION_NOT_HELD, "授予任何权限、查看全平台日志只能由平台的安全管理员、审计管理员承担");
        }
        return NONE;
    }

    private static Duty of(Collection<String> permissions) {
        Duty found = NONE;
        for (Duty duty : values()) {
            if (duty.permissions.stream().anyMatch(permissions::contains)) {
                if (found != NONE) {
                    throw UserProblem.DUTIES_MIXED.at("permissions");
                }
                found = duty;
            }
        }
        return found;
    }
}
