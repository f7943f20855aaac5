package cn.zhengqi.policy.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.promise.PromiseCall;
import java.util.UUID;

/** The promised time of a review is nearly over, over, or asked after. Versions count for the promise, not for the application. */
@EventType("policy.RedemptionPromiseCalled")
public record RedemptionPromiseCalled(PromiseCall call) implements DomainEvent {

    @Override
    public UUID subject() {
        return call.promiseId();
    }
}
