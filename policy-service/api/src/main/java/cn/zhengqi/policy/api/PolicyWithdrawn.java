package cn.zhengqi.policy.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.event.Kept;
import java.time.Instant;
import java.util.UUID;

/** A published policy was taken down: nobody is matched against it any more. */
@EventType(value = "policy.PolicyWithdrawn", kept = Kept.FOR_REBUILDING)
public record PolicyWithdrawn(UUID policyId, String code, int edition, Instant at) implements DomainEvent {

    @Override
    public UUID subject() {
        return policyId;
    }
}
