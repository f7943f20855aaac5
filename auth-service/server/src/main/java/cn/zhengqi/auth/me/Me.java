package cn.zhengqi.auth.me;

import cn.zhengqi.auth.account.Account;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.kernel.permission.FieldRule;
import cn.zhengqi.kernel.permission.Reach;
import cn.zhengqi.user.api.InstitutionType;
import cn.zhengqi.user.api.Principal;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Sensitive;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in, and what follows from it for the pages.
 *
 * @param ownRoleNames what the institution calls those of the roles that it made itself
 * @param fieldRules what the person's roles say of sensitive fields: columns of hidden ones are left out
 * @param bounded kinds of records of which the person's roles reach some alone (数据权限): where a list of them is empty, it says so
 * @param tokenStale the session's token says something older; POST /bff/refresh gets a new one
 */
record Me(
        UUID accountId,
        String name,
        @Sensitive(mask = Mask.PHONE) String phone,
        UserType userType,
        @Nullable EnterpriseOfMe enterprise,
        @Nullable InstitutionOfMe institution,
        List<String> roles,
        List<String> ownRoleNames,
        List<String> permissions,
        Map<String, FieldRule> fieldRules,
        List<String> bounded,
        boolean tokenStale) {

    record EnterpriseOfMe(UUID id, String name, String uscc) {}

    record InstitutionOfMe(UUID id, String name, @Nullable InstitutionType type) {}

    static Me of(Account account, Principal principal, CurrentUser token) {
        boolean stale = !Objects.equals(principal.enterpriseId(), token.enterpriseId())
                || !Objects.equals(principal.institutionId(), token.institutionId())
                || !Set.copyOf(principal.roles()).equals(token.roles())
                || !Set.copyOf(principal.permissions()).equals(token.permissions())
                || !principal.fieldRules().equals(token.fieldRules())
                || !account.displayName().equals(token.name());
        return new Me(
                account.id(),
                account.displayName(),
                account.phone(),
                account.userType(),
                enterprise(principal),
                institution(principal),
                principal.roles(),
                principal.ownRoleNames(),
                principal.permissions(),
                principal.fieldRules(),
                principal.scopes().entrySet().stream()
                        .filter(scope -> !Reach.parse(scope.getValue()).all())
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList(),
                stale);
    }

    private static @Nullable EnterpriseOfMe enterprise(Principal principal) {
        UUID id = principal.enterpriseId();
        String name = principal.enterpriseName();
        String uscc = principal.uscc();
        return id == null || name == null || uscc == null ? null : new EnterpriseOfMe(id, name, uscc);
    }

    private static @Nullable InstitutionOfMe institution(Principal principal) {
        UUID id = principal.institutionId();
        String name = principal.institutionName();
        return id == null || name == null ? null : new InstitutionOfMe(id, name, principal.institutionType());
    }
}
