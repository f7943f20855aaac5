package cn.zhengqi.code.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.promise.PromiseCall;
import java.util.UUID;

/** The promised time of a claim's review is nearly over, over, or asked after. Versions count for the promise, not for the claim. */
@EventType("code.ClaimPromiseCalled")
public record ClaimPromiseCalled(PromiseCall call) implements DomainEvent {

    @Override
    public UUID subject() {
        return call.promiseId();
    }
}
