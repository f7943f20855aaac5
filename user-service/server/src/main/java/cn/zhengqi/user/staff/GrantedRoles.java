package cn.zhengqi.user.staff;

import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.user.UserProblem;
import cn.zhengqi.user.membership.Memberships;
import cn.zhengqi.user.role.Duty;
import cn.zhengqi.user.role.GrantableRoles;
import cn.zhengqi.user.role.Roles;
import cn.zhengqi.web.CurrentUser;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which roles somebody has at an institution, and what may be changed of that by whom. In the transaction of whoever changes it. */
@Component
class GrantedRoles {

    private final StaffMapper mapper;
    private final Memberships memberships;
    private final GrantableRoles roles;
    private final Clock clock;

    GrantedRoles(StaffMapper mapper, Memberships memberships, GrantableRoles roles, Clock clock) {
        this.mapper = mapper;
        this.memberships = memberships;
        this.roles = roles;
        this.clock = clock;
    }

    /** By the names of then: whoever reads the record later may find no such role any more. What everybody there has by itself nobody granted. */
    List<String> namesAt(UUID id, UUID institutionId) {
        return roles.names(memberships.rolesAt(id, institutionId).stream()
                .filter(code -> !code.equals(Roles.STAFF))
                .toList());
    }

    /** @throws ProblemException PERMISSION_NOT_HELD, ROLE_NOT_FOR_INSTITUTION, DUTY_CONFLICT, LAST_OF_DUTY */
    void replace(UUID id, String name, UUID institutionId, List<String> wanted, CurrentUser user) {
        Set<String> before = new HashSet<>(memberships.rolesAt(id, institutionId));
        Set<String> after = new HashSet<>(wanted);
        after.add(Roles.STAFF);
        refuse(
                institutionId,
                after.stream().filter(code -> !before.contains(code)).toList(),
                user);
        refuseTaking(
                id,
                institutionId,
                before.stream().filter(code -> !after.contains(code)).toList(),
                after,
                user);
        // Taken first: whoever changes from one duty to another never has both.
        for (String code : before) {
            if (!after.contains(code)) {
                memberships.revoke(id, institutionId, code, clock.instant());
            }
        }
        for (String code : after) {
            if (!before.contains(code) && !code.equals(Roles.STAFF)) {
                give(id, name, institutionId, code, user);
            }
        }
    }

    /** Roles that the caller cannot give to people of the institution, or nobody can have together. */
    void refuse(UUID institutionId, List<String> wanted, CurrentUser user) {
        var available = roles.available(institutionId, user).stream()
                .collect(Collectors.toMap(GrantableRoles.Grantable::code, Function.identity()));
        int duties = 0;
        for (String code : wanted) {
            if (code.equals(Roles.STAFF)) {
                continue;
            }
            GrantableRoles.Grantable role = available.get(code);
            if (role == null) {
                throw new ProblemException(UserProblem.ROLE_NOT_FOR_INSTITUTION);
            }
            if (!role.grantable()) {
                throw new ProblemException(UserProblem.PERMISSION_NOT_HELD);
            }
            if (role.duty() != Duty.NONE && ++duties > 1) {
                throw UserProblem.DUTY_CONFLICT.at("roles");
            }
        }
    }

    /** Who cannot give a role cannot take it away either, and of each duty somebody is left: whoever takes the auditor's role away would be rid of its eyes. */
    private void refuseTaking(UUID id, UUID institutionId, List<String> taken, Set<String> kept, CurrentUser user) {
        if (taken.isEmpty()) {
            return;
        }
        var available = roles.available(institutionId, user).stream()
                .collect(Collectors.toMap(GrantableRoles.Grantable::code, Function.identity()));
        Set<Duty> left = kept.stream()
                .map(available::get)
                .filter(Objects::nonNull)
                .map(GrantableRoles.Grantable::duty)
                .collect(Collectors.toSet());
        for (String code : taken) {
            GrantableRoles.Grantable role = available.get(code);
            if (role == null) {
                // Not for this institution any more: it only can be taken.
                continue;
            }
            if (!role.grantable()) {
                throw new ProblemException(UserProblem.PERMISSION_NOT_HELD, "不能收回自己无权授予的角色");
            }
            if (role.duty() != Duty.NONE
                    && !left.contains(role.duty())
                    && mapper.othersWithDuty(role.duty(), id).isEmpty()) {
                throw UserProblem.LAST_OF_DUTY.at("roles");
            }
        }
    }

    void give(UUID id, String name, UUID institutionId, String role, CurrentUser user) {
        Instant now = clock.instant();
        memberships.grant(id, name, institutionId, role, now, user.accountId(), user.name());
    }
}
