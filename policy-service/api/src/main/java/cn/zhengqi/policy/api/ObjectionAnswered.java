package cn.zhengqi.policy.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;

/**
 * A department answered an objection.
 *
 * @param upheld what was shown is rejected for it
 */
@EventType("policy.ObjectionAnswered")
public record ObjectionAnswered(@JsonUnwrapped ObjectionParties parties, boolean upheld, String answer, Instant at)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return parties.objectionId();
    }
}
