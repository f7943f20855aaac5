package cn.zhengqi.policy.catalogue;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which policies cannot be enjoyed together by the rules of what is published: asked where money is paid. What one of two documents says holds for both. */
@Component
public class ExclusivePolicies {

    private final PolicyMapper policies;

    ExclusivePolicies(PolicyMapper policies) {
        this.policies = policies;
    }

    /**
     * A policy that another one excludes.
     *
     * @param clause the words that say so
     * @param place where they stand in the document
     * @param certain false where they were not compared with the document yet
     */
    public record Excluded(
            UUID policyId, String clause, @Nullable String place, boolean certain) {

        public String inWords() {
            return "“" + clause + "”" + (place == null ? "" : "（" + place + "）");
        }
    }

    /** Those that are certain first. */
    public List<Excluded> excludedBy(UUID policyId) {
        return policies.excludedBy(policyId);
    }
}
