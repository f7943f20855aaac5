package cn.zhengqi.policy.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.event.Kept;
import java.time.Instant;
import java.util.UUID;

/** A department opened a project, of declaration or of redemption, under a policy. */
@EventType(value = "policy.PolicyProjectOpened", kept = Kept.FOR_REBUILDING)
public record PolicyProjectOpened(UUID projectId, UUID policyId, UUID institutionId, String institutionName, Instant at)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return projectId;
    }
}
