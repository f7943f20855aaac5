package cn.zhengqi.policy.catalogue;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What published policies are called, for what is built upon them. */
@Component
public class PolicyTitles {

    private final PolicyMapper policies;

    PolicyTitles(PolicyMapper policies) {
        this.policies = policies;
    }

    /** Empty for one that is not published. */
    public Optional<String> published(UUID policyId) {
        return policies.reference(policyId).map(PolicyRef::title);
    }

    /** Empty for one that is not there. */
    public Optional<UUID> idOf(String code) {
        return policies.policyByCode(code).map(Policy::id);
    }
}
