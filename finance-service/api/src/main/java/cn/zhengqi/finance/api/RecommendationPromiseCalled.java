package cn.zhengqi.finance.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.promise.PromiseCall;
import java.util.UUID;

/** The promised time of a bank's answer to a recommendation is nearly over, over, or asked after. Versions count for the promise. */
@EventType("finance.RecommendationPromiseCalled")
public record RecommendationPromiseCalled(PromiseCall call) implements DomainEvent {

    @Override
    public UUID subject() {
        return call.promiseId();
    }
}
