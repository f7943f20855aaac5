package cn.zhengqi.ops.evaluation;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.kernel.permission.Reach;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.ops.OpsPermissions;
import cn.zhengqi.web.CurrentUser;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far somebody reaches into evaluations: those of the institutions and branches that their roles say; of claims, which no institution handles alone, those whose claims
 * are open to them; and of loans, which the finance office watches over, all where it reads the applications of all banks.
 *
 * @param claims of all towns
 * @param towns whose claims are seen
 * @param loans of all banks
 * @param own institutions for which they act
 * @param sees whose an anonymous one is
 * @param publishes what is said
 */
record EvaluationReach(
        boolean everything,
        List<UUID> institutions,
        boolean claims,
        List<String> towns,
        boolean loans,
        Set<UUID> own,
        boolean sees,
        boolean publishes) {

    /** Of enterprise-code-service. */
    private static final String REVIEW_CLAIMS = "code.claim.review";

    /** Of finance-service. */
    private static final String READ_ALL_APPLICATIONS = "finance.application.read-all";

    EvaluationReach {
        institutions = List.copyOf(institutions);
        towns = List.copyOf(towns);
        own = Set.copyOf(own);
    }

    static EvaluationReach of(CurrentUser user) {
        DataScope scope = scope(user, user.reach(ScopedResource.EVALUATION));
        DataScope claims = user.has(REVIEW_CLAIMS) ? scope(user, user.reach(ScopedResource.CLAIM)) : DataScope.none();
        return new EvaluationReach(
                scope.everything(),
                scope.institutions(),
                claims.everything(),
                claims.towns(),
                user.has(READ_ALL_APPLICATIONS)
                        && scope(user, user.reach(ScopedResource.LOAN_APPLICATION))
                                .everything(),
                user.territory().institutions(),
                user.has(OpsPermissions.REVIEW_EVALUATIONS),
                user.has(OpsPermissions.PUBLISH_EVALUATIONS));
    }

    private static DataScope scope(CurrentUser user, Reach reach) {
        return DataScope.of(reach, user.territory(), user.accountId());
    }

    /** Nobody answers for an institution that they do not work for, however far they read; for a branch its head office answers as well. */
    boolean answersFor(Evaluation it) {
        UUID institution = it.institutionId();
        return institution == null
                ? claims || isOfTowns(it.townCode())
                : own.contains(institution) || (it.branchId() != null && own.contains(it.branchId()));
    }

    private boolean isOfTowns(@Nullable String town) {
        return town != null && towns.contains(town);
    }

    /** Whose it is: everybody who reads one that is not anonymous. */
    boolean knows(Evaluation it) {
        return sees || !it.anonymous();
    }

    /** For the board of promised dates, which knows institutions and towns. */
    DataScope board() {
        return everything ? DataScope.all() : new DataScope(false, null, null, null, institutions, towns);
    }
}
