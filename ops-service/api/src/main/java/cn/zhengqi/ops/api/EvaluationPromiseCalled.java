package cn.zhengqi.ops.api;

import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.promise.PromiseCall;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The promised time of a call-back is nearly over, over, or asked after. Versions count for the promise, not for the evaluation.
 *
 * @param evaluationId whose page shows it
 * @param branchId as in {@link EvaluatedCase}
 */
@EventType("ops.EvaluationPromiseCalled")
public record EvaluationPromiseCalled(
        UUID evaluationId, PromiseCall call, @Nullable UUID branchId) implements DomainEvent {

    @Override
    public UUID subject() {
        return call.promiseId();
    }
}
