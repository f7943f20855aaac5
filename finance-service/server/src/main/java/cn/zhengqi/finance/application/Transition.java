package cn.zhengqi.finance.application;

import cn.zhengqi.kernel.event.DomainEvent;
import org.jspecify.annotations.Nullable;

/**
 * A change of state that was allowed, with everything that has to be stored in the same transaction.
 *
 * @param disbursement the money paid out, when the change is a disbursement
 */
record Transition(
        LoanApplication application,
        ApplicationStep step,
        DomainEvent event,
        @Nullable Disbursement disbursement) {

    Transition(LoanApplication application, ApplicationStep step, DomainEvent event) {
        this(application, step, event, null);
    }
}
