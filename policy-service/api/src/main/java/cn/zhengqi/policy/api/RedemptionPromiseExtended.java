package cn.zhengqi.policy.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.promise.PromiseExtended;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.UUID;

/** The promised date of a review was moved, once and for a reason. No {@link RedemptionFact}: nothing became of the application. */
@EventType("policy.RedemptionPromiseExtended")
public record RedemptionPromiseExtended(@JsonUnwrapped RedemptionParties parties, PromiseExtended extended)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return parties.applicationId();
    }
}
