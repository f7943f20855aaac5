package cn.zhengqi.policy.catalogue;

import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.policy.PolicyProblem;
import cn.zhengqi.web.CurrentUser;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Everybody who manages the library reads all of it; what belongs to an institution only that one, and those above it, change, review, publish and take down. */
@Component
public class PolicyOwners {

    private final PolicyMapper policies;

    PolicyOwners(PolicyMapper policies) {
        this.policies = policies;
    }

    /** Empty for one that came with the platform, or was begun before there were owners. */
    public Optional<PolicyOwner> of(UUID policyId) {
        return policies.owner(policyId);
    }

    /** @throws ProblemException POLICY_OF_ANOTHER */
    public void requireKept(UUID policyId, CurrentUser by) {
        of(policyId).filter(owner -> !PolicyKeeper.of(by).keeps(owner.id())).ifPresent(owner -> {
            throw new ProblemException(
                    PolicyProblem.POLICY_OF_ANOTHER, "该政策由" + owner.name() + "维护，您不能修改、审核、发布或撤下，请联系该单位");
        });
    }
}
