package cn.zhengqi.policy.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;

/** Somebody objects to what a department shows to the public: it is not approved before the department has answered. */
@EventType("policy.ObjectionMade")
public record ObjectionMade(@JsonUnwrapped ObjectionParties parties, Instant at) implements DomainEvent {

    @Override
    public UUID subject() {
        return parties.objectionId();
    }
}
