package cn.zhengqi.finance.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.promise.PromiseCall;
import java.util.UUID;

/**
 * The promised time of a bank's answer to a demand that it claimed is nearly over, over, or asked after. Versions count for the promise.
 *
 * @param demandId whose page shows the claim
 */
@EventType("finance.DemandPromiseCalled")
public record DemandPromiseCalled(UUID demandId, PromiseCall call) implements DomainEvent {

    @Override
    public UUID subject() {
        return call.promiseId();
    }
}
