package cn.zhengqi.user.role;

import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.user.UserProblem;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntSupplier;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Stores roles that institutions make, each with its permissions. */
@Component
class RoleStore {

    private final RoleMapper roles;

    RoleStore(RoleMapper roles) {
        this.roles = roles;
    }

    /** @throws ProblemException ROLE_NAME_TAKEN */
    void add(Role role, Set<String> permissions) {
        nameOnce(() -> {
            roles.insert(role);
            return 1;
        });
        put(role.code(), permissions);
    }

    /** @throws ProblemException VERSION_CONFLICT, ROLE_NAME_TAKEN, DUTY_CONFLICT where somebody has the role who has another duty */
    void replace(Role role, Set<String> permissions) {
        if (nameOnce(() -> roles.update(role)) == 0) {
            throw ProblemException.versionConflict();
        }
        roles.clearPermissions(role.code());
        put(role.code(), permissions);
    }

    /** That something else that is kept of it was changed, and by whom. @throws ProblemException VERSION_CONFLICT */
    void touch(String code, CurrentUser by, Instant at, int version) {
        if (roles.touch(code, by.accountId(), by.name(), at, version) == 0) {
            throw ProblemException.versionConflict();
        }
    }

    /** @throws ProblemException VERSION_CONFLICT, ROLE_IN_USE where somebody was given it at this moment */
    void delete(String code, int version) {
        roles.clearPermissions(code);
        try {
            if (roles.delete(code, version) == 0) {
                throw ProblemException.versionConflict();
            }
        } catch (DataIntegrityViolationException grantedMeanwhile) {
            throw new ProblemException(UserProblem.ROLE_IN_USE);
        }
    }

    private void put(String code, Set<String> permissions) {
        Set<String> all = new TreeSet<>(permissions);
        all.add(Permission.SIGNED_IN);
        roles.putPermissions(code, all);
    }

    /** Without the cause: the web layer would answer for it, not for the problem. */
    private static int nameOnce(IntSupplier write) {
        try {
            return write.getAsInt();
        } catch (DuplicateKeyException taken) {
            if (String.valueOf(taken.getMessage()).contains("membership_one_duty")) {
                throw UserProblem.DUTY_CONFLICT.at("permissions");
            }
            throw UserProblem.ROLE_NAME_TAKEN.at("name");
        }
    }
}
