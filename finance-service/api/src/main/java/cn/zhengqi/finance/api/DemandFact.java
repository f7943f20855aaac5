package cn.zhengqi.finance.api;

import cn.zhengqi.kernel.event.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/** What became of a financing demand as a whole. */
public sealed interface DemandFact extends DomainEvent permits FinancingDemandPosted, FinancingDemandEnded {

    /** Its members stand among the others in the event's data. */
    DemandParties demand();

    Instant at();

    @Override
    default UUID subject() {
        return demand().demandId();
    }
}
