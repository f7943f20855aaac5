package cn.zhengqi.policy.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.event.Kept;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise that was counted with a step is not any more: all that was paid to it came back, or all that was approved ended before it was paid. Like {@link PolicyStepTaken} it does not say which.
 *
 * @param id each has its own
 * @param institutionId under whose projects it does not count any more; absent: under the policy as a whole
 * @param elsewhere departments under whose projects it still counts
 */
@EventType(value = "policy.PolicyStepUndone", kept = Kept.FOR_REBUILDING)
public record PolicyStepUndone(
        UUID id, UUID policyId, PolicyStep step, @Nullable UUID institutionId, Set<UUID> elsewhere, Instant at)
        implements DomainEvent {

    /** Events of before do not say where else; what they left out was told anew. */
    public PolicyStepUndone {
        elsewhere = Set.copyOf(Objects.requireNonNullElse(elsewhere, Set.of()));
    }

    @Override
    public UUID subject() {
        return id;
    }
}
