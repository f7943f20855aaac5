package cn.zhengqi.policy.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.event.Kept;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise came a step further under a policy. It does not say which: it is told to be counted, and whoever counts needs no more.
 *
 * @param id each has its own
 * @param institutionId the department under whose project; absent where a policy was opened
 * @param newToPolicy whether it is the first time that this enterprise takes this step under the policy
 * @param newToInstitution whether it is the first time under a project of this department
 * @param elsewhere departments under whose projects it counts with this step already, so that who counts for several of them counts it once
 * @param amount 元 that were paid, negative where they came back; absent for other steps
 */
@EventType(value = "policy.PolicyStepTaken", kept = Kept.FOR_REBUILDING)
public record PolicyStepTaken(
        UUID id,
        UUID policyId,
        PolicyStep step,
        @Nullable UUID institutionId,
        boolean newToPolicy,
        boolean newToInstitution,
        Set<UUID> elsewhere,
        @Nullable BigDecimal amount,
        Instant at)
        implements DomainEvent {

    /** Events of before do not say where else; what they left out was told anew. */
    public PolicyStepTaken {
        elsewhere = Set.copyOf(Objects.requireNonNullElse(elsewhere, Set.of()));
    }

    @Override
    public UUID subject() {
        return id;
    }
}
