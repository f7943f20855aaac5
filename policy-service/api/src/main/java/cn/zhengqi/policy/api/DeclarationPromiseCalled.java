package cn.zhengqi.policy.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.promise.PromiseCall;
import java.util.UUID;

/**
 * The promised time of a step is nearly over, over, or asked after. Versions count for the promise, not for the declaration.
 *
 * @param declarationId whose step it is; the call knows the step alone
 */
@EventType("policy.DeclarationPromiseCalled")
public record DeclarationPromiseCalled(PromiseCall call, UUID declarationId) implements DomainEvent {

    @Override
    public UUID subject() {
        return call.promiseId();
    }
}
