package cn.zhengqi.matching.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.event.Kept;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The tags of 政策标签库 that a policy carries now: all of them, not what was added.
 *
 * @param tags names of those in use, in the order in which they are shown
 */
@EventType(value = "matching.PolicyTagged", kept = Kept.FOR_REBUILDING)
public record PolicyTagged(UUID policyId, List<String> tags, Instant at) implements DomainEvent {

    public PolicyTagged {
        tags = List.copyOf(tags);
    }

    @Override
    public UUID subject() {
        return policyId;
    }
}
