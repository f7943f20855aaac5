package cn.zhengqi.policy.catalogue;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.policy.PolicyProblem;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    /**
     * Nobody begins anything under what does not hold any more. One whose first day is to come is not over.
     *
     * @param then what follows from it, to be said behind a comma
     * @throws ProblemException POLICY_NOT_PUBLISHED, POLICY_OVER
     */
    public void mustHold(UUID policyId, LocalDate day, String then) {
        PolicyStatus status = policies.statusOn(policyId, day)
                .orElseThrow(() -> new ProblemException(PolicyProblem.POLICY_NOT_PUBLISHED, "该项目依据的政策已撤下，" + then));
        if (status.isOver()) {
            throw new ProblemException(PolicyProblem.POLICY_OVER, "该项目依据的政策" + status.label() + "，" + then);
        }
    }

    /** The day from which a published policy is matched, as long as that is to come and no edition of it has begun before; absent for any other. */
    public @Nullable LocalDate beginsOn(UUID policyId, LocalDate day) {
        return policies.beginsAfter(policyId, day).orElse(null);
    }

    /**
     * Beforehand an enterprise may ask, and a department may decide; nothing is offered to who did not ask, and nothing is paid. Payments, which are of several policies, ask
     * {@link #beginsOn} and refuse in the same words.
     *
     * @param then what follows from it, to be said behind a comma
     * @throws ProblemException POLICY_NOT_BEGUN
     */
    public void mustHaveBegun(UUID policyId, LocalDate day, String then) {
        LocalDate first = beginsOn(policyId, day);
        if (first != null) {
            throw new ProblemException(PolicyProblem.POLICY_NOT_BEGUN, "该项目依据的政策" + begins(first) + "，" + then);
        }
    }

    /** As a sentence about a policy that has not begun goes on. */
    public static String begins(LocalDate first) {
        return "自 " + BusinessTime.inWords(first) + " 起施行";
    }

    /** What each of these policies is on that day to that which stands under it; something may be begun only where it holds. */
    public Map<UUID, PolicyGround> grounds(Collection<UUID> policyIds, LocalDate day) {
        if (policyIds.isEmpty()) {
            return Map.of();
        }
        Map<UUID, PolicyGround> grounds = new HashMap<>();
        policyIds.forEach(id -> grounds.put(id, PolicyGround.WITHDRAWN));
        policies.statusesOn(policyIds, day)
                .forEach(it -> grounds.put(it.policyId(), it.status().ground()));
        return Map.copyOf(grounds);
    }

    public PolicyGround ground(UUID policyId, LocalDate day) {
        return Objects.requireNonNull(grounds(List.of(policyId), day).get(policyId));
    }

    /** How it ended, for what was begun before; absent while it holds, or is to come. */
    public @Nullable PolicyEnd ended(UUID policyId, LocalDate day) {
        PolicyMapper.ValidityOn published = policies.validity(policyId, day).orElse(null);
        if (published == null) {
            return policies.withdrawnAt(policyId)
                    .map(at -> new PolicyEnd(PolicyEnd.How.WITHDRAWN, BusinessTime.dayOf(at), null))
                    .orElse(null);
        }
        LocalDate last = published.validTo();
        return switch (published.status()) {
            case EFFECTIVE, UPCOMING -> null;
            case EXPIRED -> new PolicyEnd(PolicyEnd.How.EXPIRED, last, null);
            case SUPERSEDED -> new PolicyEnd(PolicyEnd.How.SUPERSEDED, last, reference(published.supersededBy()));
        };
    }

    private @Nullable PolicyRef reference(@Nullable UUID policyId) {
        return policyId == null ? null : policies.reference(policyId).orElse(null);
    }

    /** Empty for one that is not there. */
    public Optional<UUID> idOf(String code) {
        return policies.policyByCode(code).map(Policy::id);
    }
}
