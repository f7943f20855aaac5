package cn.zhengqi.matching.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.event.Kept;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How many enterprises a policy reaches, where that has changed: a state, of which the newest counts.
 *
 * @param title for who has not heard of the policy itself
 * @param matched how many qualify, as the reverse match counts them; absent: nobody can, because it is not in force any more
 * @param told to how many it was pushed so far
 */
@EventType(value = "matching.PolicyReachCounted", kept = Kept.FOR_REBUILDING)
public record PolicyReachCounted(
        UUID policyId, String title, @Nullable Long matched, long told, Instant at) implements DomainEvent {

    @Override
    public UUID subject() {
        return policyId;
    }
}
