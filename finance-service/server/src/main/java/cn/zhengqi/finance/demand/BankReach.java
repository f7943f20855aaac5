package cn.zhengqi.finance.demand;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.web.CurrentUser;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far somebody of a bank reaches into demands: by the scope in which they read applications.
 *
 * @param fitting for whose products a demand may fit to be seen
 * @param claiming whose claims are seen
 * @param person whose own claims are seen
 */
record BankReach(
        List<UUID> fitting, List<UUID> claiming, @Nullable UUID person) {

    static BankReach of(CurrentUser user) {
        user.requireInstitution();
        DataScope scope = DataScope.of(user.reach(ScopedResource.LOAN_APPLICATION), user.territory(), user.accountId());
        Set<UUID> own = user.territory().institutions();
        List<UUID> claiming = scope.everything() ? List.copyOf(own) : scope.institutions();
        Set<UUID> fitting = new TreeSet<>(claiming);
        if (scope.desk() != null) {
            fitting.add(scope.desk());
        }
        return new BankReach(List.copyOf(fitting), claiming, scope.person());
    }

    boolean sees(DemandClaim claim) {
        return claiming.contains(claim.bankId()) || claim.officerId().equals(person);
    }
}
