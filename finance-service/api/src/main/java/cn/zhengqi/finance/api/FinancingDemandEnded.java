package cn.zhengqi.finance.api;

import cn.zhengqi.kernel.event.EventType;
import cn.zhengqi.kernel.event.Kept;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/** A financing demand takes no more claims. */
@EventType(value = "finance.FinancingDemandEnded", kept = Kept.FOR_REBUILDING)
public record FinancingDemandEnded(@JsonUnwrapped DemandParties demand, Outcome outcome, Instant at)
        implements DemandFact {

    /** Why: it became an application, its enterprise took it back, or its time was over. */
    public enum Outcome {
        CHOSEN,
        WITHDRAWN,
        EXPIRED
    }
}
